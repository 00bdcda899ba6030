import { hasIgnored } from "../ignored.js";
import { BACKGROUND, type BinaryMask, FOREGROUND, IGNORED } from "../raster.js";
import { rowsInWords } from "../rowsInWords.js";
import type { Spacing } from "./spacing.js";

/**
 * Squared distance from every pixel to the nearest pixel of the other class: scipy's distance_transform_edt of the
 * foreground and of the background, added. Ignored pixels belong to neither class, and get 0; so does every pixel where
 * one class is missing, since there is no distance then.
 *
 * @returns width * height squares, row-major; integers for unit spacing.
 */
export function otherClassSquares(mask: BinaryMask, spacing: Spacing): Float64Array {
  const squares = new Float64Array(mask.pixels.length);
  const rowAt = otherClassRows(mask, spacing);
  for (let y = 0; y < mask.height; y++) squares.set(rowAt(y), y * mask.width);
  return squares;
}

/** Gives the squares of a row, in an array that is used again: none of the size of the image is written. */
export type RowAt = (y: number) => Float64Array;

/** Memory of the size of an image that is used again for the next; it grows as needed. */
export class Scratch {
  private kept = new Int32Array(0);

  /** So many numbers; what they are is anybody's guess. */
  take(length: number): Int32Array {
    if (length > LARGEST_KEPT) return new Int32Array(length);
    if (length > this.kept.length) this.kept = new Int32Array(length);
    return this.kept.subarray(0, length);
  }
}

/** Pixels of the images whose memory is not given back. */
const LARGEST_KEPT = 1 << 24;

/**
 * The same squares row by row.
 *
 * @param scratch in use until the last row was asked for; memory of its own where not given.
 */
export function otherClassRows({ width, height, pixels }: BinaryMask, spacing: Spacing, scratch?: Scratch): RowAt {
  if (!pixels.includes(FOREGROUND) || !pixels.includes(BACKGROUND)) {
    const zeros = new Float64Array(width);
    return () => zeros;
  }
  if (!hasIgnored(pixels)) return transformOf(pixels, width, height, spacing, scratch);
  // Each class asks with the ignored pixels on its own side, where they are no target.
  const [background, foreground] = [BACKGROUND, FOREGROUND].map((own) =>
    transformOf(
      pixels.map((value) => (value === IGNORED ? own : value)),
      width,
      height,
      spacing,
    ),
  );
  const squares = new Float64Array(width);
  return (y) => {
    const [outside, inside] = [background(y), foreground(y)];
    for (let x = 0, i = y * width; x < width; x++, i++) {
      squares[x] = pixels[i] === IGNORED ? 0 : pixels[i] === FOREGROUND ? inside[x] : outside[x];
    }
    return squares;
  };
}

/**
 * Exact, in two passes, linear (Meijster et al. 2000; the envelope of Felzenszwalb and Huttenlocher 2012). One transform
 * serves both classes: along a row, the pixels that end a run of one class are nearer to it than anything beyond them, so
 * each run is a problem of its own.
 *
 * @param classes 0 or 1 a pixel, both present.
 */
function transformOf(
  classes: Uint8Array,
  width: number,
  height: number,
  spacing: Spacing,
  scratch = new Scratch(),
): RowAt {
  const gaps = scratch.take(classes.length);
  countGaps(gaps, classes, width, height);
  const envelope = new RunEnvelope(width, spacing);
  const squares = new Float64Array(width);
  return (y) => {
    const row = y * width;
    for (let from = 0; from < width; ) {
      const own = classes[row + from];
      let to = from + 1;
      while (to < width && classes[row + to] === own) to++;
      envelope.solve(gaps, row, from, to, squares);
      from = to;
    }
    return squares;
  };
}

/** The lower envelope of the parabolas of one run: one a pixel that sees the other class in its column, one at each end. */
class RunEnvelope {
  private readonly sx: number;
  /** Of a height in widths of a pixel, so that apexes are whole numbers: exact for unit spacing. */
  private readonly scale: number;
  private readonly apexes: Int32Array;
  private readonly heights: Float64Array;
  /** Height plus the square of the apex. */
  private readonly lifted: Float64Array;
  /** Parabola k is lowest from starts[k] on. */
  private readonly starts: Float64Array;
  /** Products for quotients. Rounding cannot matter: a crossing near a whole x is at it, where both parabolas are equal. */
  private readonly half: Float64Array;

