import assert from "node:assert/strict";
import fc from "fast-check";
import { signedDistanceAt } from "../../../../src/core/boundary/distanceAt.js";
import { otherClassSquares } from "../../../../src/core/boundary/otherClass.js";
import { boundaryWeightAt, scaledBoundaryWeight } from "../../../../src/core/boundary/weight.js";
import { FOREGROUND } from "../../../../src/core/raster.js";
import { anyPair } from "../support.js";

describe("one pixel of a map, without the map", () => {
  it("has the boundary weight of the map, to the bit", () => {
    fc.assert(
      fc.property(anyPair, fc.integer({ min: 1, max: 30 }), ({ truth }, kernel) => {
        const { map, scale } = scaledBoundaryWeight(truth, kernel);
        map.forEach((weight, i) => {
          const [x, y] = [i % truth.width, Math.floor(i / truth.width)];
          assert.equal(boundaryWeightAt(truth, kernel, x, y, scale), weight);
        });
      }),
    );
  });

  it("has the signed distance of the map, whatever the shape of a pixel", () => {
    const spacing = fc.constantFrom<readonly [number, number]>([1, 1], [0.5, 2], [3, 1]);
    fc.assert(
      fc.property(anyPair, spacing, ({ truth }, spacing) => {
        const squares = otherClassSquares(truth, spacing);
        squares.forEach((square, i) => {
          const d = Math.sqrt(square);
          const expected = d === 0 ? 0 : truth.pixels[i] === FOREGROUND ? 1 - d : d;
          const actual = signedDistanceAt(truth, i % truth.width, Math.floor(i / truth.width), spacing);
          assert.ok(Math.abs(actual - expected) < 1e-9, `${actual}, map ${expected}`);
        });
      }),
    );
  });
});
