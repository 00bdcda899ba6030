import type { BinaryMask } from "../raster.js";
import type { HardCounts } from "../sums.js";

/** Dice coefficient of two hard masks; 0 where both are empty, since checks compare it only. */
export function diceOf({ tp, fp, fn }: Pick<HardCounts, "tp" | "fp" | "fn">): number {
  return tp === 0 ? 0 : (2 * tp) / (2 * tp + fp + fn);
}

/** Dice of a truth and another mask, 0 or 1 a pixel; what it has in ignored pixels does not count. */
export function diceWith({ pixels }: BinaryMask, mask: ArrayLike<number>): number {
  let both = 0;
  let either = 0;
  for (let i = 0; i < pixels.length; i++) {
    // Truth is 0, 1 or 2 for ignored.
    const isTrue = pixels[i] & 1;
    const isPredicted = pixels[i] === 2 ? 0 : mask[i];
    both += isTrue & isPredicted;
    either += isTrue + isPredicted;
  }
  return both === 0 ? 0 : (2 * both) / either;
}

/** What a change must achieve to be the explanation. */
export interface Proof {
  /** The Dice rises by at least this. */
  readonly gain: number;
  /** At most this part of the error, 1 - Dice, is left. */
  readonly left: number;
}

export function proves({ gain, left }: Proof, before: number, after: number): boolean {
  return after >= before + gain && 1 - after <= left * (1 - before);
}
