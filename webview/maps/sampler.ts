import { atOnce, bands, type Steps } from "../../src/core/steps.js";
import { type Grid, sameGrid } from "../paint/grid.js";
import type { Size } from "../stage/viewport.js";

/** Chooses the mask pixel that each cell of a grid shows: of what it covers, the first of the highest rank. */
export interface PixelSampler {
  /** Makes what a grid needs, so that the rest is quick. */
  prepare(grid: Grid): Steps;
  pick(grid: Grid): Picked;
}

/** The pixels that are shown of something. */
export interface Picked {
  /** Their positions in the mask. */
  readonly pixels: Int32Array;
  readonly codes: Uint8Array;
}

/** Of squares of 1, 2, 4 … pixels a side; where the squares are the pixels, their positions are their places (null). */
interface Blocks extends Size {
  readonly pixels: Int32Array | null;
  readonly codes: Uint8Array;
}

/**
 * @param codes one a pixel.
 * @param ranks by code: an error is shown before what is right, what is right before background.
 */
export function createPixelSampler(size: Size, codes: Uint8Array, ranks: Uint8Array): PixelSampler {
  const levels: Blocks[] = [{ ...size, pixels: null, codes }];
  let latest: { readonly grid: Grid; readonly picked: Picked } | null = null;

  function* blocksAt(level: number): Steps<Blocks> {
    while (levels.length <= level) {
      const made = levels.length;
      const next = yield* halved(levels[made - 1], ranks);
      // Someone may have been in a hurry meanwhile.
      if (levels.length === made) levels.push(next);
    }
    return levels[level];
  }

  function* pickedOf(grid: Grid): Steps<Picked> {
    if (latest && sameGrid(latest.grid, grid)) return latest.picked;
    const blocks = yield* blocksAt(grid.level);
    const [width, height] = [grid.columns.first.length, grid.rows.first.length];
    const picked = emptyPicked(width * height);
    // Hardly a cell covers more than four blocks.
    for (const [from, to] of bands(height, 4 * width)) {
      pickRows(blocks, ranks, grid, picked, from, to);
      yield;
    }
    latest = { grid, picked };
    return picked;
  }

  return {
    *prepare(grid) {
      yield* pickedOf(grid);
    },
    pick: (grid) => atOnce(pickedOf(grid)),
  };
}

const emptyPicked = (length: number): Picked => ({ pixels: new Int32Array(length), codes: new Uint8Array(length) });

function* halved(finer: Blocks, ranks: Uint8Array): Steps<Blocks> {
  const [width, height] = [(finer.width + 1) >> 1, (finer.height + 1) >> 1];
  const picked = emptyPicked(width * height);
  for (const [from, to] of bands(height, 4 * finer.width)) {
    halveRows(finer, ranks, picked, from, to);
    yield;
  }
  return { width, height, ...picked };
}

/** @param out of blocks of twice the side, overwritten from row `from` to before row `to`. */
function halveRows(blocks: Blocks, ranks: Uint8Array, out: Picked, from: number, to: number): void {
  const { width, height, pixels, codes } = blocks;
  const across = (width + 1) >> 1;
  for (let y = from, at = from * across; y < to; y++) {
    const upper = 2 * y * width;
    // At an odd edge the last block stands in for the one that is lacking.
    const lower = Math.min(2 * y + 1, height - 1) * width;
    for (let x = 0; x < across; x++, at++) {
      const [left, right] = [2 * x, Math.min(2 * x + 1, width - 1)];
      let best = upper + left;
      if (ranks[codes[upper + right]] > ranks[codes[best]]) best = upper + right;
      if (ranks[codes[lower + left]] > ranks[codes[best]]) best = lower + left;
      if (ranks[codes[lower + right]] > ranks[codes[best]]) best = lower + right;
      out.pixels[at] = pixels ? pixels[best] : best;
      out.codes[at] = codes[best];
    }
  }
}

/** @param out of the cells of a grid, overwritten from row `from` to before row `to`. */
function pickRows(
  blocks: Blocks,
  ranks: Uint8Array,
  { columns, rows }: Grid,
  out: Picked,
  from: number,
  to: number,
): void {
  const [starts, ends] = [columns.from, columns.to].map((edges) => columns.first.map((x) => edges[x]));
  const isBlockEach = starts.every((start, x) => start === starts[0] + x && ends[x] === start + 1);
  for (let y = from; y < to; y++) {
    const [upper, lower] = [rows.from[rows.first[y]], rows.to[rows.first[y]]];
    const at = y * starts.length;
    if (isBlockEach && lower === upper + 1) copyRow(blocks, upper * blocks.width + starts[0], out, at, starts.length);
    else pickRow(blocks, ranks, upper, lower, starts, ends, out, at);
  }
}

/** Where each cell is a block: a frame of a gesture has no time to compare one with itself. */
function copyRow({ pixels, codes }: Blocks, start: number, out: Picked, at: number, length: number): void {
  out.codes.set(codes.subarray(start, start + length), at);
  if (pixels) out.pixels.set(pixels.subarray(start, start + length), at);
  else for (let i = 0; i < length; i++) out.pixels[at + i] = start + i;
}

/** Cells of the blocks from row `upper` to before row `lower`, each of its own columns. */
function pickRow(
  { width, pixels, codes }: Blocks,
  ranks: Uint8Array,
  upper: number,
  lower: number,
  starts: Int32Array,
  ends: Int32Array,
  out: Picked,
  at: number,
): void {
  for (let x = 0; x < starts.length; x++) {
    let best = upper * width + starts[x];
    for (let row = upper; row < lower; row++) {
      for (let block = row * width + starts[x]; block < row * width + ends[x]; block++) {
        if (ranks[codes[block]] > ranks[codes[best]]) best = block;
      }
    }
    out.pixels[at + x] = pixels ? pixels[best] : best;
    out.codes[at + x] = codes[best];
  }
}
