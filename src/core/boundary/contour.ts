import { type BitMask, lowestBit } from "./bitMask.js";
import { PointCollector, type Points } from "./points.js";
import type { Spacing } from "./spacing.js";

/**
 * Outline of a mask on the grid of pixel corners, (width + 1) x (height + 1) of them; corner (x, y) is the top left one of
 * pixel (x, y). A corner belongs to the outline where the 2 x 2 pixels around it differ, and weighs the length of the
 * outline between them. Outside the image is background.
 *
 * Source: google-deepmind/surface-distance, compute_surface_distances in 2-D.
 */
export function contourOf({ height, stride, words }: BitMask, spacing: Spacing): Points {
  const lengthOf = contourLengths(spacing);
  const corners = new PointCollector();
  for (let y = 0, i = 0; y <= height; y++) {
    for (let word = 0; word < stride; word++, i++) {
      const rightAbove = y > 0 ? words[i - stride] : 0;
      const rightBelow = y < height ? words[i] : 0;
      const leftAbove = (rightAbove << 1) | (y > 0 && word > 0 ? words[i - stride - 1] >>> 31 : 0);
      const leftBelow = (rightBelow << 1) | (y < height && word > 0 ? words[i - 1] >>> 31 : 0);
      const all = rightAbove & rightBelow & leftAbove & leftBelow;
      let outline = (rightAbove | rightBelow | leftAbove | leftBelow) & ~all;
      for (; outline !== 0; outline &= outline - 1) {
        const bit = lowestBit(outline);
        const above = (((leftAbove >>> bit) & 1) << 3) | (((rightAbove >>> bit) & 1) << 2);
        const below = (((leftBelow >>> bit) & 1) << 1) | ((rightBelow >>> bit) & 1);
        corners.add(32 * word + bit, y, lengthOf[above | below]);
      }
    }
  }
  return corners.points;
}

/**
 * Length of outline inside a 2 x 2 window, by its code (bits 8 4 over 2 1): a straight piece, a cut corner, or two.
 *
 * Source: surface-distance, create_table_neighbour_code_to_contour_length.
 */
export function contourLengths([horizontal, vertical]: Spacing): Float64Array {
  const diagonal = 0.5 * Math.sqrt(horizontal ** 2 + vertical ** 2);
  return Float64Array.from({ length: 16 }, (_, code) => {
    if (code === 0b0000 || code === 0b1111) return 0;
    if (code === 0b0011 || code === 0b1100) return horizontal;
    if (code === 0b0101 || code === 0b1010) return vertical;
    if (code === 0b0110 || code === 0b1001) return 2 * diagonal;
    return diagonal;
  });
}
