import { BYTE_LEVELS, type Tally } from "./tally.js";

/** A tally of 8-bit values without its empty cells. The cell of a value is `truth << 8 | value`. */
export interface PackedTally {
  readonly maximum: number;
  readonly cells: Uint16Array;
  /** Pixels, or their summed weight, by place in `cells`. */
  readonly sums: Uint32Array | Float64Array;
}

/** @returns null for a tally of other than 8-bit values. */
export function packTally({ levels, maximum, negatives, positives }: Tally): PackedTally | null {
  const isByte = levels === BYTE_LEVELS || (levels.length === 256 && levels.every((level, i) => level === i));
  if (!isByte) return null;
  const sums = new Float64Array(512);
  sums.set(negatives);
  sums.set(positives, 256);
  const cells = Uint16Array.from(sums.keys()).filter((cell) => sums[cell] !== 0);
  const filled = Float64Array.from(cells, (cell) => sums[cell]);
  const counts = Uint32Array.from(filled);
  return { maximum, cells, sums: counts.every((count, i) => count === filled[i]) ? counts : filled };
}

/** Unpacks tallies into one scratch: each is good until the next is unpacked. */
export class Unpacker {
  private readonly negatives = new Float64Array(256);
  private readonly positives = new Float64Array(256);

  unpack({ maximum, cells, sums }: PackedTally): Tally {
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
