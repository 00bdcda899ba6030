/** The defined values of some rows, ascending. */
export function sortedValues(values: Float64Array, rows: Uint32Array): Float64Array {
  return Float64Array.from(rows, (row) => values[row])
    .filter((value) => Number.isFinite(value))
    .sort();
}

/** Linear interpolation between the two nearest, as numpy.quantile; null of nothing. */
export function quantile(sorted: Float64Array, fraction: number): number | null {
  if (sorted.length === 0) return null;
  const at = fraction * (sorted.length - 1);
  const below = Math.floor(at);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
}

/** Pairs whose x lies in one of the equal parts of all pairs, ordered by x. */
export interface Part {
  readonly from: number;
  readonly to: number;
  readonly pairs: number;
  /** Median of x, and of y. */
  readonly x: number;
  readonly y: number;
}

/** Divides pairs by their x into parts of as many pairs each, as far as they go, and takes the medians of each. */
export function mediansByPart(x: Float64Array, y: Float64Array, rows: Uint32Array, parts: number): Part[] {
  const both = rows.filter((row) => Number.isFinite(x[row]) && Number.isFinite(y[row])).sort((a, b) => x[a] - x[b]);
  return Array.from({ length: parts }, (_, i) => {
    const [from, to] = [i, i + 1].map((end) => Math.round((end * both.length) / parts));
    return both.subarray(from, to);
  })
    .filter((part) => part.length > 0)
    .map((part) => {
      const median = (values: Float64Array) => quantile(sortedValues(values, part), 0.5) ?? Number.NaN;
      return { from: x[part[0]], to: x[part[part.length - 1]], pairs: part.length, x: median(x), y: median(y) };
    });
}
