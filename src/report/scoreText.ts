import { arrowOf, type Score } from "../core/score.js";

/** How tables for people name a score: dice, the loss, must not pass for one that is better when it is higher. */
export function withArrow(score: Score): string {
  return `${score.id} ${arrowOf(score)}`;
}

/** The same in words, for whoever does not know the ids. */
export function titleWithArrow(score: Score): string {
  return `${score.title} ${arrowOf(score)}`;
}

/** A score for reading: 4 significant digits, whole numbers whole, a dash where it is undefined. */
export function shortNumber(value: number | null | undefined): string {
  if (value === null || value === undefined) return "—";
  if (Number.isInteger(value)) return String(value);
  const size = Math.abs(value);
  if (size >= 1e-3 && size < 1e5) return size < 1 ? value.toFixed(4) : value.toPrecision(5);
  return value.toExponential(2);
}
