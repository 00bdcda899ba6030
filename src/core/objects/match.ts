import { joined } from "../joined.js";
import { heaviestLargestMatching, heaviestMatching } from "./matching.js";
import { heldOverlaps, type OverlapTable, overlapIou, pieceOverlaps } from "./overlap.js";
import { type MatchesOverVoid, matchOverVoid, mergeOverVoid } from "./overVoid.js";

/** Pairs of objects that share pixels, in columns; objects are numbered from 0 on each side. */
export interface ObjectPairs {
  readonly truth: Uint32Array;
  readonly prediction: Uint32Array;
  readonly iou: Float64Array;
}

/**
 * Two images of objects, matched: all that the object scores need, and it adds up over images.
 * Objects of one image are disjoint, so at IoU > 1/2 an object has at most one partner (Kirillov et al. 2019, 4.1):
 * the matching is unique at every threshold from 1/2 on, and is a count of these IoUs. Below 1/2 it has to be chosen.
 */
export interface ObjectMatches {
  /** Number of objects. */
  readonly truth: number;
  readonly prediction: number;
  /** IoU of every pair above 1/2, descending. */
  readonly ious: Float64Array;
  /** Every pair that shares pixels, with its IoU. */
  readonly pairs: ObjectPairs;
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
  const iou = Float64Array.from(table.overlaps, (overlap) => overlapIou(table, overlap));
  const { truthSizes, predictionSizes, overlaps } = table;
  return {
    truth: truthSizes.length - 1,
    prediction: predictionSizes.length - 1,
    ious: iou
      .filter((value) => value > 0.5)
      .sort()
      .reverse(),
    pairs: {
      truth: Uint32Array.from(overlaps, ({ truth }) => truth - 1),
      prediction: Uint32Array.from(overlaps, ({ prediction }) => prediction - 1),
      iou,
    },
    split: repeated(pieceOverlaps(table).map(({ truth }) => truth)),
    merged: repeated(heldOverlaps(table).map(({ prediction }) => prediction)),
    overVoid: matchOverVoid(table),
  };
}

/** How many different ids occur twice or more. */
function repeated(ids: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return Array.from(counts.values()).filter((count) => count > 1).length;
}

/**
 * IoU of every matched pair at IoU > threshold, strictly. Below 1/2 the assignment problem is solved exactly: as many
 * matches as can be, and of these matchings one with the largest sum of IoU (as StarDist; MONAI sums first).
 */
export function matchedIous(matches: ObjectMatches, threshold: number): Float64Array {
  if (threshold >= 0.5) return matches.ious.filter((iou) => iou > threshold);
  return largestMatching(matches, (iou) => iou > threshold);
}

/** IoU of as many matches as can be and, of these matchings, of one with the largest sum. */
export function largestMatching({ pairs }: ObjectMatches, isMatch: (iou: number) => boolean): Float64Array {
  const fitting = Array.from(pairs.iou.keys()).filter((i) => isMatch(pairs.iou[i]));
  const columns = {
    left: fitting.map((i) => pairs.truth[i]),
    right: fitting.map((i) => pairs.prediction[i]),
    weight: fitting.map((i) => pairs.iou[i]),
  };
  return Float64Array.from(heaviestLargestMatching(columns), (edge) => columns.weight[edge]);
}

/**
 * IoU of the matched pairs where the largest total weight decides, not the number of matches: for the conventions of other
 * libraries, which ask the threshold afterwards.
 */
export function heaviestIous({ pairs }: ObjectMatches, weightOf: (iou: number) => number = (iou) => iou): Float64Array {
  const edges = { left: pairs.truth, right: pairs.prediction, weight: pairs.iou.map(weightOf) };
  return Float64Array.from(heaviestMatching(edges), (edge) => pairs.iou[edge]);
}

/** Counts at IoU > threshold, strictly; see {@link matchedIous}. */
export function countsAbove(matches: ObjectMatches, threshold: number): ObjectCounts {
  const tp = matchedIous(matches, threshold).length;
  return { tp, fp: matches.prediction - tp, fn: matches.truth - tp };
}

export function mergeMatches(a: ObjectMatches, b: ObjectMatches): ObjectMatches {
  return {
    truth: a.truth + b.truth,
    prediction: a.prediction + b.prediction,
    ious: joined(a.ious, b.ious).sort().reverse(),
    pairs: {
      truth: numberedOn(a.pairs.truth, b.pairs.truth, a.truth),
      prediction: numberedOn(a.pairs.prediction, b.pairs.prediction, a.prediction),
      iou: joined(a.pairs.iou, b.pairs.iou),
    },
    split: a.split + b.split,
    merged: a.merged + b.merged,
    overVoid: mergeOverVoid(a.overVoid, b.overVoid),
  };
}

/** The objects of the second image are numbered on from those of the first. */
function numberedOn(first: Uint32Array, second: Uint32Array, offset: number): Uint32Array {
  const all = new Uint32Array(first.length + second.length);
  all.set(first);
  all.set(
    second.map((id) => id + offset),
    first.length,
  );
  return all;
}
