import { catalogue } from "../core/catalogue.js";
import { evaluate, isChosen, type Scores } from "../core/evaluate.js";
import type { Evidence, EvidenceKind } from "../core/evidence.js";
import { EvidenceSum } from "../core/evidenceSum.js";
import type { Settings } from "../core/settings.js";
import { inCatalogueOrder } from "./catalogueOrder.js";
import { type Details, detailsOf } from "./details.js";
import { type Bootstrap, type MacroMean, macroMeans, macroMeansHere } from "./macro.js";
import type { ScoredRow } from "./row.js";
import { RunningMeans } from "./runningMeans.js";
import { type Columns, scoreColumns } from "./scoreColumns.js";

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

/** A pair, for its part in the means. */
type Scored = Pick<ScoredRow, "kind" | "scores">;

/** What is known of the pairs of a kind. */
interface KindSums {
  pairs: number;
  readonly means: RunningMeans;
  readonly evidence: EvidenceSum;
}

/** The pairs that means are of: those of a kind, or all. */
type Section = EvidenceKind | undefined;

/**
 * Adds up rows, one by one; of their scores, which the means need, it keeps no copy but the rows themselves.
 * Add them in the order of the pairs: weighted tallies are sums of doubles, whose last digit depends on the order.
 */
export class SummaryBuilder {
  private readonly pairs: Scored[] = [];
  private readonly kinds = new Map<EvidenceKind, KindSums>();
  /** Means that were found and still hold. */
  private readonly macro = new Map<Section, Means["macro"]>();

  /** Of the scores that are asked for. */
  private readonly ids: readonly string[];

  private readonly means: RunningMeans;

  /** @param kept where the pairs are kept as they are added, and read from; not given, they are kept here. */
  constructor(
    private readonly settings: Settings,
    private readonly kept?: Iterable<Scored>,
  ) {
    this.ids = catalogue.filter((score) => isChosen(score, settings)).map(({ id }) => id);
    this.means = new RunningMeans(this.ids, settings.emptyPolicy);
  }

  /** A pair, whose evidence {@link addEvidence} is given, by itself or as a part of a sum. */
  addScores(pair: Scored): void {
    this.macro.clear();
    const sums = this.sumsOf(pair.kind);
    sums.pairs++;
    sums.means.add(pair.scores);
    this.means.add(pair.scores);
    if (!this.kept) this.pairs.push(pair);
  }

  /** Of one pair, or a sum of {@link totals}. */
  addEvidence(evidence: Evidence): void {
    this.sumsOf(evidence.kind).evidence.add(evidence);
  }

  /** The evidence of all pairs added up, by kind: what micro scores and curves of the data set are made of. */
  totals(): Evidence[] {
    return Array.from(this.kinds.values()).flatMap(({ evidence }) => evidence.total() ?? []);
  }

  /**
   * Finds the intervals elsewhere, before {@link build} would: of thousands of pairs they take a second, which a thread
   * that others share does not have.
   */
  async prepare(bootstrap: Bootstrap): Promise<void> {
    const { emptyPolicy } = this.settings;
    const sections: Section[] = [undefined, ...(this.kinds.size > 1 ? this.kinds.keys() : [])];
    await Promise.all(
      sections.map(async (section) => {
        const alone = (section === undefined ? this.means : this.sumsOf(section).means).means();
        const means = await macroMeans(this.columnsOf(section), emptyPolicy, bootstrap, alone);
        this.macro.set(section, this.named(means));
      }),
    );
  }

  build(): Summary {
    const isMixed = this.kinds.size > 1;
    const kinds = Array.from(this.kinds, ([kind, { pairs, evidence }]) => {
      const total = evidence.total();
      const micro = total ? evaluate(total, this.settings) : {};
      return [kind, { pairs, macro: isMixed ? this.macroOf(kind) : {}, micro }] as const;
    });
    const fewestFirst = kinds.map(([, means]) => means).sort((a, b) => a.pairs - b.pairs);
    const labels = this.kinds.get("labels")?.evidence.total();
    return {
      macro: this.macroOf(undefined),
      micro: inCatalogueOrder(Object.assign({}, ...fewestFirst.map(({ micro }) => micro))),
      ...(labels && { labels: detailsOf(labels, this.settings) }),
      ...(isMixed && { byKind: Object.fromEntries(kinds) }),
    };
  }

  private macroOf(section: Section): Means["macro"] {
    const known = this.macro.get(section);
    if (known) return known;
    const found = this.named(macroMeansHere(this.columnsOf(section), this.settings.emptyPolicy));
    this.macro.set(section, found);
    return found;
  }

  private columnsOf(section: Section): Columns {
    const pairs = this.kept ?? this.pairs;
    const chosen = section === undefined ? pairs : Array.from(pairs).filter(({ kind }) => kind === section);
    return scoreColumns(chosen, this.ids);
  }

  /** By score. Those that no pair has are left out. */
  private named(means: readonly MacroMean[]): Means["macro"] {
    const all = means.map((mean, i) => [this.ids[i], mean] as const);
    return Object.fromEntries(all.filter(([, { n, excluded }]) => n + excluded > 0));
  }

  private sumsOf(kind: EvidenceKind): KindSums {
    const known = this.kinds.get(kind);
    if (known) return known;
    const fresh = {
      pairs: 0,
      means: new RunningMeans(this.ids, this.settings.emptyPolicy),
      evidence: new EvidenceSum(),
    };
    this.kinds.set(kind, fresh);
    return fresh;
  }
}

export function summarise(rows: readonly ScoredRow[], settings: Settings): Summary {
  const builder = new SummaryBuilder(settings);
  for (const row of rows) {
    builder.addScores(row);
    builder.addEvidence(row.evidence);
  }
  return builder.build();
}
