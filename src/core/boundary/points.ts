/** Points of a grid, in row order. */
export interface Places {
  readonly xs: Int32Array;
  readonly ys: Int32Array;
}

/** Weighted points: a surface. */
export interface Points extends Places {
  /** How much of the surface each stands for: 1, an edge pixel; or a length. */
  readonly weights: Float64Array;
}

/** Collects points of which the number is not known beforehand. */
export class PointCollector {
  private xs = new Int32Array(1024);
  private ys = new Int32Array(1024);
  private weights = new Float64Array(1024);
  private length = 0;

  add(x: number, y: number, weight: number): void {
    if (this.length === this.xs.length) this.grow();
    this.xs[this.length] = x;
    this.ys[this.length] = y;
    this.weights[this.length++] = weight;
  }

  /** The points so far; they share memory with the collector. */
  get points(): Points {
    const { xs, ys, weights, length } = this;
    return { xs: xs.subarray(0, length), ys: ys.subarray(0, length), weights: weights.subarray(0, length) };
  }

  private grow(): void {
    const { xs, ys, weights, length } = this;
    this.xs = new Int32Array(2 * length);
    this.ys = new Int32Array(2 * length);
    this.weights = new Float64Array(2 * length);
    this.xs.set(xs);
    this.ys.set(ys);
    this.weights.set(weights);
  }
}
