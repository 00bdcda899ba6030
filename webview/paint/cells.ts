import type { Extremes, ExtremesPyramid, JointPixels } from "../../src/core/maps/extremes.js";
import type { Plane } from "../../src/core/maps/pool.js";
import { BACKGROUND, FOREGROUND, IGNORED } from "../../src/core/raster.js";
import type { Grid, Spans } from "./grid.js";

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

/** Of one source row, by column, the codes of `core/maps/extremes`. */
interface RowCodes {
  readonly negatives: Uint32Array;
  readonly lows: Uint32Array;
  readonly highs: Uint32Array;
}

/** Raises the codes of a row to those of a source row, where they are higher. */
type RaiseRow = (row: number, codes: RowCodes) => void;

/** For a mask that is reduced to no less than half, whose pixels are the blocks. */
function extremesOver({ width, truth, prediction }: JointPixels, size: number, grid: Grid): Blocks {
  const { from, to } = span(grid);
  return blocksOver(grid, width, (row, { negatives, lows, highs }) => {
    for (let x = from, i = row * width + from; x < to; x++, i++) {
      const index = prediction[i];
      if (truth[i] === BACKGROUND) {
        if (index >= negatives[x]) negatives[x] = index + 1;
      } else if (truth[i] === FOREGROUND) {
        if (index >= highs[x]) highs[x] = index + 1;
        if (size - index > lows[x]) lows[x] = size - index;
      }
    }
  });
}

/** The largest values of the three planes that each output pixel covers. */
function maximaOver({ highestNegative, lowestPositive, highestPositive }: Extremes, grid: Grid): Blocks {
  const { width } = highestNegative;
  const { from, to } = span(grid);
  const [ofNegatives, ofLows, ofHighs] = [highestNegative, lowestPositive, highestPositive].map(({ values }) => values);
  return blocksOver(grid, width, (row, { negatives, lows, highs }) => {
    const start = row * width;
    raise(negatives, ofNegatives, start, from, to);
    raise(lows, ofLows, start, from, to);
    raise(highs, ofHighs, start, from, to);
  });
}

/** The source columns of a grid. */
function span({ columns, width }: Grid): { readonly from: number; readonly to: number } {
  return { from: columns.from[0], to: columns.to[width - 1] };
}

function raise(codes: Uint32Array, values: Uint16Array | Uint32Array, start: number, from: number, to: number): void {
  for (let x = from; x < to; x++) {
    const value = values[start + x];
    if (value > codes[x]) codes[x] = value;
  }
}

/** Rows first, then columns: that reads every block once, where an output pixel at a time would read it in short runs. */
function blocksOver(grid: Grid, sourceWidth: number, raiseRow: RaiseRow): Blocks {
  const { columns, rows, width, height } = grid;
  const out = {
    highestNegative: new Int32Array(width * height),
    lowestPositive: new Int32Array(width * height),
    highestPositive: new Int32Array(width * height),
  };
  const codes: RowCodes = {
    negatives: new Uint32Array(sourceWidth),
    lows: new Uint32Array(sourceWidth),
    highs: new Uint32Array(sourceWidth),
  };
  for (let y = 0; y < height; y++) {
    for (const row of [codes.negatives, codes.lows, codes.highs]) row.fill(0);
    for (let row = rows.from[y]; row < rows.to[y]; row++) raiseRow(row, codes);
    const at = y * width;
    highestOf(codes.negatives, columns, out.highestNegative, at, width);
    highestOf(codes.lows, columns, out.lowestPositive, at, width);
    highestOf(codes.highs, columns, out.highestPositive, at, width);
  }
  return { kind: "blocks", ...out };
}

/** The largest code under each output pixel of a row. */
function highestOf(codes: Uint32Array, { from, to }: Spans, out: Int32Array, at: number, width: number): void {
  for (let x = 0; x < width; x++) {
    let most = codes[from[x]];
    for (let i = from[x] + 1; i < to[x]; i++) {
      if (codes[i] > most) most = codes[i];
    }
    out[at + x] = most;
  }
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
