/** Points of a grid, in row order. */
export interface Points {
  readonly xs: Int32Array;
  readonly ys: Int32Array;
}

/** Collects points of which the number is not known beforehand. */
export class PointCollector {
  private xs = new Int32Array(1024);
  private ys = new Int32Array(1024);
  private length = 0;

  add(x: number, y: number): void {
    if (this.length === this.xs.length) {
      this.xs = doubled(this.xs);
      this.ys = doubled(this.ys);
    }
    this.xs[this.length] = x;
    this.ys[this.length++] = y;
  }

  /** The points so far; they share memory with the collector. */
  get points(): Points {
    return { xs: this.xs.subarray(0, this.length), ys: this.ys.subarray(0, this.length) };
  }
}

function doubled(values: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const copy = new Int32Array(2 * values.length);
  copy.set(values);
  return copy;
}
