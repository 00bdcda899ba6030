import type { Extremes, ExtremesPyramid, JointPixels } from "../../src/core/maps/extremes.js";
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
  readonly highestNegative: Int32Array;
  readonly lowestPositive: Int32Array;
  readonly highestPositive: Int32Array;
}

/** @param size how many indices the prediction can have. */
export function cellsOf(pixels: JointPixels, pyramid: ExtremesPyramid, size: number, grid: Grid): Cells {
  if (grid.scale >= 1) return { kind: "pixels", joint: jointOf(pixels, size, grid) };
  if (grid.level === 0) return extremesOver(pixels, size, grid);
  return maximaOver(pyramid.level(grid.level), grid);
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
function extremesOver(
  { width, truth, prediction }: JointPixels,
  size: number,
  { columns, rows, ...grid }: Grid,
): Blocks {
  const length = grid.width * grid.height;
  const highestNegative = new Int32Array(length);
  const lowestPositive = new Int32Array(length);
  const highestPositive = new Int32Array(length);
  for (let y = 0, at = 0; y < grid.height; y++) {
    for (let x = 0; x < grid.width; x++, at++) {
      for (let row = rows.from[y]; row < rows.to[y]; row++) {
        for (let i = row * width + columns.from[x]; i < row * width + columns.to[x]; i++) {
          const index = prediction[i];
          if (truth[i] === BACKGROUND) {
            if (index >= highestNegative[at]) highestNegative[at] = index + 1;
          } else if (truth[i] === FOREGROUND) {
            if (index >= highestPositive[at]) highestPositive[at] = index + 1;
            if (size - index > lowestPositive[at]) lowestPositive[at] = size - index;
          }
        }
      }
    }
  }
  return { kind: "blocks", highestNegative, lowestPositive, highestPositive };
}

/** The largest values of the three planes that each output pixel covers: one walk for all. */
function maximaOver(
  { highestNegative, lowestPositive, highestPositive }: Extremes,
  { columns, rows, ...grid }: Grid,
): Blocks {
  const { width } = highestNegative;
  const [negatives, lows, highs] = [highestNegative, lowestPositive, highestPositive].map(({ values }) => values);
  const length = grid.width * grid.height;
  const out = {
    highestNegative: new Int32Array(length),
    lowestPositive: new Int32Array(length),
    highestPositive: new Int32Array(length),
  };
  for (let y = 0, at = 0; y < grid.height; y++) {
    for (let x = 0; x < grid.width; x++, at++) {
      let negative = 0;
      let low = 0;
      let high = 0;
      for (let row = rows.from[y]; row < rows.to[y]; row++) {
        for (let i = row * width + columns.from[x]; i < row * width + columns.to[x]; i++) {
          if (negatives[i] > negative) negative = negatives[i];
          if (lows[i] > low) low = lows[i];
          if (highs[i] > high) high = highs[i];
        }
      }
      out.highestNegative[at] = negative;
      out.lowestPositive[at] = low;
      out.highestPositive[at] = high;
    }
  }
  return { kind: "blocks", ...out };
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
