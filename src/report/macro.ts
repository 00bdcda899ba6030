import { bootstrapIntervals, type Interval } from "../core/bootstrap.js";
import type { Scores } from "../core/evaluate.js";
import type { EmptyPolicy, Settings } from "../core/settings.js";
import { inCatalogueOrder } from "./catalogueOrder.js";

/** Mean over the images where the score is defined; `excluded` counts the others. */
export interface MacroMean {
  readonly mean: number | null;
  readonly n: number;
  readonly excluded: number;
  /** 95 % percentile bootstrap of the mean over images (`core/bootstrap`); null for fewer than two images. */
  readonly interval: Interval | null;
}

/** Intervals of the means of many series, found anywhere: the series are handed over, and may be gone for good. */
export type Bootstrap = (series: readonly Float64Array[]) => Promise<ReadonlyArray<Interval | null>>;

/**
 * Means of columns of scores.
 * @param columns a number an image, NaN where the score is undefined; handed over.
 */
export async function macroMeans(
  columns: readonly Float64Array[],
  policy: EmptyPolicy,
  bootstrap: Bootstrap,
): Promise<MacroMean[]> {
  const { series, means } = counted(columns, policy);
  const intervals = await bootstrap(series);
  return means.map((mean, i) => ({ ...mean, interval: intervals[i] }));
}

/** The same, with the intervals found in this thread. */
export function macroMeansHere(columns: readonly Float64Array[], policy: EmptyPolicy): MacroMean[] {
  const { series, means } = counted(columns, policy);
  const intervals = bootstrapIntervals(series);
  return means.map((mean, i) => ({ ...mean, interval: intervals[i] }));
}

/** The mean of every score over rows alone: intervals of a large data set take seconds. */
export function meansOf(rows: ReadonlyArray<{ readonly scores: Scores }>, { emptyPolicy }: Settings): Scores {
  const empty = valueOfEmpty(emptyPolicy);
  const sums = new Map<string, { sum: number; n: number }>();
  for (const { scores } of rows) {
    for (const id of Object.keys(scores)) {
      const entry = sums.get(id) ?? { sum: 0, n: 0 };
      sums.set(id, entry);
      const value = scores[id] ?? empty;
      if (value === null) continue;
      entry.sum += value;
      entry.n++;
    }
  }
  return inCatalogueOrder(Object.fromEntries(Array.from(sums, ([id, { sum, n }]) => [id, n === 0 ? null : sum / n])));
}

/** What counts of each column, and its mean. */
function counted(columns: readonly Float64Array[], policy: EmptyPolicy) {
  const series = columns.map((column) => seriesOf(column, policy));
  const means = series.map((values, i) => ({
    mean: values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length,
    n: values.length,
    excluded: columns[i].length - values.length,
  }));
  return { series, means };
}

/** A column without the undefined values, or with a number in their place: the same array, as there may be many. */
function seriesOf(column: Float64Array, policy: EmptyPolicy): Float64Array {
  const empty = valueOfEmpty(policy) ?? Number.NaN;
  let n = 0;
  for (const value of column) {
    const counted = Number.isNaN(value) ? empty : value;
    if (!Number.isNaN(counted)) column[n++] = counted;
  }
  return n === column.length ? column : column.subarray(0, n);
}

/** What an undefined score counts in a mean; null: the pair is left out. */
export function valueOfEmpty(policy: EmptyPolicy): number | null {
  return policy === "exclude" ? null : policy === "one" ? 1 : 0;
}
