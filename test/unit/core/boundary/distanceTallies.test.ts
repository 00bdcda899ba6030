import assert from "node:assert/strict";
import fc from "fast-check";
import { fitsKernel } from "../../../../src/core/boundary/distancesKernel.js";
import { tallyDistances, tallyDistancesByRow } from "../../../../src/core/boundary/distanceTallies.js";
import { UNIT_SPACING } from "../../../../src/core/boundary/spacing.js";
import { pairOf } from "../support.js";

/** Discs and specks, of which there may be none, and a prediction of other ones; up to several words wide. */
const pairs = fc
  .record({
    width: fc.integer({ min: 1, max: 200 }),
    height: fc.integer({ min: 1, max: 90 }),
    discs: fc.array(fc.tuple(fc.nat(200), fc.nat(90), fc.integer({ min: 1, max: 60 })), { maxLength: 3 }),
    share: fc.constantFrom(0, 0.001, 0.05, 0.5, 0.95, 1),
    seed: fc.integer(),
  })
  .map(({ width, height, discs, share, seed }) => {
    let state = seed;
    const random = () => {
      state = (Math.imul(state, 1664525) + 1013904223) | 0;
      return (state >>> 8) / 2 ** 24;
    };
    const truth = Array.from({ length: width * height }, (_, i) => {
      const isInside = discs.some(([x, y, r]) => Math.hypot((i % width) - x, Math.floor(i / width) - y) < r);
      return Number(isInside !== random() < share);
    });
    const samples = truth.map((value) => Math.floor(128 * ((random() < 0.1 ? 1 - value : value) + random())));
    return pairOf(width, truth, samples);
  });

describe("tallyDistances", () => {
  it("is to the bit what the transforms row by row give", () => {
    fc.assert(
      fc.property(pairs, ({ truth, prediction }) => {
        assert.deepEqual(
          tallyDistances(truth, prediction, UNIT_SPACING),
          tallyDistancesByRow(truth, prediction, UNIT_SPACING),
        );
      }),
      { numRuns: 400 },
    );
  });

  it("is that of the longest sides as well, from corner to corner", () => {
    const longest = 1 << 14;
    for (const [width, height] of [
      [longest, 2],
      [2, longest],
    ]) {
      const truth = Array.from({ length: width * height }, (_, i) => Number(i === 0));
      const { truth: corner, prediction } = pairOf(
        width,
        truth,
        truth.map((_, i) => (i < truth.length - 1 ? 200 : 3)),
      );
      assert.ok(fitsKernel(width, height));
      assert.deepEqual(
        tallyDistances(corner, prediction, UNIT_SPACING),
        tallyDistancesByRow(corner, prediction, UNIT_SPACING),
      );
    }
  });

  it("takes images of which sums are exact", () => {
    assert.ok(fitsKernel(4096, 4096));
    assert.ok(!fitsKernel(16_384, 16_384));
    assert.ok(!fitsKernel(20_000, 1));
  });
});
