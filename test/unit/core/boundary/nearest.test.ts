import assert from "node:assert/strict";
import fc from "fast-check";
import { edgePixels } from "../../../../src/core/boundary/edges.js";
import { nearestSquares, nearestSquaresByColumn } from "../../../../src/core/boundary/nearest.js";
import type { Points } from "../../../../src/core/boundary/points.js";
import { type Spacing, UNIT_SPACING } from "../../../../src/core/boundary/spacing.js";
import { closeTo } from "../support.js";
import { anyMask, anyMasks, at, bitsOf, drawn, placesOf } from "./support.js";

function bruteForce({ xs, ys }: Points, targets: Points, [sx, sy]: Spacing): number[] {
  return Array.from(xs, (x, i) =>
    Math.min(
      ...Array.from(targets.xs, (targetX, j) => ((x - targetX) * sx) ** 2 + ((ys[i] - targets.ys[j]) * sy) ** 2),
    ),
  );
}

const pointsOf = (width: number, places: readonly number[]): Points => ({
  xs: Int32Array.from(places, (place) => place % width),
  ys: Int32Array.from(places, (place) => Math.floor(place / width)),
  weights: new Float64Array(places.length).fill(1),
});

describe("edgePixels", () => {
  it("are foreground with background, or nothing, beside them", () => {
    fc.assert(
      fc.property(anyMask(), (mask) => {
        const expected: string[] = [];
        for (let y = 0; y < mask.height; y++) {
          for (let x = 0; x < mask.width; x++) {
            const neighbours = at(mask, x - 1, y) + at(mask, x + 1, y) + at(mask, x, y - 1) + at(mask, x, y + 1);
            if (at(mask, x, y) === 1 && neighbours < 4) expected.push(`${x},${y}`);
          }
        }
        assert.deepEqual(placesOf(edgePixels(bitsOf(mask))), expected);
      }),
    );
  });

  it("go round a hole, and along the border of the image", () => {
    const ring = edgePixels(bitsOf(drawn("#####", "#####", "##.##", "#####", "#####")));
    assert.equal(ring.xs.length, 16 + 4);
  });
});

describe("nearestSquares", () => {
  it("equals brute force, integers to the bit", () => {
    fc.assert(
      fc.property(anyMasks, ([a, b]) => {
        const [from, to] = [edgePixels(bitsOf(a)), edgePixels(bitsOf(b))];
        assert.deepEqual(Array.from(nearestSquares(from, to, UNIT_SPACING)), bruteForce(from, to, UNIT_SPACING));
      }),
      { numRuns: 400 },
    );
  });

  it("equals brute force where points are far from their targets, so that rows turn to the envelope", () => {
    const width = 200;
    const row = (y: number) => Array.from({ length: width }, (_, x) => y * width + x);
    const many = pointsOf(width, [...row(0), ...row(3), ...row(120)]);
    const far = pointsOf(width, [40 * width + 7, 60 * width + 100, 61 * width + 101, 90 * width + 180]);
    for (const spacing of [UNIT_SPACING, [0.5, 2], [3, 1]] as const) {
      for (const [from, to] of [
        [many, far],
        [far, many],
      ] as const) {
        assert.deepEqual(Array.from(nearestSquares(from, to, spacing)), bruteForce(from, to, spacing));
      }
    }
  });

  it("is what the search by column gives, near and far", () => {
    const place = fc.tuple(fc.nat(400), fc.nat(300));
    const places = fc.array(place, { minLength: 1, maxLength: 60 }).map((list) => {
      const inRows = list.toSorted(([x, y], [otherX, otherY]) => y - otherY || x - otherX);
      return { xs: Int32Array.from(inRows, ([x]) => x), ys: Int32Array.from(inRows, ([, y]) => y) };
    });
    fc.assert(
      fc.property(places, places, (from, to) => {
        assert.deepEqual(nearestSquares(from, to, UNIT_SPACING), nearestSquaresByColumn(from, to, UNIT_SPACING));
      }),
      { numRuns: 300 },
    );
  });

  it("equals brute force for any spacing", () => {
    const size = fc.double({ min: 0.01, max: 100, noNaN: true });
    fc.assert(
      fc.property(anyMasks, fc.tuple(size, size), ([a, b], spacing) => {
        const [from, to] = [edgePixels(bitsOf(a)), edgePixels(bitsOf(b))];
        const expected = bruteForce(from, to, spacing);
        nearestSquares(from, to, spacing).forEach((square, i) => {
          assert.ok(to.xs.length === 0 || closeTo(square, expected[i], 1e-12), `${square}, expected ${expected[i]}`);
        });
      }),
    );
  });

  it("does not depend on the image around the points: where they are is all that counts", () => {
    fc.assert(
      fc.property(anyMasks, fc.nat(100), fc.nat(100), ([a, b], dx, dy) => {
        const [from, to] = [edgePixels(bitsOf(a)), edgePixels(bitsOf(b))];
        const moved = ({ xs, ys, weights }: Points) => ({
          xs: xs.map((x) => x + dx),
          ys: ys.map((y) => y + dy),
          weights,
        });
        assert.deepEqual(nearestSquares(moved(from), moved(to), UNIT_SPACING), nearestSquares(from, to, UNIT_SPACING));
      }),
    );
  });

  it("is infinite without a target", () => {
    const none = pointsOf(5, []);
    assert.deepEqual(Array.from(nearestSquares(pointsOf(5, [3, 7]), none, UNIT_SPACING)), [Infinity, Infinity]);
    assert.equal(nearestSquares(none, pointsOf(5, [3]), UNIT_SPACING).length, 0);
  });
});
