import type { Codes, Extremes, ExtremesPyramid, JointPixels } from "../../src/core/maps/extremes.js";
import type { Plane } from "../../src/core/maps/pool.js";
import { BACKGROUND, FOREGROUND, IGNORED } from "../../src/core/raster.js";
import type { Grid } from "./grid.js";

/** What each output pixel shows of a binary pair, before anything is known of thresholds and losses. */
export type Cells = Pixels | Blocks;

/** One mask pixel each: its place in the joint table. */
export interface Pixels {
  readonly kind: "pixels";
  readonly joint: Int32Array;
}

/** Several mask pixels each: their extremes, as in `core/maps/extremes`. */
export interface Blocks {
  readonly kind: "blocks";
  readonly highestNegative: Codes;
  readonly lowestPositive: Codes;
  readonly highestPositive: Codes;
}

/** @param size how many indices the prediction can have. */
export function cellsOf(pixels: JointPixels, pyramid: ExtremesPyramid, size: number, grid: Grid): Cells {
  if (grid.scale >= 1) return { kind: "pixels", joint: jointOf(pixels, size, grid) };
  if (grid.level === 0) return extremesOver(pixels, size, grid);
  return maximaOver(pyramid.level(grid.level), size, grid);
}

function jointOf(
  { width, truth, prediction }: JointPixels,
  size: number,
  { columns, rows, ...grid }: Grid,
): Int32Array {
  const joint = new Int32Array(grid.width * grid.height);
  for (let y = 0, at = 0; y < grid.height; y++) {
    const row = rows.from[y] * width;
    for (let x = 0; x < grid.width; x++, at++) {
      const i = row + columns.from[x];
      joint[at] = truth[i] * size + prediction[i];
    }
  }
  return joint;
}

/** For a mask that is reduced to no less than half, whose pixels are the blocks. */
function extremesOver({ width, truth, prediction }: JointPixels, size: number, grid: Grid): Blocks {
  const { from, to } = sourceColumns(grid);
  const [negatives, lows, highs] = [0, 1, 2].map(() => codesFor(size, width));
  return blocksOver(grid, size, (start, end) => {
    for (const row of [negatives, lows, highs]) row.fill(0);
    for (let row = start; row < end; row++) {
      for (let x = from, i = row * width + from; x < to; x++, i++) {
        const index = prediction[i];
        if (truth[i] === BACKGROUND) {
          if (index >= negatives[x]) negatives[x] = index + 1;
        } else if (truth[i] === FOREGROUND) {
          if (index >= highs[x]) highs[x] = index + 1;
          if (size - index > lows[x]) lows[x] = size - index;
        }
      }
    }
    return { negatives, lows, highs, offset: 0 };
  });
}

/** The largest values of the three planes that each output pixel covers. */
function maximaOver(extremes: Extremes, size: number, grid: Grid): Blocks {
  const { width } = extremes.highestNegative;
  const planes = [extremes.highestNegative, extremes.lowestPositive, extremes.highestPositive].map(
    (plane) => plane.values,
  );
  const highest = planes.map(() => codesFor(size, width));
  const { from, to } = sourceColumns(grid);
  return blocksOver(grid, size, (start, end) => {
    if (end === start + 1) return { negatives: planes[0], lows: planes[1], highs: planes[2], offset: start * width };
    for (const [i, values] of planes.entries()) {
      highest[i].set(values.subarray(start * width + from, start * width + to), from);
      for (let row = start + 1; row < end; row++) raise(highest[i], values, row * width, from, to);
    }
    return { negatives: highest[0], lows: highest[1], highs: highest[2], offset: 0 };
  });
}

/** As the planes of `core/maps/extremes`: one type of array keeps the loops fast. */
function codesFor(size: number, length: number): Codes {
  return size < 1 << 16 ? new Uint16Array(length) : new Uint32Array(length);
}

/** From the first to before the last that a grid shows. */
function sourceColumns({ columns, width }: Grid): { readonly from: number; readonly to: number } {
  return { from: columns.from[0], to: columns.to[width - 1] };
}

