import type { Labels } from "./components.js";

/** The tally of two label images: sizes of the objects, and the pixels that each pair of objects shares. */
export interface OverlapTable {
  /** Pixels of truth object id, by id; index 0 is the background. */
  readonly truthSizes: Float64Array;
  readonly predictionSizes: Float64Array;
  /** Sparse: only pairs that share pixels. */
  readonly overlaps: readonly Overlap[];
}

export interface Overlap {
  readonly truth: number;
  readonly prediction: number;
  readonly pixels: number;
}

/** One pass over two label images of the same size. */
export function overlapTable(truth: Labels, prediction: Labels): OverlapTable {
  const truthSizes = new Float64Array(truth.count + 1);
  const predictionSizes = new Float64Array(prediction.count + 1);
  const shared = new Map<number, number>();
  const columns = prediction.count + 1;
  for (let i = 0; i < truth.ids.length; i++) {
    const t = truth.ids[i];
    const p = prediction.ids[i];
    truthSizes[t]++;
    predictionSizes[p]++;
    if (t > 0 && p > 0) {
      const key = t * columns + p;
      shared.set(key, (shared.get(key) ?? 0) + 1);
    }
  }
  const overlaps = Array.from(shared, ([key, pixels]) => ({
    truth: Math.floor(key / columns),
    prediction: key % columns,
    pixels,
  }));
  return { truthSizes, predictionSizes, overlaps };
}

export function overlapIou({ truthSizes, predictionSizes }: OverlapTable, overlap: Overlap): number {
  return overlap.pixels / (truthSizes[overlap.truth] + predictionSizes[overlap.prediction] - overlap.pixels);
}
