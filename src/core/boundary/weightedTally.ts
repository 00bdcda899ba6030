import { tallyPixels, tallyWeights } from "../count.js";
import type { BinaryMask, Raster } from "../raster.js";
import { BYTE_LEVELS, scaleTally, type Tally } from "../tally.js";
import { HIGHEST_WINDOW, weighBytes } from "./weighBytes.js";
import { checkKernel, usefulKernel, visitBoundaryWeights } from "./weight.js";

/** Pixels counted, and summed by their boundary weight of mean 1. */
export interface WeightedTallies {
  readonly pixels: Tally;
  readonly weighted: Tally;
}

/**
 * Both tallies of a pair; `boundaryWeight` says what the weight is.
 *
 * @throws RangeError for a kernel that is no integer of at least 1.
 */
export function tallyWithWeights(truth: BinaryMask, prediction: Raster, kernel: number): WeightedTallies {
  checkKernel(kernel);
  const { width, height, pixels } = truth;
  const { samples, maximum } = prediction;
  const useful = usefulKernel(kernel, width, height);
  const fits = Math.min(useful, height) <= HIGHEST_WINDOW;
  const weighed = samples instanceof Uint8Array && fits ? weighBytes(pixels, samples, width, height, useful) : null;
  if (weighed === null) {
    return { pixels: tallyPixels(truth, prediction), weighted: tallyWeighted(truth, prediction, kernel) };
  }
  return { pixels: viewTally(weighed.counts, maximum), weighted: viewTally(weighed.sums, maximum) };
}

/** As `byteTally`, without a copy. */
function viewTally(joint: Float64Array, maximum: number): Tally {
  return { levels: BYTE_LEVELS, maximum, negatives: joint.subarray(0, 256), positives: joint.subarray(256) };
}

/** Row by row, whatever the samples, windows and ignored pixels are. */
export function tallyWeighted(truth: BinaryMask, prediction: Raster, kernel: number): Tally {
  let scale = 1;
  const raw = tallyWeights(truth, prediction, (add) => {
    scale = visitBoundaryWeights(truth, kernel, add);
  });
  return scaleTally(raw, scale);
}
