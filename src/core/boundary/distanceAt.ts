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

/** Squared distance of one pixel to the nearest of the other class, 0 where there is none. Rows are searched outwards until none can hold anything nearer. */
export function otherClassSquareAt(mask: BinaryMask, x: number, y: number, [sx, sy]: Spacing): number {
  const { width, height, pixels } = mask;
  const own = pixels[y * width + x];
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
          (x - dx >= 0 && pixels[start + x - dx] === wanted) || (x + dx < width && pixels[start + x + dx] === wanted);
        if (hit) best = square;
      }
    }
  }
  return best === Number.POSITIVE_INFINITY ? 0 : best;
}
