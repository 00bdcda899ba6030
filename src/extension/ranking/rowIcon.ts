import type { Score } from "../../core/score.js";

const STEPS = 14;

/**
 * How full the bar of a pair is, in [0, 1]: full is good. A bounded score fills by its own range; a loss without an upper
 * bound by the worst value of the run.
 */
export function goodness(score: Score, value: number, worst: number): number {
  const [minimum, maximum] = score.range;
  const top = Number.isFinite(maximum) ? maximum : worst;
  const share = top > minimum ? (value - minimum) / (top - minimum) : 1;
  const clamped = Math.min(1, Math.max(0, share));
  return score.better === "higher" ? clamped : 1 - clamped;
}

/** Pixels of a bar that are filled. */
export const barLength = (goodness: number): number => Math.round(goodness * STEPS);

/** A 16 x 16 SVG image: a horizontal bar, filled as far as the pair is good. */
export function barIcon(filled: number, colour: string): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 16" fill="${colour}">`,
    '<rect x="1" y="6" width="14" height="4" rx="1" opacity=".25"/>',
    filled === 0 ? "" : `<rect x="1" y="6" width="${filled}" height="4" rx="1"/>`,
    "</svg>",
  ].join("");
}
