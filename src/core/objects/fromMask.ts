import { highestWithin, predictionBits, truthBits } from "../boundary/bitMask.js";
import { hasIgnored } from "../ignored.js";
import { type BinaryMask, IGNORED, type Raster } from "../raster.js";
import { matchObjects, type ObjectMatches } from "./match.js";
import { overlapOfRuns } from "./overlap.js";
import { componentRuns } from "./runs.js";

/** The mask p > threshold, 0 or 1 a pixel; ignored pixels are 0. */
export function hardMask(truth: BinaryMask, { samples, maximum }: Raster, threshold: number): Uint8Array {
  const hard = new Uint8Array(samples.length);
  if (samples instanceof Float32Array || samples instanceof Float64Array) {
    for (let i = 0; i < hard.length; i++) hard[i] = Number(samples[i] / maximum > threshold);
  } else {
    const limit = highestWithin(maximum, threshold);
    for (let i = 0; i < hard.length; i++) hard[i] = (limit - samples[i]) >>> 31;
  }
  const { pixels } = truth;
  if (hasIgnored(pixels)) for (let i = 0; i < hard.length; i++) if (pixels[i] === IGNORED) hard[i] = 0;
  return hard;
}

/** Objects of a binary pair: 8-connected components of the truth and of p > threshold; ignored pixels belong to none. */
export function matchComponents(truth: BinaryMask, prediction: Raster, threshold: number): ObjectMatches {
  return matchObjects(
    overlapOfRuns(componentRuns(truthBits(truth)), componentRuns(predictionBits(truth, prediction, threshold))),
  );
}
