import { type OverlapTable, overlapIou } from "./overlap.js";
import { type MatchesOverVoid, matchOverVoid, mergeOverVoid } from "./overVoid.js";

/**
 * Two images of objects, matched: all that the object scores need, and it adds up over images.
 * Objects of one image are disjoint, so at IoU > 1/2 an object has at most one partner (Kirillov et al. 2019, 4.1):
 * the matching is unique at every threshold from 1/2 on, and is a count of these IoUs.
 */
export interface ObjectMatches {
  /** Number of objects. */
  readonly truth: number;
  readonly prediction: number;
  /** IoU of every pair above 1/2, descending. */
  readonly ious: Float64Array;
  /** Truth objects in which two or more predicted objects have most of their pixels. */
  readonly split: number;
  /** Predicted objects that hold most of the pixels of two or more truth objects. */
  readonly merged: number;
  /** The same objects where the background is void, as panopticapi has it. */
  readonly overVoid: MatchesOverVoid;
}

/** Objects found, invented and missed. */
export interface ObjectCounts {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
}

export function matchObjects(table: OverlapTable): ObjectMatches {
  const ious = table.overlaps.map((overlap) => overlapIou(table, overlap)).filter((iou) => iou > 0.5);
  const { truthSizes, predictionSizes, overlaps } = table;
  const inTruth = overlaps.filter(({ prediction, pixels }) => 2 * pixels > predictionSizes[prediction]);
  const inPrediction = overlaps.filter(({ truth, pixels }) => 2 * pixels > truthSizes[truth]);
  return {
    truth: truthSizes.length - 1,
    prediction: predictionSizes.length - 1,
    ious: Float64Array.from(ious).sort().reverse(),
    split: repeated(inTruth.map(({ truth }) => truth)),
    merged: repeated(inPrediction.map(({ prediction }) => prediction)),
    overVoid: matchOverVoid(table),
  };
}

/** How many different ids occur twice or more. */
function repeated(ids: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return Array.from(counts.values()).filter((count) => count > 1).length;
}

/** Counts at IoU > threshold, strictly; the threshold is at least 1/2. */
export function countsAbove({ truth, prediction, ious }: ObjectMatches, threshold: number): ObjectCounts {
  const tp = ious.filter((iou) => iou > threshold).length;
  return { tp, fp: prediction - tp, fn: truth - tp };
}

export function mergeMatches(a: ObjectMatches, b: ObjectMatches): ObjectMatches {
  return {
    truth: a.truth + b.truth,
    prediction: a.prediction + b.prediction,
    ious: Float64Array.from([...a.ious, ...b.ious])
      .sort()
      .reverse(),
    split: a.split + b.split,
    merged: a.merged + b.merged,
    overVoid: mergeOverVoid(a.overVoid, b.overVoid),
  };
}
