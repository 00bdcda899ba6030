import assert from "node:assert/strict";
import fc from "fast-check";
import { extremesPyramid } from "../../../../src/core/maps/extremes.js";
import { type Plane, poolMaximum, poolMean } from "../../../../src/core/maps/pool.js";
import { BACKGROUND, FOREGROUND, IGNORED } from "../../../../src/core/raster.js";
import { atOnce } from "../../../../src/core/steps.js";
import { type Blocks, cellsOf } from "../../../../webview/paint/cells.js";
import { type Grid, gridOf } from "../../../../webview/paint/grid.js";
import { meansOver, peaksOver } from "../../../../webview/paint/pooled.js";

const SIZE = 9;

const anyPixels = fc
  .record({ width: fc.integer({ min: 1, max: 70 }), height: fc.integer({ min: 1, max: 70 }) })
  .chain(({ width, height }) => {
    const length = { minLength: width * height, maxLength: width * height };
    return fc
      .record({
        truth: fc.array(fc.constantFrom(BACKGROUND, FOREGROUND, IGNORED), length),
        prediction: fc.array(fc.nat(SIZE - 1), length),
      })
      .map(({ truth, prediction }) => ({
        width,
        height,
        truth: Uint8Array.from(truth),
        prediction: Uint8Array.from(prediction),
      }));
  });

/** What is seen of a mask: whole or cut, fine or coarse. */
const anyView = fc.record({
  scale: fc.oneof(fc.double({ min: 0.02, max: 0.999, noNaN: true }), fc.double({ min: 1, max: 7, noNaN: true })),
  left: fc.double({ min: -0.5, max: 0.5, noNaN: true }),
  top: fc.double({ min: -0.5, max: 0.5, noNaN: true }),
  most: fc.constantFrom(undefined, 0),
});

type View = typeof anyView extends fc.Arbitrary<infer Value> ? Value : never;

function gridIn(mask: { width: number; height: number }, { scale, left, top, most }: View): Grid | null {
  const [width, height] = [mask.width * scale, mask.height * scale];
  return gridOf(mask, { x: left * width, y: top * height, width, height }, { x: 0, y: 0, width: 60, height: 50 }, most);
}

/** Values of a plane that an output pixel covers. */
function covered<Value>(at: (i: number) => Value, width: number, { columns, rows }: Grid, x: number, y: number) {
  const found: Value[] = [];
  for (let row = rows.from[y]; row < rows.to[y]; row++)
    for (let column = columns.from[x]; column < columns.to[x]; column++) found.push(at(row * width + column));
  return found;
}

function eachPixel({ width, height, columns, rows }: Grid, check: (x: number, y: number, cell: number) => void) {
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) check(x, y, rows.cell[y] * columns.first.length + columns.cell[x]);
}

describe("cells of a grid", () => {
  it("hold, for every output pixel, the extremes of the blocks that it covers, or its mask pixel", () => {
    fc.assert(
      fc.property(anyPixels, anyView, (pixels, view) => {
        const grid = gridIn(pixels, view);
        fc.pre(grid !== null);
        const pyramid = extremesPyramid(pixels, SIZE);
        const cells = atOnce(cellsOf(pixels, pyramid, SIZE, grid));
        const side = 2 ** grid.level;
        if (cells.kind === "pixels") {
          eachPixel(grid, (x, y, cell) => {
            const i = grid.rows.from[y] * pixels.width + grid.columns.from[x];
            assert.equal(cells.joint[cell], pixels.truth[i] * SIZE + pixels.prediction[i]);
          });
          return;
        }
        eachPixel(grid, (x, y, cell) => {
          const inside: number[] = [];
          for (let row = grid.rows.from[y] * side; row < Math.min(pixels.height, grid.rows.to[y] * side); row++)
            for (let c = grid.columns.from[x] * side; c < Math.min(pixels.width, grid.columns.to[x] * side); c++)
              inside.push(row * pixels.width + c);
          const of = (kind: number) => inside.filter((i) => pixels.truth[i] === kind).map((i) => pixels.prediction[i]);
          const [negatives, positives] = [of(BACKGROUND), of(FOREGROUND)];
          assert.deepEqual(extremesAt(cells, cell), [
            Math.max(-1, ...negatives) + 1,
            SIZE - Math.min(SIZE, ...positives),
            Math.max(-1, ...positives) + 1,
          ]);
        });
      }),
    );
  });

  it("hold the peak or the mean of a plane", () => {
    fc.assert(
      fc.property(anyPixels, anyView, ({ width, height, prediction }, view) => {
        const bytes: Plane<Uint8Array> = { width, height, values: prediction };
        const grid = gridIn(bytes, view);
        fc.pre(grid !== null);
        for (const [halve, over, of] of [
          [poolMaximum<Uint8Array>, peaksOver<Uint8Array>, (values: number[]) => Math.max(...values)],
          [poolMean, meansOver, (values: number[]) => Math.round(values.reduce((a, b) => a + b, 0) / values.length)],
        ] as const) {
          let plane = bytes;
          for (let level = 0; level < grid.level; level++) plane = atOnce(halve(plane));
          const out = new Uint8Array(grid.columns.first.length * grid.rows.first.length);
          atOnce(over(plane, grid, out));
          eachPixel(grid, (x, y, cell) =>
            assert.equal(out[cell], of(covered((i) => plane.values[i], plane.width, grid, x, y))),
          );
        }
      }),
    );
  });

  it("are as few as what is shown differs", () => {
    const grid = gridOf(
      { width: 8, height: 4 },
      { x: 0, y: 0, width: 80, height: 40 },
      { x: 5, y: 0, width: 30, height: 99 },
    );
    assert.deepEqual([grid?.columns.first.length, grid?.rows.first.length], [4, 4]);
    assert.deepEqual([...(grid?.columns.first ?? [])], [0, 5, 15, 25]);
    assert.deepEqual([...(grid?.rows.cell.subarray(8, 12) ?? [])], [0, 0, 1, 1]);
  });
});

function extremesAt({ width, stride, offset, ...planes }: Blocks, cell: number): number[] {
  const at = offset + Math.floor(cell / width) * stride + (cell % width);
  return [planes.highestNegative[at], planes.lowestPositive[at], planes.highestPositive[at]];
}
