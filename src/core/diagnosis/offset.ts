import { type BitMask, countBits, lowestBit } from "../boundary/bitMask.js";

export interface Offset {
  readonly dx: number;
  readonly dy: number;
}

/** Pixels that two masks have in common when the second is moved right and down. */
export function overlapAt(fixed: BitMask, moved: BitMask, { dx, dy }: Offset): number {
  const { height, stride } = fixed;
  const along = dx >> 5;
  const bit = dx & 31;
  let common = 0;
  for (let y = Math.max(0, dy); y < Math.min(height, height + dy); y++) {
    const row = y * stride;
    const from = (y - dy) * stride;
    for (let word = 0; word < stride; word++) {
      const here = fixed.words[row + word];
      if (here === 0) continue;
      const near = word - along;
      const lower = near >= 0 && near < stride ? moved.words[from + near] : 0;
      const below = near - 1 >= 0 && near - 1 < stride ? moved.words[from + near - 1] : 0;
      common += countBits(here & (bit === 0 ? lower : (lower << bit) | (below >>> (32 - bit))));
    }
  }
  return common;
}

/** Cells along the longer side of the reduced masks in which the search begins. */
const CELLS = 128;

/**
 * The offset, at most `reach` pixels each way, at which two masks have most in common, or several, each with its own
 * partner, together. First on masks reduced to counts by cell, at every offset; then on the pixels, uphill from the best
 * of these and from 0. Cost does not grow with reach.
 *
 * @param fixed, moved partners at equal places; all of one size.
 */
export function bestOffset(fixed: readonly BitMask[], moved: readonly BitMask[], reach: number): Offset {
  const [{ width, height }] = fixed;
  const cell = Math.max(1, Math.ceil(Math.max(width, height) / CELLS));
  const [a, b] = [fixed, moved].map((masks) => masks.map((mask) => reduced(mask, cell)));
  const cells = Math.ceil(reach / cell);
  let coarse: Offset = { dx: 0, dy: 0 };
  let most = 0;
  for (let dy = -cells; dy <= cells; dy++) {
    for (let dx = -cells; dx <= cells; dx++) {
      const product = a.reduce((sum, own, i) => sum + productAt(own, b[i], dx, dy), 0);
      if (product > most) {
        most = product;
        coarse = { dx: dx * cell, dy: dy * cell };
      }
    }
  }
  const ends = [coarse, { dx: 0, dy: 0 }].map((start) => climb(fixed, moved, start, cell, reach));
  return ends[0].common > ends[1].common ? ends[0] : ends[1];
}

const around = [-1, 0, 1].flatMap((x) => [-1, 0, 1].map((y) => [x, y] as const));

/** Goes to the best neighbour until there is none, by ever smaller steps. */
function climb(fixed: readonly BitMask[], moved: readonly BitMask[], start: Offset, firstStep: number, reach: number) {
  const commonAt = (offset: Offset) => fixed.reduce((sum, own, i) => sum + overlapAt(own, moved[i], offset), 0);
  let best = { ...start, common: commonAt(start) };
  for (let step = firstStep; step >= 1; step = Math.floor(step / 2)) {
    for (let from = null as Offset | null; from !== best; ) {
      from = best;
      for (const [x, y] of around) {
        const to = { dx: from.dx + x * step, dy: from.dy + y * step };
        if (Math.abs(to.dx) > reach || Math.abs(to.dy) > reach) continue;
        const common = commonAt(to);
        if (common > best.common) best = { ...to, common };
      }
    }
  }
  return best;
}

interface Counts {
  readonly width: number;
  readonly height: number;
  readonly cells: Float64Array;
}

/** How many pixels of a mask each cell of a coarser grid has. */
function reduced({ width, height, stride, words }: BitMask, cell: number): Counts {
  const size = { width: Math.ceil(width / cell), height: Math.ceil(height / cell) };
  const cells = new Float64Array(size.width * size.height);
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / cell) * size.width;
    for (let word = 0; word < stride; word++) {
      for (let bits = words[y * stride + word]; bits !== 0; bits &= bits - 1) {
        cells[row + Math.floor((32 * word + lowestBit(bits)) / cell)]++;
      }
    }
  }
  return { ...size, cells };
}

function productAt(a: Counts, b: Counts, dx: number, dy: number): number {
  let sum = 0;
  for (let y = Math.max(0, dy); y < Math.min(a.height, a.height + dy); y++) {
    const row = y * a.width;
    const from = (y - dy) * a.width - dx;
    for (let x = Math.max(0, dx); x < Math.min(a.width, a.width + dx); x++) sum += a.cells[row + x] * b.cells[from + x];
  }
  return sum;
}
