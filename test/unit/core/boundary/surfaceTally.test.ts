import assert from "node:assert/strict";
import fc from "fast-check";
import { contourLengths, contourOf } from "../../../../src/core/boundary/contour.js";
import { edgePixels } from "../../../../src/core/boundary/edges.js";
import { UNIT_SPACING } from "../../../../src/core/boundary/spacing.js";
import {
  greaterOf,
  meanDistance,
  percentile,
  pooledMean,
  surfaceDice,
  weightedPercentile,
} from "../../../../src/core/boundary/surfaceDistances.js";
import {
  type DirectedDistances,
  mergeSurfaces,
  pooled,
  type SurfaceTally,
  tallySurfaces,
} from "../../../../src/core/boundary/surfaceTally.js";
import type { BinaryMask } from "../../../../src/core/raster.js";
import { closeTo } from "../support.js";
import { anyMasks, bitsOf, drawn } from "./support.js";

const edgeTally = (truth: BinaryMask, prediction: BinaryMask) =>
  tallySurfaces(edgePixels(bitsOf(truth)), edgePixels(bitsOf(prediction)), UNIT_SPACING);

const contourTally = (truth: BinaryMask, prediction: BinaryMask) =>
  tallySurfaces(contourOf(bitsOf(truth), UNIT_SPACING), contourOf(bitsOf(prediction), UNIT_SPACING), UNIT_SPACING);

const distancesOf = (distances: readonly number[]): DirectedDistances => {
  const squares = Float64Array.from(new Set(distances.map((d) => d * d))).sort();
  return {
    squares,
    weights: squares.map((square) => distances.filter((d) => d * d === square).length),
    unmatched: 0,
  };
};

