import type { Score } from "../../core/score.js";
import type { Column } from "../../core/statistics/improvement.js";
import { scoresOf } from "../columns.js";
import type { Report } from "../report.js";

/** A model: its folder of predictions, scored against the truth that all share. */
export interface Contender {
  /** Short, and different from the others'. */
  readonly name: string;
  /** The folder. */
  readonly predictions: string;
  readonly report: Report;
}

/** An image that every model predicted and that could be scored for each. */
export interface SharedImage {
  /** The name of its pair with the first model. */
  readonly name: string;
  /** The file of its ground truth. */
  readonly truth: string;
  /** Its row of each model, in their order. */
  readonly rows: ReadonlyArray<Report["rows"][number]>;
}

/** An image that some model has not. */
export interface MissingImage {
  readonly name: string;
  readonly truth: string;
  /** Names of the models that lack it. */
  readonly missingIn: readonly string[];
}

/** Models on one ground truth, image by image. The first is the baseline of the others. */
export interface Comparison {
  readonly truth: string;
  readonly models: readonly Contender[];
  readonly images: readonly SharedImage[];
  readonly missing: readonly MissingImage[];
  /** Scores that every model has, in catalogue order. */
  readonly scores: readonly Score[];
}

/** Brings together the images of several reports. Images are the same where their ground truth is the same file. */
export function compareModels(truth: string, models: readonly Contender[]): Comparison {
  const byTruth = models.map(({ report }) => new Map(report.rows.map((row) => [row.truth, row])));
  const images: SharedImage[] = [];
  const missing: MissingImage[] = [];
  const seen = new Set<string>();
  for (const row of models.flatMap(({ report }) => report.rows)) {
    if (seen.has(row.truth)) continue;
    seen.add(row.truth);
    const rows = byTruth.flatMap((map) => map.get(row.truth) ?? []);
    if (rows.length === models.length) images.push({ name: row.name, truth: row.truth, rows });
    else {
      const missingIn = models.filter((_, i) => !byTruth[i].has(row.truth)).map(({ name }) => name);
      missing.push({ name: row.name, truth: row.truth, missingIn });
    }
  }
  const [first, ...others] = models.map(({ report }) => scoresOf(report));
  const scores = (first ?? []).filter((score) => others.every((own) => own.includes(score)));
  return { truth, models, images, missing, scores };
}

/** A score of every shared image, a column a model. */
export function columnsOf({ models, images }: Comparison, id: string): Column[] {
  return models.map((_, model) => images.map(({ rows }) => rows[model]?.scores[id] ?? null));
}

/**
 * The score of all pixels of the shared images together, a number a model; null where it is undefined, and for every
 * model where some image is missing in one of them: its pixels are in the sums of the others.
 */
export function microOf({ models, missing }: Comparison, id: string): Array<number | null> {
  return models.map(({ report }) => (missing.length > 0 ? null : (report.summary.micro[id] ?? null)));
}
