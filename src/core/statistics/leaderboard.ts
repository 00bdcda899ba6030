import { bootstrapInterval, type Interval } from "../bootstrap.js";
import type { Score } from "../score.js";
import { type Column, comparable } from "./improvement.js";

/** A model's place among others. */
export interface Standing {
  /** Place in the list of columns. */
  readonly model: number;
  /** 1 is best; models of equal mean share a rank. Null where the mean is. */
  readonly rank: number | null;
  /** Mean over the images that count for all; null without any. */
  readonly mean: number | null;
  /** 95 % percentile bootstrap of that mean (`core/bootstrap`). */
  readonly interval: Interval | null;
}

export interface Leaderboard {
  /** Images on which every model has the score: only these count, so that no model is spared a hard image. */
  readonly n: number;
  /** Images left out because the score is undefined for at least one model. */
  readonly leftOut: number;
  /** Best first. */
  readonly standings: readonly Standing[];
}

/** Orders models by the mean of a score. Each column has one entry an image, in the same order. */
export function leaderboard(columns: readonly Column[], better: Score["better"]): Leaderboard {
  const images = columns[0]?.length ?? 0;
  const counted = Array.from({ length: images }, (_, image) => image).filter((image) =>
    columns.every((column) => comparable(column[image]) !== null),
  );
  const means = columns.map((column, model) => {
    const values = counted.map((image) => column[image] as number);
    const mean = values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
    return { model, mean, interval: bootstrapInterval(values) };
  });
  const sign = better === "higher" ? -1 : 1;
  const ordered = means.sort((a, b) => (a.mean === null || b.mean === null ? 0 : sign * (a.mean - b.mean)));
  return {
    n: counted.length,
    leftOut: images - counted.length,
    standings: ordered.map((entry) => ({
      ...entry,
      rank: entry.mean === null ? null : 1 + ordered.findIndex(({ mean }) => mean === entry.mean),
    })),
  };
}
