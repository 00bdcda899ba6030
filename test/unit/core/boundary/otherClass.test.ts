import assert from "node:assert/strict";
import fc from "fast-check";
import { otherClassSquares } from "../../../../src/core/boundary/otherClass.js";
import { type Spacing, UNIT_SPACING } from "../../../../src/core/boundary/spacing.js";
import { type BinaryMask, IGNORED } from "../../../../src/core/raster.js";
import { closeTo } from "../support.js";
import { anyMask, drawn } from "./support.js";

function bruteForce({ width, pixels }: BinaryMask, [sx, sy]: Spacing): number[] {
  return Array.from(pixels, (own, i) => {
    if (own === IGNORED || !pixels.includes(1 - own)) return 0;
    let best = Number.POSITIVE_INFINITY;
    pixels.forEach((other, j) => {
      if (other !== 1 - own) return;
      const across = ((i % width) - (j % width)) * sx;
      const along = (Math.floor(i / width) - Math.floor(j / width)) * sy;
      best = Math.min(best, across ** 2 + along ** 2);
    });
    return best;
  });
}

describe("otherClassSquares", () => {
  it("equals brute force, integers to the bit, ignored pixels or not", () => {
    fc.assert(
      fc.property(fc.oneof(anyMask(), anyMask(IGNORED)), (mask) => {
        assert.deepEqual(Array.from(otherClassSquares(mask, UNIT_SPACING)), bruteForce(mask, UNIT_SPACING));
      }),
      { numRuns: 300 },
    );
  });

  it("equals brute force for any spacing", () => {
    const size = fc.double({ min: 0.1, max: 10, noNaN: true });
    fc.assert(
      fc.property(anyMask(), fc.tuple(size, size), (mask, spacing) => {
        const expected = bruteForce(mask, spacing);
        otherClassSquares(mask, spacing).forEach((square, i) => {
          assert.ok(closeTo(square, expected[i], 1e-9), `${square}, expected ${expected[i]}`);
        });
      }),
    );
  });

  it("sees past ignored pixels, and gives them 0", () => {
    const squares = otherClassSquares(drawn("#??.", "####"), UNIT_SPACING);
    assert.deepEqual(Array.from(squares), [9, 0, 0, 1, 10, 5, 2, 1]);
  });

  it("is 0 where a class is missing", () => {
    assert.deepEqual(Array.from(otherClassSquares(drawn("##", "##"), UNIT_SPACING)), [0, 0, 0, 0]);
    assert.deepEqual(Array.from(otherClassSquares(drawn("..", "?."), UNIT_SPACING)), [0, 0, 0, 0]);
  });
});
