import type { Scores } from "../../core/evaluate.js";
import type { Settings } from "../../core/settings.js";
import { meansOf } from "../../report/summary.js";

/** The data set at a moment of training. */
export interface TrendPoint {
  /** Number of the epoch, or of the round. */
  readonly at: number;
  /** Images scored. */
  readonly n: number;
  /** Mean of every score over them. */
  readonly means: Scores;
}

/** Files that are overwritten again and again make rounds; one that waits longer than this is over. */
const ROUND_MS = 4000;

/** The trend of a folder without epochs: a point a round, when all of it was rewritten or nothing more comes. */
export class Rounds {
  readonly points: TrendPoint[] = [];
  private readonly rewritten = new Set<string>();
  private lastChange = 0;

  changed(name: string, now: number): void {
    this.rewritten.add(name);
    this.lastChange = now;
  }

  /** Ends the round if it is over. @returns whether a point was added. */
  close(
    rows: ReadonlyMap<string, { readonly scores: Scores }>,
    settings: Settings,
    isIdle: boolean,
    now: number,
  ): boolean {
    if (this.rewritten.size === 0 || rows.size === 0 || !isIdle) return false;
    const isWhole = Array.from(rows.keys()).every((name) => this.rewritten.has(name));
    if (!isWhole && now - this.lastChange < ROUND_MS) return false;
    this.rewritten.clear();
    this.points.push({ at: this.points.length + 1, n: rows.size, means: meansOf(Array.from(rows.values()), settings) });
    return true;
  }
}
