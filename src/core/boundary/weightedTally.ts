import { byteTally, tallyPixels, tallyWeights } from "../count.js";
import type { BinaryMask, Raster } from "../raster.js";
import { scaleTally, type Tally } from "../tally.js";
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
  const { counts, sums, scale } = weighed;
  return {
    pixels: byteTally(counts, maximum),
    weighted: scaleTally(byteTally(sums, maximum), scale),
  };
}

/** Row by row, whatever the samples, windows and ignored pixels are. */
export function tallyWeighted(truth: BinaryMask, prediction: Raster, kernel: number): Tally {
  let scale = 1;
  const raw = tallyWeights(truth, prediction, (add) => {
    scale = visitBoundaryWeights(truth, kernel, add);
  });
  return scaleTally(raw, scale);
}
