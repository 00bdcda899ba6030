import {
  type Codes,
  codesFor,
  type Extremes,
  type ExtremesPyramid,
  type JointPixels,
} from "../../src/core/maps/extremes.js";
import { BACKGROUND, FOREGROUND } from "../../src/core/raster.js";
import { bands, type Steps } from "../../src/core/steps.js";
import type { Grid } from "./grid.js";
import { peaksOfRow, peaksOver } from "./pooled.js";

/** What each cell of a grid shows of a binary pair, before anything is known of thresholds and losses. */
export type Cells = Pixels | Blocks;

/** One mask pixel each: its place in the joint table. */
export interface Pixels {
  readonly kind: "pixels";
  readonly joint: Int32Array;
}

/** Several mask pixels each: their extremes, as in `core/maps/extremes`, in rows of `stride` from `offset` on. */
export interface Blocks {
  readonly kind: "blocks";
  readonly width: number;
  readonly height: number;
  readonly stride: number;
  readonly offset: number;
  readonly highestNegative: Codes;
  readonly lowestPositive: Codes;
  readonly highestPositive: Codes;
}

/** @param size how many indices the prediction can have. */
export function* cellsOf(pixels: JointPixels, pyramid: ExtremesPyramid, size: number, grid: Grid): Steps<Cells> {
  if (grid.scale >= 1) return { kind: "pixels", joint: jointOf(pixels, size, grid) };
  if (grid.level === 0) return yield* extremesOver(pixels, size, grid);
  const extremes = yield* pyramid.level(grid.level);
  return isBlockEach(grid) ? windowOf(extremes, grid) : yield* maximaOver(extremes, size, grid);
}

function jointOf({ width, truth, prediction }: JointPixels, size: number, { columns, rows }: Grid): Int32Array {
  const joint = new Int32Array(columns.first.length * rows.first.length);
  const from = firstOf(columns);
  let at = 0;
  for (const y of rows.first) {
    const row = rows.from[y] * width;
    for (let x = 0; x < from.length; x++, at++) joint[at] = truth[row + from[x]] * size + prediction[row + from[x]];
  }
  return joint;
}

const firstOf = ({ from, first }: Grid["columns"]) => first.map((i) => from[i]);

/** Whether the cells are the blocks between the corners of the grid, one each. */
function isBlockEach({ columns, rows }: Grid): boolean {
  return [columns, rows].every(({ from, to, first }) =>
    first.every((at, i) => from[at] === from[0] + i && to[at] === from[at] + 1),
  );
}

/** The blocks as the pyramid has them, uncopied: a frame of a gesture has no time to look at each of them twice. */
function windowOf({ highestNegative, lowestPositive, highestPositive }: Extremes, { columns, rows }: Grid): Blocks {
  const stride = highestNegative.width;
  return {
    kind: "blocks",
    width: columns.first.length,
    height: rows.first.length,
    stride,
    offset: rows.from[0] * stride + columns.from[0],
    highestNegative: highestNegative.values,
    lowestPositive: lowestPositive.values,
    highestPositive: highestPositive.values,
  };
}

/** For a mask that is reduced to no less than half, whose pixels are the blocks. */
function* extremesOver(pixels: JointPixels, size: number, grid: Grid): Steps<Blocks> {
  const blocks = emptyBlocks(size, grid);
  for (const [from, to] of bands(blocks.height, 2 * pixels.width)) {
    extremesOfRows(pixels, size, grid, blocks, from, to);
    yield;
  }
  return blocks;
}

function extremesOfRows(
  { width, truth, prediction }: JointPixels,
  size: number,
  { columns, rows, width: edge }: Grid,
  { highestNegative, lowestPositive, highestPositive }: Blocks,
  from: number,
  to: number,
): void {
  const [start, end] = [columns.from[0], columns.to[edge - 1]];
  const [negatives, lows, highs] = [codesFor(size, width), codesFor(size, width), codesFor(size, width)];
  for (let y = from; y < to; y++) {
    for (const row of [negatives, lows, highs]) row.fill(0, start, end);
    for (let row = rows.from[rows.first[y]]; row < rows.to[rows.first[y]]; row++) {
      for (let x = start, i = row * width + start; x < end; x++, i++) {
        const index = prediction[i];
        if (truth[i] === BACKGROUND) {
          if (index >= negatives[x]) negatives[x] = index + 1;
        } else if (truth[i] === FOREGROUND) {
          if (index >= highs[x]) highs[x] = index + 1;
          if (size - index > lows[x]) lows[x] = size - index;
        }
      }
    }
    peaksOfRow(negatives, 0, columns, highestNegative, y);
    peaksOfRow(lows, 0, columns, lowestPositive, y);
    peaksOfRow(highs, 0, columns, highestPositive, y);
  }
}

/** The largest values of the three planes that each cell covers. */
function* maximaOver(extremes: Extremes, size: number, grid: Grid): Steps<Blocks> {
  const blocks = emptyBlocks(size, grid);
  for (const plane of ["highestNegative", "lowestPositive", "highestPositive"] as const) {
    yield* peaksOver(extremes[plane], grid, blocks[plane]);
  }
  return blocks;
}

function emptyBlocks(size: number, { columns, rows }: Grid): Blocks {
  const [width, height] = [columns.first.length, rows.first.length];
  const [highestNegative, lowestPositive, highestPositive] = [0, 1, 2].map(() => codesFor(size, width * height));
  return { kind: "blocks", width, height, stride: width, offset: 0, highestNegative, lowestPositive, highestPositive };
}
