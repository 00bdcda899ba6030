/**
 * Ranks from best, 1, to worst; equal values share the mean of their places. NaN where the value is NaN.
 * @param skip rows that are left out, and get NaN.
 */
export function ranks(values: Float64Array, better: "lower" | "higher", skip: (row: number) => boolean): Float64Array {
  const rows = Uint32Array.from(values.keys()).filter((row) => !Number.isNaN(values[row]) && !skip(row));
  const sign = better === "lower" ? 1 : -1;
  rows.sort((a, b) => sign * (values[a] - values[b]));
  const ranked = new Float64Array(values.length).fill(Number.NaN);
  for (let from = 0, to = 0; from < rows.length; from = to) {
    while (to < rows.length && values[rows[to]] === values[rows[from]]) to++;
    // Places from + 1 … to.
    for (let i = from; i < to; i++) ranked[rows[i]] = (from + 1 + to) / 2;
  }
  return ranked;
}

export interface RankedColumn {
  readonly values: Float64Array;
  readonly better: "lower" | "higher";
}

/** Two scores as they rank the same pairs. */
export interface Disagreement {
  /** Rank by the second less rank by the first: positive where the first thinks better of a pair. NaN where one is undefined. */
  readonly difference: Float64Array;
  /** Spearman's rank correlation: 1, the same order; null for fewer than two pairs, or all equal. */
  readonly correlation: number | null;
}

/** Ranks are among the pairs for which both scores are defined. */
export function disagreement(first: RankedColumn, second: RankedColumn): Disagreement {
  const skip = (row: number) => Number.isNaN(first.values[row]) || Number.isNaN(second.values[row]);
  const a = ranks(first.values, first.better, skip);
  const b = ranks(second.values, second.better, skip);
  return { difference: a.map((rank, row) => b[row] - rank), correlation: correlation(a, b) };
}

/** Pearson's correlation of ranks, which with shared places is Spearman's. */
function correlation(a: Float64Array, b: Float64Array): number | null {
  const rows = Uint32Array.from(a.keys()).filter((row) => !Number.isNaN(a[row]));
  const middle = (rows.length + 1) / 2;
  let [both, first, second] = [0, 0, 0];
  for (const row of rows) {
    both += (a[row] - middle) * (b[row] - middle);
    first += (a[row] - middle) ** 2;
    second += (b[row] - middle) ** 2;
  }
  return first === 0 || second === 0 ? null : both / Math.sqrt(first * second);
}
