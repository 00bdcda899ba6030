import assert from "node:assert/strict";
import { classFolders } from "../../../src/scoring/classFolders.js";

const classes = [{ id: 0, name: "background" }, { id: 4, name: "Road" }, { id: 7 }];

describe("classFolders", () => {
  it("groups the maps of an image by name or id of the class", () => {
    const files = ["background/a.png", "road/a.npy", "7/a.png", "7/city/b.png"];
    assert.deepEqual(Array.from(classFolders(files, classes) ?? []), [
      [
        "a",
        [
          { id: 0, file: "background/a.png" },
          { id: 4, file: "road/a.npy" },
          { id: 7, file: "7/a.png" },
        ],
      ],
      ["city/b", [{ id: 7, file: "7/city/b.png" }]],
    ]);
  });

  it("takes numbers for ids where no classes are listed", () => {
    assert.equal(classFolders(["00/a.png", "01/a.png"], undefined)?.get("a")?.length, 2);
    assert.equal(classFolders(["road/a.png", "sky/a.png"], undefined), null);
  });

  it("is not what else the folders may be", () => {
    for (const files of [
      [],
      ["a.png", "b.png"],
      ["7/a.png", "b.png"],
      ["7/a.png", "7/b.png"],
      ["7/a.png", "tree/a.png"],
      ["4/a.png", "Road/a.png"],
    ]) {
      assert.equal(classFolders(files, classes), null, files.join());
    }
  });
});
