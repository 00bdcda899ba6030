import { BYTE_LEVELS, type Tally } from "./tally.js";

/** A tally of 8-bit values without its empty cells. The cell of a value is `truth << 8 | value`. */
export interface PackedTally {
  readonly maximum: number;
  readonly cells: Uint16Array;
  /** Pixels, or their summed weight, by place in `cells`. */
  readonly sums: Float64Array;
}

/** With more cells than this a tally is no smaller packed. */
const MOST_CELLS = 128;

const scratch = { cells: new Uint16Array(MOST_CELLS), sums: new Float64Array(MOST_CELLS) };

/** The same tally in little memory: packed where it is sparse, with the levels that all 8-bit tallies share where it is not. */
export function packTally(tally: Tally): Tally | PackedTally {
  const { levels, maximum, negatives, positives } = tally;
  if (!isByte(levels)) return tally;
  const { cells, sums } = scratch;
  let count = 0;
  for (let cell = 0; cell < 512; cell++) {
    const sum = cell < 256 ? negatives[cell] : positives[cell - 256];
    if (sum === 0) continue;
    // Copies: what was handed in may be part of something larger.
    if (count === MOST_CELLS) {
      return { levels: BYTE_LEVELS, maximum, negatives: negatives.slice(), positives: positives.slice() };
    }
    cells[count] = cell;
    sums[count++] = sum;
  }
  return { maximum, cells: cells.slice(0, count), sums: sums.slice(0, count) };
}

function isByte(levels: Tally["levels"]): boolean {
  return levels === BYTE_LEVELS || (levels.length === 256 && levels.every((level, i) => level === i));
}

/** Unpacks tallies into one scratch: each is good until the next is unpacked. What is not packed is handed on. */
export class Unpacker {
  private readonly negatives = new Float64Array(256);
  private readonly positives = new Float64Array(256);

  unpack(tally: Tally | PackedTally): Tally {
    if (!("cells" in tally)) return tally;
    const { maximum, cells, sums } = tally;
    const { negatives, positives } = this;
    negatives.fill(0);
    positives.fill(0);
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i];
      if (cell < 256) negatives[cell] = sums[i];
      else positives[cell - 256] = sums[i];
    }
    return { levels: BYTE_LEVELS, maximum, negatives, positives };
  }
}
