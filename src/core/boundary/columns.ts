import type { LowerEnvelope } from "./lowerEnvelope.js";
import type { Places } from "./points.js";
import type { Spacing } from "./spacing.js";

/** Points by column, rows ascending; only columns that hold any. To be asked row by row, downwards. */
export class Columns {
  readonly count: number;
  /** Columns looked at so far: the cost. */
  looks = 0;
  /** x of each column, ascending. */
  private readonly x: Int32Array;
  private readonly minimum: number;
  /** By x - minimum: the first column there or further right. */
  private readonly fromX: Int32Array;
  /** Where each column begins in `rows`. */
  private readonly starts: Int32Array;
  private readonly rows: Int32Array;
  /** Per column, the first point at or below the row that was asked last. */
  private readonly cursors: Int32Array;
  private readonly sx: number;
  private readonly sy: number;

  /** @param points at least one. */
  constructor({ xs, ys }: Places, [sx, sy]: Spacing) {
    this.sx = sx;
    this.sy = sy;
    let minimum = xs[0];
    let maximum = xs[0];
    for (let i = 1; i < xs.length; i++) {
      minimum = Math.min(minimum, xs[i]);
      maximum = Math.max(maximum, xs[i]);
    }
    const sizes = new Int32Array(maximum - minimum + 1);
    for (let i = 0; i < xs.length; i++) sizes[xs[i] - minimum]++;
    this.minimum = minimum;
    this.fromX = new Int32Array(sizes.length);
    this.x = new Int32Array(sizes.length);
    this.starts = new Int32Array(sizes.length + 1);
    let count = 0;
    for (let offset = 0; offset < sizes.length; offset++) {
      this.fromX[offset] = count;
      if (sizes[offset] === 0) continue;
      this.x[count] = minimum + offset;
      this.starts[count + 1] = this.starts[count] + sizes[offset];
      count++;
    }
    this.count = count;
    this.rows = new Int32Array(xs.length);
    this.cursors = this.starts.slice();
    const next = this.starts.slice();
    for (let i = 0; i < xs.length; i++) this.rows[next[this.fromX[xs[i] - minimum]]++] = ys[i];
  }

  /** Index of the first column at x or right of it. */
  firstFrom(x: number): number {
    const offset = x - this.minimum;
    if (offset <= 0) return 0;
    return offset < this.fromX.length ? this.fromX[offset] : this.count;
  }

  /** Squared distance from (x, y) to the nearest point of a column. */
  square(column: number, x: number, y: number): number {
    const along = this.gap(column, y) * this.sy;
    return this.squareAcross(column, x) + along * along;
  }

  /** Squared distance from (x, y) to the nearest point: looks outwards until the columns are further than the best. */
  nearestSquare(x: number, y: number): number {
    let best = Number.POSITIVE_INFINITY;
    let right = this.firstFrom(x);
    let left = right - 1;
    let wasFound = true;
    while (wasFound) {
      wasFound = false;
      if (right < this.count && this.squareAcross(right, x) < best) {
        best = Math.min(best, this.square(right++, x, y));
        wasFound = true;
      }
      if (left >= 0 && this.squareAcross(left, x) < best) {
        best = Math.min(best, this.square(left--, x, y));
        wasFound = true;
      }
      this.looks++;
    }
    return best;
  }

  /** The distances of row y as parabolas, in widths of a pixel. */
  envelopeAt(y: number, envelope: LowerEnvelope): void {
    envelope.clear();
    for (let column = 0; column < this.count; column++) {
      const along = (this.gap(column, y) * this.sy) / this.sx;
      envelope.add(this.x[column], along * along);
    }
  }

  private squareAcross(column: number, x: number): number {
    const across = (this.x[column] - x) * this.sx;
    return across * across;
  }

  /** Rows between y and the nearest point of a column; y must not be less than it was at the last call. */
  private gap(column: number, y: number): number {
    const { rows, cursors } = this;
    const end = this.starts[column + 1];
    let cursor = cursors[column];
    while (cursor < end && rows[cursor] < y) cursor++;
    cursors[column] = cursor;
    if (cursor === this.starts[column]) return rows[cursor] - y;
    const above = y - rows[cursor - 1];
    return cursor < end ? Math.min(above, rows[cursor] - y) : above;
  }
}
