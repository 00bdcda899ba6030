import { predictedMask, signedDistance } from "../boundary/distanceTallies.js";
import { otherClassSquares } from "../boundary/otherClass.js";
import type { Spacing } from "../boundary/spacing.js";
import type { BinaryMask, Raster } from "../raster.js";

/** By pixel, the distances that losses weigh it with; row-major, float64. */
export interface DistanceMaps {
  /** To the truth's boundary: d outside, -(d - 1) inside, as the boundary loss has it. */
  readonly signed: Float64Array;
  /** The squares of the distances to the other class in the truth and in p > 1/2, added, as the Hausdorff DT loss has them. */
  readonly squared: Float64Array;
}

/** What `tallyDistances` sums up. Ignored pixels have 0, and so have all where there is no distance. */
export function distanceMaps(truth: BinaryMask, prediction: Raster, spacing: Spacing): DistanceMaps {
  const ofTruth = otherClassSquares(truth, spacing);
  const squared = otherClassSquares(predictedMask(truth, prediction), spacing);
  for (let i = 0; i < squared.length; i++) squared[i] += ofTruth[i];
  return { signed: ofTruth.map((square, i) => signedDistance(square, truth.pixels[i])), squared };
}
