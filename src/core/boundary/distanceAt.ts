import { type BinaryMask, FOREGROUND, IGNORED } from "../raster.js";
import { signedDistance } from "./distanceTallies.js";
import type { Spacing } from "./spacing.js";

/**
 * Signed distance of one pixel to the boundary of a mask: d to the nearest foreground outside, -(d - 1) inside, d to the
 * nearest background; the value that a map of all pixels has there, without the map. 0 where the pixel is ignored or a
 * class is missing.
 */
export function signedDistanceAt(mask: BinaryMask, x: number, y: number, spacing: Spacing): number {
  return signedDistance(otherClassSquareAt(mask, x, y, spacing), mask.pixels[y * mask.width + x]);
}

/** Squared distance of one pixel to the nearest of the other class, 0 where there is none. */
export function otherClassSquareAt(
  { width, height, pixels }: BinaryMask,
  x: number,
  y: number,
  spacing: Spacing,
): number {
  return otherClassSquareBy((i) => pixels[i], { width, height }, x, y, spacing);
}

/**
 * The same of a mask that nobody has made: only pixels nearby are looked at. Rows are searched outwards until none can hold
 * anything nearer.
 *
 * @param classOf background, foreground or ignored, by number of the pixel.
 */
export function otherClassSquareBy(
  classOf: (i: number) => number,
  { width, height }: Pick<BinaryMask, "width" | "height">,
  x: number,
  y: number,
  [sx, sy]: Spacing,
): number {
  const own = classOf(y * width + x);
  if (own === IGNORED) return 0;
  const wanted = own === FOREGROUND ? 0 : FOREGROUND;
  let best = Number.POSITIVE_INFINITY;
  for (let dy = 0; dy < height && (dy * sy) ** 2 < best; dy++) {
    for (const row of dy === 0 ? [y] : [y - dy, y + dy]) {
      if (row < 0 || row >= height) continue;
      const start = row * width;
      for (let dx = 0; dx < width; dx++) {
        const square = (dx * sx) ** 2 + (dy * sy) ** 2;
        if (square >= best) break;
        const hit =
          (x - dx >= 0 && classOf(start + x - dx) === wanted) || (x + dx < width && classOf(start + x + dx) === wanted);
        if (hit) best = square;
      }
    }
  }
  return best === Number.POSITIVE_INFINITY ? 0 : best;
}
