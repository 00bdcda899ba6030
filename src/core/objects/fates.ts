import { heldOverlaps, type OverlapTable, overlapIou, pieceOverlaps } from "./overlap.js";

/** What became of an object: found, or how not. A truth object is never false, a predicted one never missed. */
export const fates = ["matched", "missed", "false", "split", "merged"] as const;

export type Fate = (typeof fates)[number];

/** The objects of one side in columns, by number less one. */
export interface ObjectList {
  readonly pixels: Uint32Array;
  /** Places in {@link fates}. */
  readonly fates: Uint8Array;
  /** Number of the object of the other side that it shares most with, by IoU; 0: none. */
  readonly partners: Uint32Array;
  /** IoU with that object. */
  readonly ious: Float64Array;
}

/**
 * What became of every object of two instance maps. Matched at IoU > threshold, which must be at least 1/2, so that a
 * match is unique (Kirillov et al. 2019). Of the others, a truth object is split when two or more predicted objects have
 * most of their pixels in it, a predicted object is merged when it holds most of two or more truth objects; and so are
 * their pieces. The rest is missed, or false.
 *
 * @throws RangeError for a threshold below 1/2.
 */
export function fatesOf(table: OverlapTable, threshold: number): { truth: ObjectList; prediction: ObjectList } {
  if (threshold < 0.5) throw new RangeError(`Objects match uniquely from an IoU of 1/2 on, not at ${threshold}.`);
  const { truthSizes, predictionSizes, overlaps } = table;
  const truth = emptyList(truthSizes);
  const prediction = emptyList(predictionSizes);
  const piecesOf = new Map<number, number[]>();
  const heldBy = new Map<number, number[]>();
  for (const overlap of overlaps) {
    const { truth: t, prediction: p } = overlap;
    const iou = overlapIou(table, overlap);
    pair(truth, t, p, iou);
    pair(prediction, p, t, iou);
  }
  for (const { truth: t, prediction: p } of pieceOverlaps(table)) append(piecesOf, t, p);
  for (const { truth: t, prediction: p } of heldOverlaps(table)) append(heldBy, p, t);
  const set = (list: ObjectList, number: number, fate: Fate, over: readonly Fate[]) => {
    if (over.includes(fates[list.fates[number - 1]])) list.fates[number - 1] = fates.indexOf(fate);
  };
  truth.fates.fill(fates.indexOf("missed"));
  prediction.fates.fill(fates.indexOf("false"));
  for (const [t, pieces] of piecesOf) {
    if (pieces.length < 2) continue;
    set(truth, t, "split", ["missed"]);
    for (const p of pieces) set(prediction, p, "split", ["false"]);
  }
  for (const [p, held] of heldBy) {
    if (held.length < 2) continue;
    set(prediction, p, "merged", ["false", "split"]);
    for (const t of held) set(truth, t, "merged", ["missed", "split"]);
  }
  for (const list of [truth, prediction]) {
    list.ious.forEach((iou, i) => {
      if (iou > threshold) list.fates[i] = fates.indexOf("matched");
    });
  }
  return { truth, prediction };
}

function emptyList(sizes: Float64Array): ObjectList {
  const count = sizes.length - 1;
  return {
    pixels: Uint32Array.from(sizes.subarray(1)),
    fates: new Uint8Array(count),
    partners: new Uint32Array(count),
    ious: new Float64Array(count),
  };
}

function pair({ partners, ious }: ObjectList, number: number, other: number, iou: number): void {
  if (iou <= ious[number - 1]) return;
  ious[number - 1] = iou;
  partners[number - 1] = other;
}

function append(lists: Map<number, number[]>, key: number, value: number): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
