import { catalogue } from "../core/catalogue.js";
import { evaluate, type Scores } from "../core/evaluate.js";
import { type Evidence, mergeEvidence } from "../core/evidence.js";
import type { EmptyPolicy, Settings } from "../core/settings.js";
import type { ScoredRow } from "./row.js";

/** Mean over the images where the score is defined; `excluded` counts the others. */
export interface MacroMean {
  readonly mean: number | null;
  readonly n: number;
  readonly excluded: number;
}

/** A data set in two ways: the mean of its images, and the score of all its pixels together. */
export interface Summary {
  readonly macro: Readonly<Record<string, MacroMean>>;
  readonly micro: Scores;
}

/**
 * Adds up rows, one by one, and keeps none: what it holds does not grow with the number of rows.
 * Add them in the order of the pairs: weighted tallies are sums of doubles, whose last digit depends on the order.
 */
export class SummaryBuilder {
  private evidence: Evidence | null = null;
  private readonly sums = new Map<string, { sum: number; n: number; excluded: number }>();

  constructor(private readonly settings: Settings) {}

  add(row: ScoredRow): void {
    this.evidence = this.evidence ? mergeEvidence(this.evidence, row.evidence) : row.evidence;
    for (const [id, score] of Object.entries(row.scores)) {
      const entry = this.sums.get(id) ?? { sum: 0, n: 0, excluded: 0 };
      const value = score ?? valueOfEmpty(this.settings.emptyPolicy);
      if (value === null) entry.excluded++;
      else {
        entry.sum += value;
        entry.n++;
      }
      this.sums.set(id, entry);
    }
  }

  build(): Summary {
    const macro: Record<string, MacroMean> = {};
    for (const { id } of catalogue) {
      const entry = this.sums.get(id);
      if (!entry) continue;
      const { sum, n, excluded } = entry;
      macro[id] = { mean: n === 0 ? null : sum / n, n, excluded };
    }
    return { macro, micro: this.evidence ? evaluate(this.evidence, this.settings) : {} };
  }
}

function valueOfEmpty(policy: EmptyPolicy): number | null {
  return policy === "exclude" ? null : policy === "one" ? 1 : 0;
}

export function summarise(rows: readonly ScoredRow[], settings: Settings): Summary {
  const builder = new SummaryBuilder(settings);
  for (const row of rows) builder.add(row);
  return builder.build();
}
