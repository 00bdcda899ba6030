import assert from "node:assert/strict";
import { parseClasses } from "../../../src/formats/classes.js";
import { formatError } from "./support.js";

describe("parseClasses", () => {
  it("reads ids, names and colours, and nothing else", () => {
    assert.deepEqual(
      parseClasses('\uFEFF[{"id": 0, "name": "sky", "color": [1, 2, 3], "x": 1}, {"id": 7, "color": null}]'),
      [{ id: 0, name: "sky", color: [1, 2, 3] }, { id: 7 }],
    );
  });

  for (const [text, message] of [
    ["{", /not JSON/],
    ["{}", /not a JSON array/],
    ["[]", /empty/],
    ["[1]", /entry 1 of the class list is not an object/],
    ["[[0]]", /entry 1 .*not an object/],
    ['[{"id": 0}, {"name": "a"}]', /entry 2 of the class list has the id undefined/],
    ['[{"id": -1}]', /the id -1/],
    ['[{"id": 1.5}]', /the id 1\.5/],
    ['[{"id": 70000}]', /the id 70000/],
    ['[{"id": "1"}]', /the id "1"/],
    ['[{"id": 0, "name": 3}]', /the name 3/],
    ['[{"id": 0, "color": [1, 2]}]', /the color \[1,2\]/],
    ['[{"id": 0, "color": [1, 2, 256]}]', /the color \[1,2,256\]/],
    ['[{"id": 0, "color": "red"}]', /the color "red"/],
    ['[{"id": 3}, {"id": 0}, {"id": 3}]', /entries 1 and 3 of the class list have the same id, 3/],
    ['[{"id": 1, "name": "a"}, {"id": 0, "name": "a"}]', /same name, a/],
    ['[{"id": 1, "color": [0, 0, 0]}, {"id": 0, "color": [0, 0, 0]}]', /same color, 0, 0, 0/],
  ] as const) {
    it(`refuses ${text}`, () => assert.throws(() => parseClasses(text), formatError(message)));
  }
});
