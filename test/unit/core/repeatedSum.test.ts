import assert from "node:assert/strict";
import fc from "fast-check";
import { instantiate } from "../../../src/core/instantiate.js";
import { pixelsModule } from "../../../src/core/pixels/pixelsModule.js";

const { addRepeatedly } = instantiate<{ addRepeatedly(sum: number, term: number, n: number): number }>(pixelsModule, {
  edges: { weightAtEdge: () => Number.NaN },
});

function oneByOne(sum: number, term: number, n: number): number {
  let total = sum;
  for (let i = 0; i < n; i++) total += term;
  return total;
}

describe("addRepeatedly", () => {
  it("rounds as often as adding one by one does, and the same way", () => {
    const positive = fc.double({ min: 1e-12, max: 1e12, noNaN: true, noDefaultInfinity: true });
    // Few significant digits are what makes ties.
    const tied = fc
      .tuple(fc.integer({ min: 1, max: 64 }), fc.integer({ min: -60, max: 10 }))
      .map(([m, e]) => m * 2 ** e);
    const term = fc.oneof(positive, tied);
    const sum = fc.oneof(fc.constant(0), positive, tied);
    fc.assert(
      fc.property(sum, term, fc.integer({ min: 0, max: 5000 }), (sum, term, n) => {
        assert.equal(addRepeatedly(sum, term, n), oneByOne(sum, term, n));
      }),
      { numRuns: 2000 },
    );
  });

  it("does so where every addition is a tie", () => {
    const unit = 2 ** -52;
    for (const start of [1, 1 + unit, 1 + 2 * unit]) {
      for (const term of [unit / 2, 1.5 * unit, 2.5 * unit]) {
        assert.equal(addRepeatedly(start, term, 3001), oneByOne(start, term, 3001));
      }
    }
  });

  it("does so for a million weights of a flat window", () => {
    const term = 5 * Math.exp(-2.5);
    assert.equal(addRepeatedly(0.3, term, 1_000_003), oneByOne(0.3, term, 1_000_003));
  });
});
