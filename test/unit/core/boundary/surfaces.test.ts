import assert from "node:assert/strict";
import fc from "fast-check";
import type { BitMask } from "../../../../src/core/boundary/bitMask.js";
import { contourOf } from "../../../../src/core/boundary/contour.js";
import { edgePixels } from "../../../../src/core/boundary/edges.js";
import { nearestSquaresByColumn } from "../../../../src/core/boundary/nearest.js";
import type { Points } from "../../../../src/core/boundary/points.js";
import { type Spacing, UNIT_SPACING } from "../../../../src/core/boundary/spacing.js";
import { tallyEdges, tallyOutlines } from "../../../../src/core/boundary/surfaces.js";
import type { DirectedDistances, SurfaceTally } from "../../../../src/core/boundary/surfaceTally.js";
import type { BinaryMask } from "../../../../src/core/raster.js";
import { anyMasks, bitsOf } from "./support.js";

/** Point after point, by the search by column. */
function plainly(points: Points, targets: Points, spacing: Spacing): DirectedDistances {
  const sums = new Map<number, number>();
  nearestSquaresByColumn(points, targets, spacing).forEach((square, i) => {
    sums.set(square, (sums.get(square) ?? 0) + points.weights[i]);
  });
  const unmatched = sums.get(Number.POSITIVE_INFINITY) ?? 0;
  const squares = Float64Array.from(sums.keys())
    .filter((square) => square < Number.POSITIVE_INFINITY)
    .sort();
  return { squares, weights: squares.map((square) => sums.get(square) ?? 0), unmatched };
}

function bothPlainly(masks: readonly BitMask[], spacing: Spacing, pointsOf: (mask: BitMask) => Points): SurfaceTally {
  const [truth, prediction] = masks.map(pointsOf);
  return {
    fromTruth: plainly(truth, prediction, spacing),
    fromPrediction: plainly(prediction, truth, spacing),
  };
}

function assertPlain(pair: readonly BinaryMask[], spacing: Spacing): void {
  const masks = pair.map(bitsOf);
  const [truth, prediction] = masks;
  assert.deepEqual(tallyEdges(truth, prediction, spacing), bothPlainly(masks, spacing, edgePixels));
  assert.deepEqual(
    tallyOutlines(truth, prediction, spacing),
    bothPlainly(masks, spacing, (mask) => contourOf(mask, spacing)),
  );
}

/** Discs, of which some are further from each other than the search sees. */
const spread = fc
  .record({
    width: fc.integer({ min: 250, max: 700 }),
    height: fc.integer({ min: 1, max: 330 }),
    discs: fc.tuple(...Array.from({ length: 2 }, () => discs())),
  })
  .map(({ width, height, discs }) =>
    discs.map((list) => ({
      width,
      height,
      pixels: Uint8Array.from({ length: width * height }, (_, i) =>
        Number(list.some(([x, y, r]) => Math.hypot((i % width) - x, Math.floor(i / width) - y) < r)),
      ),
    })),
  );

function discs() {
  return fc.array(fc.tuple(fc.nat(700), fc.nat(330), fc.integer({ min: 1, max: 20 })), { minLength: 1, maxLength: 3 });
}

describe("tallyEdges and tallyOutlines", () => {
  it("are what lists of points give, to the bit", () => {
    fc.assert(
      fc.property(anyMasks, (pair) => assertPlain(pair, UNIT_SPACING)),
      { numRuns: 300 },
    );
  });

  it("are so far from the other surface, too", () => {
    fc.assert(
      fc.property(spread, (pair) => assertPlain(pair, UNIT_SPACING)),
      { numRuns: 60 },
    );
  });

  it("are so where pixels are not squares of side 1", () => {
    fc.assert(fc.property(anyMasks, fc.constantFrom<Spacing>([0.5, 2], [3, 1]), assertPlain), { numRuns: 60 });
  });
});
