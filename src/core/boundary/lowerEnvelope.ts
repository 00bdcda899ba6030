/**
 * Lower envelope of parabolas with apexes on a line: the second pass of a linear-time exact distance transform.
 *
 * Source: Felzenszwalb and Huttenlocher 2012, Distance Transforms of Sampled Functions. For integer heights the doubles
 * are exact where it matters: a crossing that is a whole number is represented, and no other is closer to one than
 * 1 / (2 * width).
 */
export class LowerEnvelope {
  private readonly apexes: Float64Array;
  private readonly heights: Float64Array;
  /** Parabola k is lowest from starts[k] on. */
  private readonly starts: Float64Array;
  private last = -1;
  private at = 0;

  /** @param capacity most parabolas there can be. */
  constructor(capacity: number) {
    this.apexes = new Float64Array(capacity);
    this.heights = new Float64Array(capacity);
    this.starts = new Float64Array(capacity);
  }

  clear(): void {
    this.last = -1;
    this.at = 0;
  }

  /** Adds (x - apex)² + height; apexes ascend. */
  add(apex: number, height: number): void {
    const { apexes, heights, starts } = this;
    const lifted = height + apex * apex;
    let start = Number.NEGATIVE_INFINITY;
    let k = this.last;
    for (; k >= 0; k--) {
      start = (lifted - heights[k] - apexes[k] * apexes[k]) / (2 * (apex - apexes[k]));
      if (start > starts[k]) break;
    }
    if (k < 0) start = Number.NEGATIVE_INFINITY;
    k++;
    apexes[k] = apex;
    heights[k] = height;
    starts[k] = start;
    this.last = k;
  }

  /** Apex of the parabola that is lowest at x; ask in ascending order of x, after at least one was added. */
  nearest(x: number): number {
    while (this.at < this.last && this.starts[this.at + 1] < x) this.at++;
    return this.apexes[this.at];
  }
}
