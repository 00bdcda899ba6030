import type { Scores } from "../../core/evaluate.js";
import type { Settings } from "../../core/settings.js";
import { meansOf } from "../../report/macro.js";
import { type Scored, type Shared, sameImages, sharedMeans } from "./shared.js";

/** The data set at a moment of training. */
export interface TrendPoint {
  /** Number of the epoch, or of the round. */
  readonly at: number;
  /** Images scored. */
  readonly n: number;
  /** Mean of every score over them. */
  readonly means: Scores;
  /** They are those of the point before, or there is none before. */
  readonly isSameSet: boolean;
  /** Against the point before, or what was there before the first; null where they have no image in common. */
  readonly shared: Shared | null;
}

/** Files that are overwritten again and again make rounds; one that waits longer than this is over. */
const ROUND_MS = 4000;

/** The trend of a folder without epochs: a point a round, when all of it was rewritten or nothing more comes. */
export class Rounds {
  readonly points: TrendPoint[];
  private readonly rewritten = new Set<string>();
  private lastChange = 0;
  private isResumed: boolean;

  /**
   * @param known points of rounds before, where the folder was followed before: what is there then is no new round.
   * @param last the rows of the last round, or of what was there before.
   */
  constructor(
    known: readonly TrendPoint[] = [],
    private last?: Scored,
  ) {
    this.points = [...known];
    this.isResumed = known.length > 0;
  }

  changed(name: string, now: number): void {
    this.rewritten.add(name);
    this.lastChange = now;
  }

  /** Rows that were written since the last round; none while those of a folder that is followed again are read. */
  written(rows: Scored): number {
    return this.isResumed ? 0 : Array.from(rows.keys()).filter((name) => this.rewritten.has(name)).length;
  }

  /** Ends the round if it is over. @returns whether a point was added. */
  close(rows: Scored, settings: Settings, isIdle: boolean, now: number): boolean {
    if (this.rewritten.size === 0 || rows.size === 0 || !isIdle) return false;
    const isWhole = Array.from(rows.keys()).every((name) => this.rewritten.has(name));
    if (!isWhole && now - this.lastChange < ROUND_MS) return false;
    this.rewritten.clear();
    const isKnown = this.isResumed && this.last !== undefined && isSame(this.last, rows);
    this.isResumed = false;
    if (isKnown) return false;
    const means = meansOf(Array.from(rows.values()), settings);
    const shared = sharedMeans(this.last, rows, settings);
    const isSameSet = this.points.length === 0 || (this.last !== undefined && sameImages(this.last, rows));
    this.points.push({ at: this.points.length + 1, n: rows.size, means, isSameSet, shared });
    this.last = new Map(rows);
    return true;
  }
}

function isSame(before: Scored, now: Scored): boolean {
  return (
    before.size === now.size &&
    Array.from(now).every(([name, { scores }]) => {
      const earlier = before.get(name)?.scores;
      return earlier && Object.keys(scores).every((id) => (earlier[id] ?? null) === (scores[id] ?? null));
    })
  );
}
