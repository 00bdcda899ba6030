import { joined } from "./joined.js";
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

/** The same tally in little memory: packed where it is sparse, with the levels that all 8-bit tallies share where it is not. */
export function packTally(tally: Tally): Tally | PackedTally {
  const { levels, maximum, negatives, positives } = tally;
  const isByte = levels === BYTE_LEVELS || (levels.length === 256 && levels.every((level, i) => level === i));
  if (!isByte) return tally;
  const sums = joined(negatives, positives);
  const cells = Uint16Array.from(sums.keys()).filter((cell) => sums[cell] !== 0);
  if (cells.length > MOST_CELLS) {
    return { levels: BYTE_LEVELS, maximum, negatives: sums.subarray(0, 256), positives: sums.subarray(256) };
  }
  return { maximum, cells, sums: Float64Array.from(cells, (cell) => sums[cell]) };
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
