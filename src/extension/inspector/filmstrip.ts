import type { Thumbnail } from "../../core/maps/thumbnail.js";
import type { Score } from "../../core/score.js";
import { valuesFor } from "../../core/settings.js";
import type { Strip, StripFrame } from "../../protocol/filmstrip.js";
import type { App } from "../app.js";
import { positionOf, type Ranking } from "../ranking/ranking.js";
import { scoreText } from "../ranking/rowText.js";
import type { PairRow, Run } from "../run.js";
import { reachOf } from "../table/tableRows.js";
import type { Target } from "../target.js";

/** At most 48 kB each. */
const MOST_KEPT = 300;

/** What the filmstrip of the inspector shows: the ranking by place, and its pictures as they are asked for. */
export class Filmstrip {
  private ranking: Ranking | undefined;
  private revision = 0;
  private kept = new Map<string, Promise<Thumbnail | null>>();
  private keptFor: Run | undefined;

  constructor(private readonly app: Pick<App, "session" | "scorer">) {}

  /** Null: there is no ranking, or two models are compared, which have no place in it. */
  strip(target: Target): Strip | null {
    const { ranking } = this.app.session;
    if (target.kind === "pair" && target.job.other) return null;
    if (!ranking || ranking.pairs.length === 0) return null;
    if (ranking !== this.ranking) {
      this.ranking = ranking;
      this.revision++;
    }
    const position = target.kind === "pair" ? positionOf(ranking, target.job.prediction) : undefined;
    return {
      revision: this.revision,
      count: ranking.pairs.length,
      by: ranking.score.title,
      current: (position?.rank ?? 0) - 1,
    };
  }

  /** Frames by place; none where the ranking has become another one. */
  frames(revision: number, from: number, count: number): StripFrame[] {
    if (!this.ranking || revision !== this.revision) return [];
    const { score, pairs } = this.ranking;
    const threshold = this.thresholdOf(score);
    return pairs.slice(from, from + count).map(({ name, kind, scores }) => ({
      name,
      score: scoreText(score, scores[score.id]),
      threshold: kind === "binary" ? threshold : null,
    }));
  }

  /** That which is turned where tallies tell the score, else the run's; null where the score has none. */
  private thresholdOf(score: Score): number | null {
    const { run, settings = run?.settings } = this.app.session;
    if (!run || !settings || !("threshold" in score.parameters)) return null;
    const held = reachOf(score.id, run.settings, settings) === "tallies" ? settings : run.settings;
    const { threshold } = valuesFor(score, held);
    return typeof threshold === "number" ? threshold : null;
  }

  pairAt(revision: number, place: number): PairRow | undefined {
    return revision === this.revision ? this.ranking?.pairs[place] : undefined;
  }

  /** The errors of a pair at a threshold, small. Null where they cannot be had, or the ranking has become another one. */
  async thumbnail(revision: number, place: number, threshold: number): Promise<Thumbnail | null> {
    const { run } = this.app.session;
    const pair = this.pairAt(revision, place);
    if (!run || !pair) return null;
    if (run !== this.keptFor) {
      this.kept.clear();
      this.keptFor = run;
    }
    const key = `${threshold} ${pair.prediction}`;
    const known = this.kept.get(key) ?? this.app.scorer.thumbnail(jobOf(run, pair), { ...run.settings, threshold });
    // Last again: the one that was not asked for the longest goes first.
    this.kept.delete(key);
    this.kept.set(key, known);
    const [oldest] = this.kept.keys();
    if (this.kept.size > MOST_KEPT && oldest !== undefined) this.kept.delete(oldest);
    return known;
  }
}

/** The job that the row came from: it also knows the class maps behind the prediction. */
function jobOf({ plan }: Run, { index, name, prediction, truth }: PairRow) {
  return plan.jobs[index] ?? { name, prediction, truth };
}