  constructor(
    private readonly width: number,
    [sx, sy]: Spacing,
  ) {
    this.sx = sx;
    this.scale = (sy / sx) ** 2;
    this.apexes = new Int32Array(width + 2);
    this.heights = new Float64Array(width + 2);
    this.lifted = new Float64Array(width + 2);
    this.starts = new Float64Array(width + 3);
    this.half = Float64Array.from({ length: width + 2 }, (_, distance) => 0.5 / distance);
  }

  /** Squares of the pixels [from, to) of a row, which are of one class. */
  solve(gaps: Int32Array, row: number, from: number, to: number, squares: Float64Array): void {
    const { apexes, heights, starts, sx } = this;
    starts[this.build(gaps, row, from, to) + 1] = Number.POSITIVE_INFINITY;
    const unit = sx * sx;
    for (let x = from, k = 0; x < to; ) {
      while (starts[k + 1] < x) k++;
      // The parabola is the lowest up to where the next one starts.
      const end = Math.min(to, Math.floor(starts[k + 1]) + 1);
      const [apex, height] = [apexes[k], heights[k] * unit];
      for (; x < end; x++) {
        const across = (x - apex) * sx;
        squares[x] = across * across + height;
      }
    }
  }

  /** @returns the index of the last parabola. */
  private build(gaps: Int32Array, row: number, from: number, to: number): number {
    const { width, apexes, heights, lifted, starts, half } = this;
    let last = -1;
    // The last parabola, at hand.
    let [apex, lift, start] = [0, 0, Number.NEGATIVE_INFINITY];
    let left = Number.POSITIVE_INFINITY;
    let height = from > 0 ? 0 : Number.POSITIVE_INFINITY;
    let right = this.heightOf(gaps[row + from]);
    for (let x = from - 1; x <= to; x++) {
      // Where heights bend downwards this much, both neighbours together are below it everywhere.
      if (height < Number.POSITIVE_INFINITY && !(left + right - 2 * height < -2)) {
        const raised = x * x + height;
        let crossing = Number.NEGATIVE_INFINITY;
        while (last >= 0) {
          crossing = (raised - lift) * half[x - apex];
          if (crossing > start) break;
          last--;
          if (last < 0) break;
          apex = apexes[last];
          lift = lifted[last];
          start = starts[last];
        }
        last++;
        apex = x;
        lift = raised;
        start = last === 0 ? Number.NEGATIVE_INFINITY : crossing;
        apexes[last] = apex;
        heights[last] = height;
        lifted[last] = lift;
        starts[last] = start;
      }
      left = height;
      height = right;
      const next = x + 2;
      // Behind the run the other class begins, or the image ends.
      right = next < to ? this.heightOf(gaps[row + next]) : next === to && to < width ? 0 : Number.POSITIVE_INFINITY;
    }
    return last;
  }

  private heightOf(gap: number): number {
    return gap < NONE ? gap * gap * this.scale : Number.POSITIVE_INFINITY;
  }
}

/** From here on: the column has no pixel of the other class. */
const NONE = 2 ** 30;

/**
 * Rows from each pixel to the nearest of the other class in its column. From row to row few pixels change class: all count
 * on, and those that changed, found four at a time, begin again.
 */
function countGaps(gaps: Int32Array, classes: Uint8Array, width: number, height: number): void {
  gaps.fill(NONE, 0, width);
  const words = rowsInWords(classes, width, height);
  const stride = words.length / height;
  const restart = (y: number, neighbour: number) => {
    for (let word = 0; word < stride; word++) {
      if (words[y * stride + word] === words[neighbour * stride + word]) continue;
      for (let x = 4 * word; x < Math.min(4 * word + 4, width); x++) {
        if (classes[y * width + x] !== classes[neighbour * width + x]) gaps[y * width + x] = 1;
      }
    }
  };
  for (let y = 1; y < height; y++) {
    for (let i = y * width; i < (y + 1) * width; i++) gaps[i] = gaps[i - width] + 1;
    restart(y, y - 1);
  }
  for (let y = height - 2; y >= 0; y--) {
    for (let i = y * width; i < (y + 1) * width; i++) {
      const below = gaps[i + width] + 1;
      if (below < gaps[i]) gaps[i] = below;
    }
    restart(y, y + 1);
  }
}
