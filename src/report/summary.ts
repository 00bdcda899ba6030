import { bootstrapIntervals, type Interval } from "../core/bootstrap.js";
import { catalogue } from "../core/catalogue.js";
import { evaluate, type Scores } from "../core/evaluate.js";
import type { Evidence, EvidenceKind } from "../core/evidence.js";
import { EvidenceSum } from "../core/evidenceSum.js";
import type { EmptyPolicy, Settings } from "../core/settings.js";
import { type Details, detailsOf } from "./details.js";
import type { ScoredRow } from "./row.js";

/** Mean over the images where the score is defined; `excluded` counts the others. */
export interface MacroMean {
  readonly mean: number | null;
  readonly n: number;
  readonly excluded: number;
  /** 95 % percentile bootstrap of the mean over images (`core/bootstrap`); null for fewer than two images. */
  readonly interval: Interval | null;
}

/** A data set in two ways: the mean of its images, and the score of all its pixels together. */
export interface Means {
  readonly macro: Readonly<Record<string, MacroMean>>;
  readonly micro: Scores;
}

/**
 * Of all pairs. Where they are of several kinds, `macro` takes in every pair that has the score; `micro`, which cannot
 * add up pairs of different kinds, is that of the kind with the most pairs among those that have the score.
 */
export interface Summary extends Means {
  /** Confusion matrix and scores by class of all label maps together. */
  readonly labels?: Details;
  /** Pairs of each kind and their own means, where there are several kinds. */
  readonly byKind?: Readonly<Partial<Record<EvidenceKind, Means & { readonly pairs: number }>>>;
}

/** What is known of the pairs of a kind. */
interface KindSums {
  pairs: number;
  readonly evidence: EvidenceSum;
  macro: MacroValues;
}

/**
 * Adds up rows, one by one, and keeps none of them.
 * Add them in the order of the pairs: weighted tallies are sums of doubles, whose last digit depends on the order.
 */
export class SummaryBuilder {
  private readonly all: MacroValues;
  private readonly kinds = new Map<EvidenceKind, KindSums>();

  constructor(private readonly settings: Settings) {
    this.all = new MacroValues(settings.emptyPolicy);
  }

  add(row: ScoredRow): void {
    this.addScores(row);
    this.addEvidence(row.evidence);
  }

  /** A pair whose evidence is part of a sum that {@link addEvidence} is given. */
  addScores({ kind, scores }: Pick<ScoredRow, "kind" | "scores">): void {
    const entry = this.kinds.get(kind) ?? this.startKind(kind);
    entry.pairs++;
    this.all.add(scores);
    if (entry.macro !== this.all) entry.macro.add(scores);
  }

  /** Of one pair, or a sum of {@link totals}. */
  addEvidence(evidence: Evidence): void {
    (this.kinds.get(evidence.kind) ?? this.startKind(evidence.kind)).evidence.add(evidence);
  }

  /** The evidence of all pairs added up, by kind: what micro scores and curves of the data set are made of. */
  totals(): Evidence[] {
    return Array.from(this.kinds.values()).flatMap(({ evidence }) => evidence.total() ?? []);
  }

  /** As long as there is one kind, its values are those of all: of ten thousand pairs they take megabytes. */
  private startKind(kind: EvidenceKind): KindSums {
    for (const entry of this.kinds.values()) if (entry.macro === this.all) entry.macro = this.all.copy();
    const macro = this.kinds.size === 0 ? this.all : new MacroValues(this.settings.emptyPolicy);
    const fresh = { pairs: 0, evidence: new EvidenceSum(), macro };
    this.kinds.set(kind, fresh);
    return fresh;
  }

  /**
   * Finds the intervals elsewhere, before {@link build} would: of thousands of pairs they take a second, which a thread
   * that others share does not have.
   */
  async prepare(bootstrap: Bootstrap): Promise<void> {
    await Promise.all(this.sections().map((values) => values.prepare(bootstrap)));
  }

  /** Means of all pairs, and of each kind where there are several. */
  private sections(): MacroValues[] {
    return [this.all, ...(this.kinds.size > 1 ? Array.from(this.kinds.values(), ({ macro }) => macro) : [])];
  }

