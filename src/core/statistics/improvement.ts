import type { Score } from "../score.js";

/** A score of every image, in one order for all models; null where it is undefined or there is none. */
export type Column = ReadonlyArray<number | null>;

/** A finite value, or null: what can be compared. An infinite loss minus another is no number. */
export function comparable(value: number | null | undefined): number | null {
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}

/** By how much `after` is better than `before`: positive where it is better, whichever way the score points. */
export function improvement(before: number, after: number, better: Score["better"]): number {
  // Zero is never negative, so that a tie reads as 0.
  return before === after ? 0 : better === "higher" ? after - before : before - after;
}
