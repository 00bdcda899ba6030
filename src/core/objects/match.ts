import { type BinaryMask, FOREGROUND, IGNORED, type Raster } from "../raster.js";
import { connectedComponents } from "./components.js";
import { type OverlapTable, overlapIou, overlapTable } from "./overlap.js";

/** Objects found, invented and missed. */
export interface ObjectCounts {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
}

/**
 * Matches at IoU > 1/2, strictly. Objects of one image are disjoint, so an object has at most one such partner: the
 * matching is unique and needs no assignment problem (Kirillov et al. 2019, section 4.1).
 */
export function matchAboveHalf(table: OverlapTable): ObjectCounts {
  const tp = table.overlaps.filter((overlap) => overlapIou(table, overlap) > 0.5).length;
  return {
    tp,
    fp: table.predictionSizes.length - 1 - tp,
    fn: table.truthSizes.length - 1 - tp,
  };
}

/** Objects of a binary pair: 8-connected components of the truth and of p > threshold; ignored pixels belong to none. */
export function matchComponents(truth: BinaryMask, prediction: Raster, threshold: number): ObjectCounts {
  const { width, height, pixels } = truth;
  const hard = hardMask(truth, prediction, threshold);
  return matchAboveHalf(
    overlapTable(
      connectedComponents(
        pixels.map((value) => (value === FOREGROUND ? 1 : 0)),
        width,
        height,
      ),
      connectedComponents(hard, width, height),
    ),
  );
}

/** The mask p > threshold, 0 or 1 a pixel; ignored pixels are 0. */
export function hardMask(truth: BinaryMask, prediction: Raster, threshold: number): Uint8Array {
  const { samples, maximum } = prediction;
  const hard = new Uint8Array(samples.length);
  for (let i = 0; i < hard.length; i++) {
    if (samples[i] / maximum > threshold && truth.pixels[i] !== IGNORED) hard[i] = 1;
  }
  return hard;
}

export function mergeObjectCounts(a: ObjectCounts, b: ObjectCounts): ObjectCounts {
  return { tp: a.tp + b.tp, fp: a.fp + b.fp, fn: a.fn + b.fn };
}
