import assert from "node:assert/strict";
import fc from "fast-check";
import { extremesPyramid } from "../../../../src/core/maps/extremes.js";
import { type Plane, poolMaximum, poolMean } from "../../../../src/core/maps/pool.js";
import { BACKGROUND, FOREGROUND, IGNORED } from "../../../../src/core/raster.js";
import { atOnce } from "../../../../src/core/steps.js";

const sides = { width: fc.integer({ min: 1, max: 13 }), height: fc.integer({ min: 1, max: 13 }) };

const anyPlane = fc.record(sides).chain(({ width, height }) => {
  const size = { minLength: width * height, maxLength: width * height };
  return fc.uint8Array(size).map((values): Plane<Uint8Array> => ({ width, height, values }));
});

/** The pixels of a block, by coordinates. */
function block(plane: { readonly width: number; readonly height: number }, side: number, at: number): number[] {
  const columns = Math.ceil(plane.width / side);
  const [x, y] = [(at % columns) * side, Math.floor(at / columns) * side];
  return Array.from({ length: side * side }, (_, i) => ({ x: x + (i % side), y: y + Math.floor(i / side) }))
    .filter((pixel) => pixel.x < plane.width && pixel.y < plane.height)
    .map((pixel) => pixel.y * plane.width + pixel.x);
}

describe("planes of half the size", () => {
  it("hold the maximum and the rounded mean of what each cell covers", () => {
    fc.assert(
      fc.property(anyPlane, (plane) => {
        const [maximum, mean] = [atOnce(poolMaximum(plane)), atOnce(poolMean(plane))];
        for (const pooled of [maximum, mean]) {
          assert.ok(pooled.values instanceof Uint8Array);
          assert.deepEqual([pooled.width, pooled.height], [Math.ceil(plane.width / 2), Math.ceil(plane.height / 2)]);
          assert.equal(pooled.values.length, pooled.width * pooled.height);
        }
        for (const at of maximum.values.keys()) {
          const covered = block(plane, 2, at).map((i) => plane.values[i]);
          assert.equal(maximum.values[at], Math.max(...covered));
          assert.equal(mean.values[at], Math.round(covered.reduce((sum, value) => sum + value, 0) / covered.length));
        }
      }),
    );
  });
});

describe("extremes of blocks", () => {
  const size = 9;
  const anyPixels = fc.record(sides).chain(({ width, height }) => {
    const length = { minLength: width * height, maxLength: width * height };
    return fc
      .record({
        truth: fc.array(fc.constantFrom(BACKGROUND, FOREGROUND, IGNORED), length),
        prediction: fc.array(fc.integer({ min: 0, max: size - 1 }), length),
      })
      .map((pixels) => ({
        width,
        height,
        truth: Uint8Array.from(pixels.truth),
        prediction: Uint8Array.from(pixels.prediction),
      }));
  });

  it("are those of their pixels, at every level, in whatever order they are asked for", () => {
    fc.assert(
      fc.property(anyPixels, fc.shuffledSubarray([1, 2, 3, 4], { minLength: 1 }), (pixels, levels) => {
        const pyramid = extremesPyramid(pixels, size);
        for (const level of levels) {
          const { highestNegative, lowestPositive, highestPositive } = atOnce(pyramid.level(level));
          const side = 2 ** level;
          assert.equal(highestNegative.width, Math.ceil(pixels.width / side));
          assert.equal(highestNegative.values.length, highestNegative.width * Math.ceil(pixels.height / side));
          for (const at of highestNegative.values.keys()) {
            const covered = block(pixels, side, at);
            const of = (kind: number) =>
              covered.filter((i) => pixels.truth[i] === kind).map((i) => pixels.prediction[i]);
            const [negatives, positives] = [of(BACKGROUND), of(FOREGROUND)];
            assert.equal(highestNegative.values[at], Math.max(-1, ...negatives) + 1);
            assert.equal(highestPositive.values[at], Math.max(-1, ...positives) + 1);
            assert.equal(lowestPositive.values[at], size - Math.min(size, ...positives));
          }
        }
      }),
    );
  });

  it("are kept in two bytes while the indices fit there", () => {
    const pixels = { width: 1, height: 1, truth: Uint8Array.of(BACKGROUND), prediction: Uint16Array.of(65535) };
    assert.ok(atOnce(extremesPyramid(pixels, 65535).level(1)).highestNegative.values instanceof Uint16Array);
    assert.deepEqual(atOnce(extremesPyramid(pixels, 65536).level(1)).highestNegative.values, Uint32Array.of(65536));
  });
});
