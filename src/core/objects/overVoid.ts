import { joined } from "../joined.js";
import type { OverlapTable } from "./overlap.js";

/** Objects matched where background is void: nobody knows what is there, so nothing there is wrong. */
export interface MatchesOverVoid {
  /** IoU of every pair above 1/2, the predicted object's void pixels left out of the union. */
  readonly ious: Float64Array;
  /** Predicted objects that match none, and of which no more than half is void. */
  readonly falsePredictions: number;
}

/** Source: cocodataset/panopticapi, pq_compute_single_core, with 0 as VOID. */
export function matchOverVoid({ truthSizes, predictionSizes, overlaps }: OverlapTable): MatchesOverVoid {
  const inTruth = new Float64Array(predictionSizes.length);
  for (const { prediction, pixels } of overlaps) inTruth[prediction] += pixels;
  const isMatched = new Uint8Array(predictionSizes.length);
  const ious: number[] = [];
  for (const { truth, prediction, pixels } of overlaps) {
    const iou = pixels / (truthSizes[truth] + inTruth[prediction] - pixels);
    if (iou <= 0.5) continue;
    ious.push(iou);
    isMatched[prediction] = 1;
  }
  let falsePredictions = 0;
  for (let id = 1; id < predictionSizes.length; id++) {
    if (isMatched[id] === 0 && 2 * inTruth[id] >= predictionSizes[id]) falsePredictions++;
  }
  return { ious: Float64Array.from(ious), falsePredictions };
}

export function mergeOverVoid(a: MatchesOverVoid, b: MatchesOverVoid): MatchesOverVoid {
  return {
    ious: joined(a.ious, b.ious),
    falsePredictions: a.falsePredictions + b.falsePredictions,
  };
}
