import { type BinaryMask, FOREGROUND, IGNORED, type Raster } from "../raster.js";
import { connectedComponents } from "./components.js";
import { matchObjects, type ObjectMatches } from "./match.js";
import { overlapTable } from "./overlap.js";

/** The mask p > threshold, 0 or 1 a pixel; ignored pixels are 0. */
export function hardMask(truth: BinaryMask, prediction: Raster, threshold: number): Uint8Array {
  const { samples, maximum } = prediction;
  const hard = new Uint8Array(samples.length);
  for (let i = 0; i < hard.length; i++) {
    if (samples[i] / maximum > threshold && truth.pixels[i] !== IGNORED) hard[i] = 1;
  }
  return hard;
}

/** Objects of a binary pair: 8-connected components of the truth and of p > threshold; ignored pixels belong to none. */
export function matchComponents(truth: BinaryMask, prediction: Raster, threshold: number): ObjectMatches {
  const { width, height, pixels } = truth;
  const foreground = pixels.map((value) => (value === FOREGROUND ? 1 : 0));
  return matchObjects(
    overlapTable(
      connectedComponents(foreground, width, height),
      connectedComponents(hardMask(truth, prediction, threshold), width, height),
    ),
  );
}
