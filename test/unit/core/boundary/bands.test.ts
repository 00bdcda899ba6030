import assert from "node:assert/strict";
import { bandWidth, mergeBands } from "../../../../src/core/boundary/bands.js";

describe("boundary bands", () => {
  it("are 2 % of the diagonal wide, at least a pixel, halves to the even number", () => {
    assert.equal(bandWidth(1, 1), 1);
    // Diagonals of 125, 75, 175 and 1000: 2.5, 1.5, 3.5 and 20.
    assert.deepEqual([bandWidth(75, 100), bandWidth(45, 60), bandWidth(105, 140), bandWidth(600, 800)], [2, 2, 4, 20]);
    assert.equal(bandWidth(512, 512), 14);
  });

  it("add up over images", () => {
    assert.deepEqual(mergeBands({ truth: 5, prediction: 7, both: 3 }, { truth: 20, prediction: 40, both: 11 }), {
      truth: 25,
      prediction: 47,
      both: 14,
    });
  });
});
