import { BACKGROUND, type BinaryMask, FOREGROUND, IGNORED } from "../raster.js";
import type { Spacing } from "./spacing.js";
import type { VisitRow } from "./visitRow.js";

/**
 * Squared distance from every pixel to the nearest pixel of the other class: scipy's distance_transform_edt of the
 * foreground and of the background, added. Ignored pixels belong to neither class, and get 0; so does every pixel where
 * one class is missing, since there is no distance then.
 *
 * @returns width * height squares, row-major; integers for unit spacing.
 */
export function otherClassSquares(mask: BinaryMask, spacing: Spacing): Float64Array {
  const squares = new Float64Array(mask.pixels.length);
  visitOtherClassSquares(mask, spacing, (row, start) => squares.set(row, start));
  return squares;
}

/** The same squares row by row, in an array that is used again: none of the size of the image is written. */
export function visitOtherClassSquares({ width, height, pixels }: BinaryMask, spacing: Spacing, visit: VisitRow): void {
  if (!pixels.includes(FOREGROUND) || !pixels.includes(BACKGROUND)) {
    const zeros = new Float64Array(width);
    for (let start = 0; start < pixels.length; start += width) visit(zeros, start);
  } else if (pixels.includes(IGNORED)) {
    visit(squaresBesideIgnored({ width, height, pixels }, spacing), 0);
  } else {
    transform(pixels, width, height, spacing, visit);
  }
}

/** Each class asks with the ignored pixels on its own side, where they are no target. */
function squaresBesideIgnored({ width, height, pixels }: BinaryMask, spacing: Spacing): Float64Array {
  const squares = new Float64Array(pixels.length);
  for (const own of [BACKGROUND, FOREGROUND]) {
    const classes = pixels.map((value) => (value === IGNORED ? own : value));
    transform(classes, width, height, spacing, (row, start) => {
      for (let x = 0, i = start; x < width; x++, i++) if (pixels[i] === own) squares[i] = row[x];
    });
  }
  return squares;
}

/**
 * Exact, in two passes, linear (Meijster et al. 2000; the envelope of Felzenszwalb and Huttenlocher 2012). One transform
 * serves both classes: along a row, the pixels that end a run of one class are nearer to it than anything beyond them, so
 * each run is a problem of its own.
 *
 * @param classes 0 or 1 a pixel, both present.
 */
function transform(classes: Uint8Array, width: number, height: number, [sx, sy]: Spacing, visit: VisitRow): void {
  const gaps = verticalGaps(classes, width, height);
  // In widths of a pixel, so that apexes are whole numbers: exact for unit spacing.
  const scale = (sy / sx) ** 2;
  const unit = sx * sx;
  const squares = new Float64Array(width);
  const heights = new Float64Array(width + 2);
  const apexes = new Int32Array(width + 2);
  const lifted = new Float64Array(width + 2);
  const starts = new Float64Array(width + 2);
  // Products for quotients. Rounding cannot matter: a crossing near a whole x is at it, where both parabolas are equal.
  const half = Float64Array.from({ length: width + 2 }, (_, distance) => 0.5 / distance);
  for (let y = 0, row = 0; y < height; y++, row += width) {
    for (let from = 0; from < width; ) {
      const own = classes[row + from];
      let to = from + 1;
      while (to < width && classes[row + to] === own) to++;

      // Parabolas (x - apex)² + height, one more at each end of the run: of the other class, or outside. Index: apex + 1.
      heights[from] = from > 0 ? 0 : Number.POSITIVE_INFINITY;
      heights[to + 1] = to < width ? 0 : Number.POSITIVE_INFINITY;
      for (let x = from; x < to; x++) {
        const gap = gaps[row + x];
        heights[x + 1] = gap < NONE ? gap * gap * scale : Number.POSITIVE_INFINITY;
      }

      let last = -1;
      for (let x = from - 1; x <= to; x++) {
        const height = heights[x + 1];
        if (height === Number.POSITIVE_INFINITY) continue;
        // Where heights bend downwards this much, both neighbours together are below it everywhere: most of a shape.
        if (x >= from && x < to && heights[x] + heights[x + 2] - 2 * height < -2) continue;
        const lift = x * x + height;
        let start = Number.NEGATIVE_INFINITY;
        while (last >= 0) {
          start = (lift - lifted[last]) * half[x - apexes[last]];
          if (start > starts[last]) break;
          last--;
        }
        last++;
        apexes[last] = x;
        lifted[last] = lift;
        starts[last] = last === 0 ? Number.NEGATIVE_INFINITY : start;
      }

      starts[last + 1] = Number.POSITIVE_INFINITY;
      for (let x = from, k = 0; x < to; x++) {
        while (starts[k + 1] < x) k++;
        const across = (x - apexes[k]) * sx;
        squares[x] = across * across + heights[apexes[k] + 1] * unit;
      }
      from = to;
    }
    visit(squares, row);
  }
}

/** From here on: the column has no pixel of the other class. */
const NONE = 2 ** 30;

/** Rows from each pixel to the nearest of the other class in its column. */
function verticalGaps(classes: Uint8Array, width: number, height: number): Int32Array {
  const gaps = new Int32Array(classes.length).fill(NONE, 0, width);
  for (let i = width; i < gaps.length; i++) {
    // Without a branch: all ones where the class is the same as above, else 0.
    const same = (classes[i] ^ classes[i - width]) - 1;
    gaps[i] = ((gaps[i - width] & same) + 1) | 0;
  }
  for (let i = width * (height - 1) - 1; i >= 0; i--) {
    const same = (classes[i] ^ classes[i + width]) - 1;
    gaps[i] = Math.min(gaps[i], (gaps[i + width] & same) + 1);
  }
  return gaps;
}
