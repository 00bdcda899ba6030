import type { Score } from "../../core/score.js";
import { improvement } from "../../core/statistics/improvement.js";
import { shortNumber } from "../../report/columns.js";

/** The headline of a followed folder, and what it is compared with. */
export interface Headline {
  readonly folder: string;
  readonly score: Score;
  readonly mean: number | null;
  /** Of the epoch, round or run before. */
  readonly earlier: { readonly name: string; readonly mean: number | null } | undefined;
}

/** "unet 0.8421 ▲ 0.0123": for the status bar; the triangle points up where it is better, whichever way the score points. */
export function statusText({ folder, score, mean, earlier }: Headline): string {
  if (mean === null) return folder;
  const change = changeOf(score, mean, earlier?.mean);
  return `${folder} ${shortNumber(mean)}${change === null ? "" : ` ${change === 0 ? "=" : change > 0 ? "▲" : "▼"}`}${
    change === null || change === 0 ? "" : ` ${shortNumber(Math.abs(change))}`
  }`;
}

/** The same in words, for the tooltip and for screen readers. */
export function spokenStatus({ folder, score, mean, earlier }: Headline): string {
  if (mean === null) return `${folder}: nothing scored yet`;
  const change = changeOf(score, mean, earlier?.mean);
  const than = change === null || !earlier ? "" : comparison(change, earlier.name);
  return `${folder}: ${score.title} ${shortNumber(mean)}${than}`;
}

function comparison(change: number, name: string): string {
  if (change === 0) return `, as ${name}`;
  return `, ${shortNumber(Math.abs(change))} ${change > 0 ? "better" : "worse"} than ${name}`;
}

function changeOf({ better }: Score, mean: number, earlier: number | null | undefined): number | null {
  return typeof earlier === "number" ? improvement(earlier, mean, better) : null;
}
