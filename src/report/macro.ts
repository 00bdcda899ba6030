import { bootstrapIntervals, type Interval, LANES, type SeriesGroup } from "../core/bootstrap.js";
import type { Scores } from "../core/evaluate.js";
import type { EmptyPolicy, Settings } from "../core/settings.js";
import { inCatalogueOrder } from "./catalogueOrder.js";
import { type MeanAlone, valueOfEmpty } from "./runningMeans.js";
import type { Columns } from "./scoreColumns.js";

export interface MacroMean extends MeanAlone {
  /** 95 % percentile bootstrap of the mean over images (`core/bootstrap`); null for fewer than two images. */
  readonly interval: Interval | null;
}

/** Finds the intervals of series anywhere: a list a group, an interval a series. */
export type Bootstrap = (groups: readonly SeriesGroup[]) => Promise<ReadonlyArray<ReadonlyArray<Interval | null>>>;

/** Means of columns of scores. @param known the means alone, where they are known already. */
export async function macroMeans(
  columns: Columns,
  policy: EmptyPolicy,
  bootstrap: Bootstrap,
  known?: readonly MeanAlone[],
): Promise<MacroMean[]> {
  const counted = countedValues(columns, policy);
  const means = known ?? meansAlone(counted);
  const groups = groupsOfLength(counted, means);
  return withIntervals(means, groups, await bootstrap(groups));
}

/** The same, with the intervals found in this thread. */
export function macroMeansHere(columns: Columns, policy: EmptyPolicy): MacroMean[] {
  const counted = countedValues(columns, policy);
  const means = meansAlone(counted);
  const groups = groupsOfLength(counted, means);
  return withIntervals(means, groups, groups.map(bootstrapIntervals));
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

/** Undefined values as the numbers that they count as, if they do. */
function countedValues({ count, visit }: Columns, policy: EmptyPolicy): Columns {
  const empty = valueOfEmpty(policy) ?? Number.NaN;
  return {
    count,
    visit: (columns, take) => visit(columns, (place, value) => take(place, Number.isNaN(value) ? empty : value)),
  };
}

function meansAlone({ count, visit }: Columns): MeanAlone[] {
  const sums = Array.from({ length: count }, () => ({ sum: 0, n: 0, excluded: 0 }));
  visit([...sums.keys()], (column, value) => {
    const entry = sums[column];
    if (Number.isNaN(value)) entry.excluded++;
    else {
      entry.sum += value;
      entry.n++;
    }
  });
  return sums.map(({ sum, n, excluded }) => ({ mean: n === 0 ? null : sum / n, n, excluded }));
}

interface ColumnGroup extends SeriesGroup {
  readonly columns: readonly number[];
}

/** Columns of which equally many values count, and which are therefore resampled alike. */
function groupsOfLength({ visit }: Columns, means: readonly MeanAlone[]): ColumnGroup[] {
  const lengths = Array.from(new Set(means.map(({ n }) => n)));
  return lengths.flatMap((length) => {
    const columns = [...means.keys()].filter((column) => means[column].n === length);
    return inPieces(columns, LANES).map((piece) => ({
      columns: piece,
      series: piece.length,
      length,
      write(lanes) {
        const next = [...piece.keys()];
        visit(piece, (lane, value) => {
          if (Number.isNaN(value)) return;
          lanes[next[lane]] = value;
          next[lane] += LANES;
        });
      },
    }));
  });
}

function inPieces<Item>(items: readonly Item[], size: number): Item[][] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, i) => items.slice(i * size, (i + 1) * size));
}

function withIntervals(
  means: readonly MeanAlone[],
  groups: readonly ColumnGroup[],
  intervals: ReadonlyArray<ReadonlyArray<Interval | null>>,
): MacroMean[] {
  const byColumn = new Map(
    groups.flatMap(({ columns }, i) => columns.map((column, lane) => [column, intervals[i][lane]])),
  );
  return means.map((mean, column) => ({ ...mean, interval: byColumn.get(column) ?? null }));
}