  build(): Summary {
    const isMixed = this.kinds.size > 1;
    const kinds = Array.from(this.kinds, ([kind, { pairs, evidence, macro }]) => {
      const total = evidence.total();
      const micro = total ? evaluate(total, this.settings) : {};
      return [kind, { pairs, macro: isMixed ? macro.means() : {}, micro }] as const;
    });
    const fewestFirst = kinds.map(([, means]) => means).sort((a, b) => a.pairs - b.pairs);
    const labels = this.kinds.get("labels")?.evidence.total();
    return {
      macro: this.all.means(),
      micro: inCatalogueOrder(Object.assign({}, ...fewestFirst.map(({ micro }) => micro))),
      ...(labels && { labels: detailsOf(labels, this.settings) }),
      ...(isMixed && { byKind: Object.fromEntries(kinds) }),
    };
  }
}

/** Intervals of the means of many series, found anywhere. */
export type Bootstrap = (series: readonly Float64Array[]) => Promise<ReadonlyArray<Interval | null>>;

/** The values behind the means of the images, by score. */
class MacroValues {
  private readonly scores = new Map<string, { values: number[]; excluded: number }>();
  /** In the order of `scores`; null before they are found, and when values came since. */
  private intervals: ReadonlyArray<Interval | null> | null = null;

  constructor(private readonly emptyPolicy: EmptyPolicy) {}

  add(scores: Scores): void {
    this.intervals = null;
    const ofEmpty = valueOfEmpty(this.emptyPolicy);
    for (const id of Object.keys(scores)) {
      let entry = this.scores.get(id);
      if (!entry) {
        entry = { values: [], excluded: 0 };
        this.scores.set(id, entry);
      }
      const value = scores[id] ?? ofEmpty;
      if (value === null) entry.excluded++;
      else entry.values.push(value);
    }
  }

  copy(): MacroValues {
    const copy = new MacroValues(this.emptyPolicy);
    for (const [id, { values, excluded }] of this.scores) copy.scores.set(id, { values: values.slice(), excluded });
    return copy;
  }

  async prepare(bootstrap: Bootstrap): Promise<void> {
    this.intervals = await bootstrap(Array.from(this.scores.values(), ({ values }) => Float64Array.from(values)));
  }

  means(): Readonly<Record<string, MacroMean>> {
    this.intervals ??= bootstrapIntervals(Array.from(this.scores.values(), ({ values }) => values));
    const { intervals } = this;
    const means = Array.from(this.scores.entries(), ([id, { values, excluded }], at) => {
      return [id, { mean: meanOf(values), n: values.length, excluded, interval: intervals[at] }] as const;
    });
    return inCatalogueOrder(Object.fromEntries(means));
  }

  /** The means alone: intervals of a large data set take seconds. */
  onlyMeans(): Scores {
    const means = Array.from(this.scores, ([id, { values }]) => [id, meanOf(values)] as const);
    return inCatalogueOrder(Object.fromEntries(means));
  }
}

function meanOf(values: readonly number[] | Float64Array): number | null {
  let sum = 0;
  for (const value of values) sum += value;
  return values.length === 0 ? null : sum / values.length;
}

function inCatalogueOrder<Value>(byId: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> {
  return Object.fromEntries(catalogue.flatMap(({ id }) => (id in byId ? [[id, byId[id]]] : [])));
}

/** What an undefined score counts in a mean; null: the pair is left out. */
export function valueOfEmpty(policy: EmptyPolicy): number | null {
  return policy === "exclude" ? null : policy === "one" ? 1 : 0;
}

/** Mean of every score over rows, as in `macro`. */
export function meansOf(rows: ReadonlyArray<Pick<ScoredRow, "scores">>, { emptyPolicy }: Settings): Scores {
  const values = new MacroValues(emptyPolicy);
  for (const { scores } of rows) values.add(scores);
  return values.onlyMeans();
}

/**
 * Means of columns of scores, as in `macro`.
 * @param columns a number an image, NaN where the score is undefined.
 */
export async function macroMeans(
  columns: readonly Float64Array[],
  policy: EmptyPolicy,
  bootstrap: Bootstrap,
): Promise<MacroMean[]> {
  const empty = valueOfEmpty(policy);
  const series = columns.map((column) =>
    empty === null
      ? column.filter((value) => !Number.isNaN(value))
      : column.map((value) => (Number.isNaN(value) ? empty : value)),
  );
  const intervals = await bootstrap(series);
  return series.map((values, i) => ({
    mean: meanOf(values),
    n: values.length,
    excluded: columns[i].length - values.length,
    interval: intervals[i],
  }));
}

export function summarise(rows: readonly ScoredRow[], settings: Settings): Summary {
  const builder = new SummaryBuilder(settings);
  for (const row of rows) builder.add(row);
  return builder.build();
}