describe("percentile", () => {
  it("interpolates linearly between neighbours, as numpy", () => {
    assert.equal(percentile(distancesOf([1, 2, 3, 4]), 50), 2.5);
    assert.equal(percentile(distancesOf([0, 0, 0, 10]), 95), 8.5);
    assert.equal(percentile(distancesOf([0, 0, 0, 10]), 100), 10);
    assert.equal(percentile(distancesOf([7]), 95), 7);
    assert.equal(percentile(distancesOf([]), 95), null);
  });

  it("equals the percentile of the sorted list", () => {
    const lists = fc.array(fc.nat(9), { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(lists, fc.integer({ min: 0, max: 100 }), (distances, percent) => {
        const sorted = [...distances].sort((a, b) => a - b);
        const rank = ((sorted.length - 1) * percent) / 100;
        const [low, high] = [sorted[Math.floor(rank)], sorted[Math.ceil(rank)]];
        const expected = low + (high - low) * (rank - Math.floor(rank));
        assert.ok(closeTo(percentile(distancesOf(distances), percent), expected, 1e-12));
      }),
    );
  });
});

describe("weightedPercentile", () => {
  it("is the first distance up to which the share lies, not interpolated", () => {
    assert.equal(weightedPercentile(distancesOf([1, 2, 3, 4]), 50), 2);
    assert.equal(weightedPercentile(distancesOf([1, 2, 3, 4]), 51), 3);
    assert.equal(weightedPercentile(distancesOf([1, 2, 3, 4]), 100), 4);
  });
});

describe("contourOf", () => {
  it("weighs straight pieces by the side, cut corners by half a diagonal", () => {
    const lengths = contourLengths([3, 4]);
    assert.deepEqual([lengths[0], lengths[15]], [0, 0]);
    assert.deepEqual([lengths[3], lengths[12]], [3, 3]);
    assert.deepEqual([lengths[5], lengths[10]], [4, 4]);
    assert.deepEqual([lengths[6], lengths[9], lengths[1]], [5, 5, 2.5]);
  });

  it("has four cut corners round a single pixel, on the border too", () => {
    for (const mask of [drawn("#"), drawn("...", ".#.", "..."), drawn("..#", "...")]) {
      const { weights } = contourOf(bitsOf(mask), UNIT_SPACING);
      assert.equal(weights.length, 4);
      assert.ok(
        closeTo(
          weights.reduce((sum, weight) => sum + weight),
          2 * Math.SQRT2,
          1e-12,
        ),
      );
    }
  });

  it("crosses the boundary of a word", () => {
    const mask = { width: 64, height: 1, pixels: new Uint8Array(64).fill(1) };
    const { xs, weights } = contourOf(bitsOf(mask), UNIT_SPACING);
    assert.equal(xs.length, 2 * 65);
    assert.ok(
      closeTo(
        weights.reduce((sum, weight) => sum + weight),
        2 * 63 + 2 * Math.SQRT2,
        1e-12,
      ),
    );
  });
});

for (const [name, tallyOf, percentileOf] of [
  ["edge pixels", edgeTally, percentile],
  ["contours", contourTally, weightedPercentile],
] as const) {
  describe(`a tally of ${name}`, () => {
    it("is mirrored when the masks are swapped", () => {
      fc.assert(
        fc.property(anyMasks, ([a, b]) => {
          const [ab, ba] = [tallyOf(a, b), tallyOf(b, a)];
          assert.deepEqual(ab.fromTruth, ba.fromPrediction);
          assert.deepEqual(ab.fromPrediction, ba.fromTruth);
        }),
      );
    });

    it("has all distances 0 for equal masks", () => {
      fc.assert(
        fc.property(anyMasks, ([a]) => {
          const { squares } = pooled(tallyOf(a, a));
          assert.ok(squares.every((square) => square === 0));
        }),
      );
    });

    it("adds up: merged in any order, with no distance lost", () => {
      fc.assert(
        fc.property(anyMasks, anyMasks, ([a, b], [c, d]) => {
          const [one, two] = [tallyOf(a, b), tallyOf(c, d)];
          const [whole, turned] = [mergeSurfaces(one, two), mergeSurfaces(two, one)];
          const mass = ({ fromTruth, fromPrediction }: SurfaceTally) =>
            [fromTruth, fromPrediction].reduce(
              (sum, { weights, unmatched }) => weights.reduce((total, weight) => total + weight, sum + unmatched),
              0,
            );
          assert.ok(closeTo(mass(whole), mass(one) + mass(two), 1e-12));
          assert.deepEqual(whole, turned);
          const { squares } = whole.fromTruth;
          assert.ok(squares.every((square, i) => i === 0 || square > squares[i - 1]));
        }),
      );
    });

    it("has NSD rise with the tolerance, from 0 to 1 where both masks have an edge", () => {
      const tolerances = fc.tuple(
        fc.double({ min: 0, max: 80, noNaN: true }),
        fc.double({ min: 0, max: 80, noNaN: true }),
      );
      fc.assert(
        fc.property(anyMasks, tolerances, ([a, b], [s, t]) => {
          const tally = tallyOf(a, b);
          const [low, high] = [surfaceDice(tally, Math.min(s, t)), surfaceDice(tally, Math.max(s, t))];
          if (low === null || high === null) return assert.equal(low, high);
          assert.ok(low >= 0 && low <= high && high <= 1);
          if (percentile(tally.fromTruth, 100) !== null) assert.equal(surfaceDice(tally, 1000), 1);
        }),
      );
    });

    it("has no percentile above the maximum, and means below it", () => {
      fc.assert(
        fc.property(anyMasks, fc.integer({ min: 0, max: 100 }), ([a, b], percent) => {
          const tally = tallyOf(a, b);
          const hd = greaterOf(tally, (distances) => percentileOf(distances, 100));
          const partial = greaterOf(tally, (distances) => percentileOf(distances, percent));
          const mean = pooledMean(tally);
          if (hd === null || partial === null || mean === null) return assert.equal(hd, partial);
          assert.ok(partial <= hd && mean <= hd + 1e-12);
          assert.equal(hd, Math.sqrt(Math.max(...pooled(tally).squares)));
        }),
      );
    });
  });
}

describe("a surface without a partner", () => {
  const tally = edgeTally(drawn("#.", ".."), drawn("..", ".."));

  it("has no distance", () => {
    assert.equal(meanDistance(tally.fromTruth), null);
    assert.equal(
      greaterOf(tally, (distances) => percentile(distances, 100)),
      null,
    );
  });

  it("is within no tolerance", () => {
    assert.equal(tally.fromTruth.unmatched, 1);
    assert.equal(surfaceDice(tally, 1000), 0);
  });

  it("leaves the distances of other images as they are, in a sum", () => {
    const other = edgeTally(drawn("#..#"), drawn("#..."));
    const sum = mergeSurfaces(tally, other);
    assert.equal(
      greaterOf(sum, (distances) => percentile(distances, 100)),
      3,
    );
    assert.equal(surfaceDice(sum, 0), 2 / 4);
  });
});
