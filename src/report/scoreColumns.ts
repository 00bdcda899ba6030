import type { Scores } from "../core/evaluate.js";

/**
 * The scores of pairs by column, in the order of the pairs; NaN where undefined. A pair that lacks a score, being of
 * another kind, is no gap in its column. Scores that no pair has are left out.
 */
export function scoreColumns(
  pairs: ReadonlyArray<{ readonly scores: Scores }>,
  ids: readonly string[],
): ReadonlyMap<string, Float64Array> {
  const columns = ids.map((id) => ({ id, values: new Float64Array(pairs.length), n: 0 }));
  for (const { scores } of pairs) {
    for (const column of columns) {
      const value = scores[column.id];
      if (value !== undefined) column.values[column.n++] = value ?? Number.NaN;
    }
  }
  const present = columns.filter(({ n }) => n > 0);
  return new Map(present.map(({ id, values, n }) => [id, n === values.length ? values : values.slice(0, n)]));
}
