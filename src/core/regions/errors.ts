import { connectedComponents, type Labels } from "../objects/components.js";
import { type BinaryMask, FOREGROUND } from "../raster.js";

/** A pair cut at a threshold: its objects, and its connected regions of error. */
export interface ErrorLabels {
  /** Objects of the truth and of p > threshold, 8-connected. */
  readonly truth: Labels;
  readonly predicted: Labels;
  /** Regions of error: 0 is none; those of false positives come first, then those of false negatives. */
  readonly regions: Labels;
  /** How many regions are false positives. */
  readonly falsePositives: number;
}

/**
 * Labels the regions of error of a pair: 8-connected components of the false positives, and of the false negatives.
 * Pixels of the two kinds never share a region. Ignored pixels are in none. Linear in pixels.
 *
 * @param hard p > threshold, 0 or 1 a pixel; 0 where ignored.
 */
export function labelErrors({ width, height, pixels }: BinaryMask, hard: Uint8Array): ErrorLabels {
  const components = (mask: Uint8Array) => connectedComponents(mask, width, height);
  const [foreground, invented, missed] = [0, 1, 2].map(() => new Uint8Array(pixels.length));
  for (let i = 0; i < pixels.length; i++) {
    const isTrue = pixels[i] & FOREGROUND;
    foreground[i] = isTrue;
    invented[i] = hard[i] & ~isTrue;
    missed[i] = isTrue & ~hard[i];
  }
  const fp = components(invented);
  const fn = components(missed);
  const { ids } = fp;
  for (let i = 0; i < ids.length; i++) if (missed[i] !== 0) ids[i] = fn.ids[i] + fp.count;
  return {
    truth: components(foreground),
    predicted: components(hard),
    regions: { width, height, ids, count: fp.count + fn.count },
    falsePositives: fp.count,
  };
}