function raise(highest: Codes, values: Codes, start: number, from: number, to: number): void {
  for (let x = from; x < to; x++) {
    const value = values[start + x];
    if (value > highest[x]) highest[x] = value;
  }
}

/** The codes of `core/maps/extremes` over some source rows, by column, behind an offset. */
interface RowCodes {
  readonly negatives: Codes;
  readonly lows: Codes;
  readonly highs: Codes;
  readonly offset: number;
}

/** Rows first, then columns: that reads every block once, where an output pixel at a time would read it in short runs. */
function blocksOver(
  { columns: { from, to }, rows, width, height }: Grid,
  size: number,
  codesOf: (start: number, end: number) => RowCodes,
): Blocks {
  const [highestNegative, lowestPositive, highestPositive] = [0, 1, 2].map(() => codesFor(size, width * height));
  for (let y = 0, at = 0; y < height; y++) {
    const { negatives, lows, highs, offset } = codesOf(rows.from[y], rows.to[y]);
    for (let x = 0; x < width; x++, at++) {
      const first = offset + from[x];
      const end = offset + to[x];
      let negative = negatives[first];
      let low = lows[first];
      let high = highs[first];
      for (let i = first + 1; i < end; i++) {
        if (negatives[i] > negative) negative = negatives[i];
        if (lows[i] > low) low = lows[i];
        if (highs[i] > high) high = highs[i];
      }
      highestNegative[at] = negative;
      lowestPositive[at] = low;
      highestPositive[at] = high;
    }
  }
  return { kind: "blocks", highestNegative, lowestPositive, highestPositive };
}

/** The largest value that each output pixel covers. */
export function maximumOver({ width, values }: Plane, { columns, rows, ...grid }: Grid): Int32Array {
  const out = new Int32Array(grid.width * grid.height);
  for (let y = 0, at = 0; y < grid.height; y++) {
    for (let x = 0; x < grid.width; x++, at++) {
      let most = 0;
      for (let row = rows.from[y]; row < rows.to[y]; row++) {
        for (let i = row * width + columns.from[x]; i < row * width + columns.to[x]; i++) {
          if (values[i] > most) most = values[i];
        }
      }
      out[at] = most;
    }
  }
  return out;
}

/** The rounded mean of the values that each output pixel covers. */
export function meanOver({ width, values }: Plane, { columns, rows, ...grid }: Grid): Int32Array {
  const out = new Int32Array(grid.width * grid.height);
  for (let y = 0, at = 0; y < grid.height; y++) {
    const height = rows.to[y] - rows.from[y];
    for (let x = 0; x < grid.width; x++, at++) {
      let sum = 0;
      for (let row = rows.from[y]; row < rows.to[y]; row++) {
        for (let i = row * width + columns.from[x]; i < row * width + columns.to[x]; i++) sum += values[i];
      }
      out[at] = Math.round(sum / (height * (columns.to[x] - columns.from[x])));
    }
  }
  return out;
}

/**
 * The place in the joint table that each output pixel of several mask pixels shows: of their extremes, the one that
 * ranks highest.
 *
 * @param ranks by joint index.
 * @param out one index an output pixel; ignored pixels get the first of theirs.
 */
export function resolveBlocks(
  { highestNegative, lowestPositive, highestPositive }: Blocks,
  ranks: Float32Array,
  out: Int32Array,
): void {
  const size = ranks.length / 3;
  for (let i = 0; i < out.length; i++) {
    const negative = highestNegative[i];
    const high = highestPositive[i];
    if (high === 0) {
      out[i] = negative === 0 ? IGNORED * size : negative - 1;
      continue;
    }
    const low = 2 * size - lowestPositive[i];
    const best = size + high - 1;
    const positive = ranks[best] > ranks[low] ? best : low;
    out[i] = negative > 0 && ranks[negative - 1] > ranks[positive] ? negative - 1 : positive;
  }
}
