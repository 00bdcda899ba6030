import type { BitMask } from "./bitMask.js";
import { countEroded } from "./erode.js";

/** Pixels of the two boundary bands of a pair. */
export interface BandCounts {
  readonly truth: number;
  readonly prediction: number;
  readonly both: number;
}

/** Width of the band in pixels: 2 % of the diagonal, rounded half to even (as Python does), at least 1. */
export function bandWidth(width: number, height: number): number {
  const exact = 0.02 * Math.sqrt(height ** 2 + width ** 2);
  const whole = Math.floor(exact);
  const isUp = exact - whole === 0.5 ? whole % 2 === 1 : exact - whole > 0.5;
  return Math.max(1, isUp ? whole + 1 : whole);
}

/**
 * Counts the pixels of each mask that d erosions by 3 x 3 take away, outside the image being background.
 *
 * Source: bowenc0221/boundary-iou-api, mask_to_boundary.
 */
export function countBands(truth: BitMask, prediction: BitMask, d: number): BandCounts {
  const [inTruth, inPrediction, inBoth] = countEroded(truth, prediction, d);
  return { truth: inTruth, prediction: inPrediction, both: inBoth };
}

export function mergeBands(a: BandCounts, b: BandCounts): BandCounts {
  return { truth: a.truth + b.truth, prediction: a.prediction + b.prediction, both: a.both + b.both };
}
