import type { Score } from "../../core/score.js";
import { comparable, improvement } from "../../core/statistics/improvement.js";
import { shortNumber } from "../../report/scoreText.js";

/** The headline of a followed folder, and what it is compared with. */
export interface Headline {
  readonly folder: string;
  readonly score: Score;
  readonly mean: number | null;
  /** Images of the mean, and the epoch or round that it is of. */
  readonly n: number;
  readonly moment: string;
  /** Against the epoch, round or run before, over the images of both. */
  readonly change?: {
    readonly than: string;
    readonly n: number;
    readonly before: number | null;
    readonly now: number | null;
  };
  /** The round that is being written, in words. */
  readonly open?: string;
}

/**
 * "unet 0.8421 ▲ 0.0123": for the status bar; the triangle points up where it is better, whichever way the score points.
 * A change that is over fewer images than the mean says so: "unet 0.8421 ▲ 0.0123 over 3".
 */
export function statusText({ folder, score, mean, n, change: compared }: Headline): string {
  if (mean === null) return folder;
  const change = changeOf(score, compared);
  if (change === null || !compared) return `${folder} ${shortNumber(mean)}`;
  const sign = change === 0 ? "=" : `${change > 0 ? "▲" : "▼"} ${shortNumber(Math.abs(change))}`;
  return `${folder} ${shortNumber(mean)} ${sign}${compared.n === n ? "" : ` over ${compared.n}`}`;
}

/** The same in words, for the tooltip and for screen readers. */
export function spokenStatus({ folder, score, mean, n, moment, change: compared, open }: Headline): string {
  const next = open === undefined ? "" : `; ${open}`;
  if (mean === null) return `${folder}: no mean yet${next}`;
  const change = changeOf(score, compared);
  const than = change === null || !compared ? "" : comparison(change, compared);
  const over = `${moment}, mean over ${n} ${n === 1 ? "image" : "images"}`;
  return `${folder}: ${score.title} ${shortNumber(mean)} (${over})${than}${next}`;
}

function comparison(change: number, { than, n }: NonNullable<Headline["change"]>): string {
  const over = `over ${n === 1 ? "the one image" : `the ${n} images`} of both`;
  if (change === 0) return `, as ${than} ${over}`;
  return `, ${shortNumber(Math.abs(change))} ${change > 0 ? "better" : "worse"} than ${than} ${over}`;
}

function changeOf({ better }: Score, change: Headline["change"]): number | null {
  const [before, now] = [comparable(change?.before), comparable(change?.now)];
  return before === null || now === null ? null : improvement(before, now, better);
}
