import assert from "node:assert/strict";
import fc from "fast-check";
import { tallyWeighted, tallyWithWeights } from "../../../../src/core/boundary/weightedTally.js";
import { tallyPixels } from "../../../../src/core/count.js";
import { IGNORED } from "../../../../src/core/raster.js";
import { pairOf } from "../support.js";

/** Pairs with large flat regions: a rectangle of truth, and a prediction that is noisy, saturated or both. */
const blockPair = fc
  .record({
    width: fc.integer({ min: 1, max: 150 }),
    height: fc.integer({ min: 1, max: 90 }),
    box: fc.tuple(fc.nat(150), fc.nat(90), fc.nat(150), fc.nat(90)),
    specks: fc.array(fc.nat(150 * 90), { maxLength: 5 }),
    spread: fc.constantFrom(1, 4, 250),
    seed: fc.integer(),
  })
  .map(({ width, height, box: [left, top, right, bottom], specks, spread, seed }) => {
    const truth = Array.from({ length: width * height }, (_, i) => {
      const [x, y] = [i % width, Math.floor(i / width)];
      return Number((x >= left && x < right && y >= top && y < bottom) || specks.includes(i));
    });
    let state = seed;
    const samples = truth.map((value) => {
      state = (Math.imul(state, 1664525) + 1013904223) | 0;
      return Math.abs(255 * value - ((state >>> 24) % spread));
    });
    return pairOf(width, truth, samples);
  });

describe("tallyWithWeights", () => {
  it("is to the bit what adding pixel after pixel gives, for every size and kernel", () => {
    const kernel = fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 61, max: 400 }));
    fc.assert(
      fc.property(blockPair, kernel, ({ truth, prediction }, kernel) => {
        const { pixels, weighted } = tallyWithWeights(truth, prediction, kernel);
        assert.deepEqual(pixels, tallyPixels(truth, prediction));
        assert.deepEqual(weighted, tallyWeighted(truth, prediction, kernel));
      }),
      { numRuns: 400 },
    );
  });

  it("serves windows higher than a byte counts, and ignored pixels", () => {
    const tall = pairOf(
      2,
      Array.from({ length: 600 }, (_, i) => Number(i > 200)),
      Array.from({ length: 600 }, (_, i) => i % 256),
    );
    assert.deepEqual(
      tallyWithWeights(tall.truth, tall.prediction, 300).weighted,
      tallyWeighted(tall.truth, tall.prediction, 300),
    );
    const { truth, prediction } = pairOf(2, [0, 1, IGNORED, 1], [1, 2, 3, 4]);
    assert.equal(
      tallyWithWeights(truth, prediction, 3).pixels.positives.reduce((a, b) => a + b),
      2,
    );
  });

  it("rejects a kernel that is no whole number of at least 1", () => {
    const { truth, prediction } = pairOf(1, [1], [1]);
    for (const kernel of [0, -1, 1.5, Number.NaN]) {
      assert.throws(() => tallyWithWeights(truth, prediction, kernel), RangeError);
    }
  });
});
