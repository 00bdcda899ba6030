import { LowerEnvelope } from "./lowerEnvelope.js";
import type { Points } from "./points.js";
import type { Spacing } from "./spacing.js";

/** Steps that a row may take in search of its nearest points, per column, before its envelope is built. */
const PATIENCE = 4;

/**
 * Squared Euclidean distance from every point to the nearest of another set; integers for unit spacing.
 *
 * An exact distance transform restricted to where it is needed: only columns that hold a target, and only rows that hold
 * a point. The first pass (Meijster et al. 2000), the nearest target up or down a column, is a cursor in the column's
 * list. The second looks outwards from the point, which is short where the sets are near each other; where it is not,
 * the rest of the row reads the lower envelope. So the cost is linear: points plus rows times columns at the most.
 *
 * @returns one square for each point, in their order; Infinity where there is no target.
 */
export function nearestSquares(points: Points, targets: Points, [sx, sy]: Spacing): Float64Array {
  const { xs, ys } = points;
  const squares = new Float64Array(xs.length).fill(Number.POSITIVE_INFINITY);
  if (xs.length === 0 || targets.xs.length === 0) return squares;
  const columns = new Columns(targets);
  const { count } = columns;
  const envelope = new LowerEnvelope(count);

  for (let i = 0; i < xs.length; ) {
    const y = ys[i];
    const squareTo = (column: number, x: number): number => {
      const across = (columns.x[column] - x) * sx;
      const along = columns.gap(column, y) * sy;
      return across * across + along * along;
    };

    let steps = PATIENCE * count;
    for (; i < xs.length && ys[i] === y && steps > 0; i++) {
      const x = xs[i];
      let best = Number.POSITIVE_INFINITY;
      const isFar = (column: number): boolean => {
        const across = (columns.x[column] - x) * sx;
        return across * across >= best;
      };
      let right = columns.firstFrom(x);
      let left = right - 1;
      // Both sides in turn, so that a near target on either ends the search.
      for (; right < count && !isFar(right); right++, steps--) {
        best = Math.min(best, squareTo(right, x));
        if (left >= 0 && !isFar(left)) best = Math.min(best, squareTo(left--, x));
      }
      for (; left >= 0 && !isFar(left); left--, steps--) best = Math.min(best, squareTo(left, x));
      squares[i] = best;
    }

    if (i === xs.length || ys[i] !== y) continue;
    envelope.clear();
    for (let column = 0; column < count; column++) {
      // In widths of a pixel, so that apexes are whole numbers.
      const along = (columns.gap(column, y) * sy) / sx;
      envelope.add(columns.x[column], along * along);
    }
    for (; i < xs.length && ys[i] === y; i++) {
      squares[i] = squareTo(columns.firstFrom(envelope.nearest(xs[i])), xs[i]);
    }
  }
  return squares;
}

/** Points by column, rows ascending; only columns that hold any. Asked row by row, downwards. */
class Columns {
  /** x of each column, ascending. */
  readonly x: Int32Array;
  readonly count: number;
  private readonly minimum: number;
  private readonly fromX: Int32Array;
  private readonly starts: Int32Array;
  private readonly rows: Int32Array;
  private readonly cursors: Int32Array;

  constructor({ xs, ys }: Points) {
    let minimum = xs[0];
    let maximum = xs[0];
    for (const x of xs) {
      if (x < minimum) minimum = x;
      if (x > maximum) maximum = x;
    }
    const sizes = new Int32Array(maximum - minimum + 1);
    for (const x of xs) sizes[x - minimum]++;
    this.minimum = minimum;
    this.fromX = new Int32Array(sizes.length);
    this.x = new Int32Array(sizes.length);
    this.starts = new Int32Array(sizes.length + 1);
    this.rows = new Int32Array(xs.length);
    let count = 0;
    for (let offset = 0; offset < sizes.length; offset++) {
      this.fromX[offset] = count;
      if (sizes[offset] === 0) continue;
      this.x[count] = minimum + offset;
      this.starts[count + 1] = this.starts[count] + sizes[offset];
      count++;
    }
    this.count = count;
    const next = this.starts.slice();
    for (let i = 0; i < xs.length; i++) this.rows[next[this.fromX[xs[i] - minimum]]++] = ys[i];
    this.cursors = this.starts.slice();
  }

  /** Index of the first column at x or right of it. */
  firstFrom(x: number): number {
    const offset = x - this.minimum;
    if (offset <= 0) return 0;
    return offset < this.fromX.length ? this.fromX[offset] : this.count;
  }

  /** Rows between y and the nearest point of a column; y must not be less than it was at the last call. */
  gap(column: number, y: number): number {
    const { rows, starts, cursors } = this;
    const start = starts[column];
    const end = starts[column + 1];
    let cursor = cursors[column];
    while (cursor < end && rows[cursor] < y) cursor++;
    cursors[column] = cursor;
    const below = cursor < end ? rows[cursor] - y : Number.POSITIVE_INFINITY;
    return cursor > start ? Math.min(below, y - rows[cursor - 1]) : below;
  }
}
