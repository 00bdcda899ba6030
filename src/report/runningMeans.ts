import type { Scores } from "../core/evaluate.js";
import type { EmptyPolicy } from "../core/settings.js";

/** Mean over the images where a score is defined, or counts; `excluded` counts the others. */
export interface MeanAlone {
  readonly mean: number | null;
  readonly n: number;
  readonly excluded: number;
}

/** Means of scores, added up pair by pair: at the end nobody has to wait for them. */
export class RunningMeans {
  private readonly sums: Float64Array;
  private readonly counts: Uint32Array;
  private readonly excluded: Uint32Array;
  private readonly empty: number | null;

  constructor(
    private readonly ids: readonly string[],
    policy: EmptyPolicy,
  ) {
    this.sums = new Float64Array(ids.length);
    this.counts = new Uint32Array(ids.length);
    this.excluded = new Uint32Array(ids.length);
    this.empty = valueOfEmpty(policy);
  }

  /** A pair that lacks a score, being of another kind, is not one where it is undefined. */
  add(scores: Scores): void {
    for (let i = 0; i < this.ids.length; i++) {
      const score = scores[this.ids[i]];
      if (score === undefined) continue;
      const value = score === null || Number.isNaN(score) ? this.empty : score;
      if (value === null) {
        this.excluded[i]++;
      } else {
        this.sums[i] += value;
        this.counts[i]++;
      }
    }
  }

  /** One for each of the ids. */
  means(): MeanAlone[] {
    return this.ids.map((_, i) => {
      const n = this.counts[i];
      return { mean: n === 0 ? null : this.sums[i] / n, n, excluded: this.excluded[i] };
    });
  }
}

/** What an undefined score counts in a mean; null: the pair is left out. */
export function valueOfEmpty(policy: EmptyPolicy): number | null {
  return policy === "exclude" ? null : policy === "one" ? 1 : 0;
}
