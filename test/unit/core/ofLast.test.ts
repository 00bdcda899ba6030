import assert from "node:assert/strict";
import { ofLast } from "../../../src/core/ofLast.js";

describe("ofLast", () => {
  it("asks once for each of two objects in turn, and again for one that two others came after", () => {
    const asked: string[] = [];
    const lengthOf = ofLast(({ text }: { text: string }) => {
      asked.push(text);
      return text.length;
    });
    const [a, b, c] = [{ text: "a" }, { text: "bb" }, { text: "ccc" }];
    assert.deepEqual([a, b, a, b, a].map(lengthOf), [1, 2, 1, 2, 1]);
    assert.deepEqual(asked, ["a", "bb"]);
    assert.deepEqual([c, b, a, { text: "a" }].map(lengthOf), [3, 2, 1, 1]);
    assert.deepEqual(asked, ["a", "bb", "ccc", "a", "a"]);
  });
});
