import assert from "node:assert/strict";
import { epochOf, epochsOf } from "../../../../src/scoring/follow/epochs.js";

describe("epochs", () => {
  for (const [file, number] of [
    ["epoch_1/a.png", 1],
    ["epoch_012/x/a.png", 12],
    ["Epoch-3/a.png", 3],
    ["epoch=07/a.png", 7],
    ["ep10/a.png", 10],
    ["step_1000/a.png", 1000],
    ["checkpoint-500/a.png", 500],
  ] as const) {
    it(`reads ${number} from ${file}`, () => assert.equal(epochOf(file)?.number, number));
  }

  for (const file of ["a.png", "epoch_1.png", "images/a.png", "epoch/a.png", "epoch_1b/a.png", "val/epoch_1/a.png"]) {
    it(`sees none in ${file}`, () => assert.equal(epochOf(file), null));
  }

  it("come in the order of their numbers", () => {
    const files = ["epoch_10/a.png", "epoch_9/a.png", "epoch_9/b.png", "notes.png"];
    assert.deepEqual(epochsOf(files), [
      { number: 9, folder: "epoch_9" },
      { number: 10, folder: "epoch_10" },
    ]);
  });
});
