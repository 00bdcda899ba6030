import { PointCollector, type Points } from "./points.js";
import type { Spacing } from "./spacing.js";
import type { Surface } from "./surfaceTally.js";

/** The outline of a mask on the grid of pixel corners: corner (x, y) is the top left one of pixel (x, y). */
export interface Contour extends Surface {
  readonly points: Points;
  /** Length of the outline that each corner stands for, in the unit of the spacing. */
  readonly weights: Float64Array;
}

/**
 * Outline of a mask by the 2 x 2 pixels around every corner of the (width + 1) x (height + 1) grid; outside the image is
 * background. A corner belongs to the outline where the four differ.
 *
 * Source: google-deepmind/surface-distance, compute_surface_distances in 2-D.
 */
export function contourOf(mask: Uint8Array, width: number, height: number, spacing: Spacing): Contour {
  const corners = new PointCollector();
  const codes: number[] = [];
  const first = mask.indexOf(1);
  if (first >= 0) {
    const top = Math.floor(first / width);
    const bottom = Math.floor(mask.lastIndexOf(1) / width) + 1;
    for (let y = top; y <= bottom; y++) {
      const above = y > 0 ? (y - 1) * width : -1;
      const below = y < height ? y * width : -1;
      // Bits 8 4 over 2 1: the pixels left above, right above, left below and right below the corner.
      let code = 0;
      for (let x = 0; x <= width; x++) {
        code = (code & 5) << 1;
        if (x < width) {
          if (above >= 0) code |= mask[above + x] << 2;
          if (below >= 0) code |= mask[below + x];
        }
        if (code === 0 || code === 15) continue;
        corners.add(x, y);
        codes.push(code);
      }
    }
  }
  const lengthOf = contourLengths(spacing);
  return { points: corners.points, weights: Float64Array.from(codes, (code) => lengthOf[code]) };
}

/** Length of outline inside the 2 x 2 window, by its code: a straight piece, a cut corner, or two cut corners. */
export function contourLengths([horizontal, vertical]: Spacing): readonly number[] {
  const diagonal = 0.5 * Math.hypot(horizontal, vertical);
  return Array.from({ length: 16 }, (_, code) => {
    if (code === 0 || code === 15) return 0;
    if (code === 0b0011 || code === 0b1100) return horizontal;
    if (code === 0b0101 || code === 0b1010) return vertical;
    if (code === 0b0110 || code === 0b1001) return 2 * diagonal;
    return diagonal;
  });
}
