import type { Score } from "../../core/score.js";
import { shortNumber } from "../scoreText.js";
import { html, type Markup } from "./markup.js";

const BINS = 24;
const [WIDTH, HEIGHT] = [120, 22];

/** A histogram of the values of a score over the images, small enough for a line of a table. */
export function distribution(values: readonly number[], { range: [least, most] }: Pick<Score, "range">): Markup {
  if (values.length < 2) return html`—`;
  const sorted = [...values].sort((a, b) => a - b);
  const [first, last] = [sorted[0], sorted[sorted.length - 1]];
  const from = Number.isFinite(least) ? Math.min(least, first) : first;
  const to = Number.isFinite(most) ? Math.max(most, last) : last;
  const counts = new Array<number>(BINS).fill(0);
  for (const value of sorted) counts[binOf(value, from, to)]++;
  const highest = Math.max(...counts);
  const step = WIDTH / BINS;
  const bars = counts.flatMap((count, bin) => {
    if (count === 0) return [];
    const height = Math.max(1, Math.round((count / highest) * (HEIGHT - 2)));
    return [html`<rect x="${bin * step}" y="${HEIGHT - 1 - height}" width="${step - 1}" height="${height}"/>`];
  });
  const middle = (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.ceil((sorted.length - 1) / 2)]) / 2;
  const label = `from ${shortNumber(first)} to ${shortNumber(last)}, median ${shortNumber(middle)}; axis ${shortNumber(from)} to ${shortNumber(to)}`;
  return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-label="${label}"><title>${label}</title>
${bars}<path d="M0 ${HEIGHT - 0.5}H${WIDTH}"/></svg>`;
}

function binOf(value: number, from: number, to: number): number {
  return to > from ? Math.min(BINS - 1, Math.floor(((value - from) / (to - from)) * BINS)) : 0;
}
