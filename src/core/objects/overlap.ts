import type { Labels } from "./components.js";
import type { LabelledRuns } from "./runs.js";

/** The tally of two label images: sizes of the objects, and the pixels that each pair of objects shares. */
export interface OverlapTable {
  /** Pixels of truth object id, by id; index 0 stands for the background. */
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
  return { truthSizes, predictionSizes, overlaps: overlapsOf(shared, columns) };
}

/** The same table of objects in runs: as many steps as there are runs, instead of pixels. */
export function overlapOfRuns(truth: LabelledRuns, prediction: LabelledRuns): OverlapTable {
  const shared = new Map<number, number>();
  const columns = prediction.count + 1;
  for (let y = 0; y + 1 < truth.rows.length; y++) {
    let [t, p] = [truth.rows[y], prediction.rows[y]];
    while (t < truth.rows[y + 1] && p < prediction.rows[y + 1]) {
      const pixels = Math.min(truth.to[t], prediction.to[p]) - Math.max(truth.from[t], prediction.from[p]);
      if (pixels > 0) {
        const key = truth.ids[t] * columns + prediction.ids[p];
        shared.set(key, (shared.get(key) ?? 0) + pixels);
      }
      if (truth.to[t] < prediction.to[p]) t++;
      else p++;
    }
  }
  return {
    truthSizes: sizesOf(truth),
    predictionSizes: sizesOf(prediction),
    overlaps: overlapsOf(shared, columns),
  };
}

/** Pixels of every object; those of the background, which no score reads, are not counted. */
function sizesOf({ from, to, ids, count }: LabelledRuns): Float64Array {
  const sizes = new Float64Array(count + 1);
  for (let run = 0; run < ids.length; run++) sizes[ids[run]] += to[run] - from[run];
  return sizes;
}

function overlapsOf(shared: ReadonlyMap<number, number>, columns: number): Overlap[] {
  return Array.from(shared, ([key, pixels]) => ({
    truth: Math.floor(key / columns),
    prediction: key % columns,
    pixels,
  }));
}

/** The overlaps that are most of their predicted object: it is a piece of that object of the truth. */
export const pieceOverlaps = ({ predictionSizes, overlaps }: OverlapTable): Overlap[] =>
  overlaps.filter(({ prediction, pixels }) => 2 * pixels > predictionSizes[prediction]);

/** The overlaps that are most of their object of the truth: that predicted object holds it. */
export const heldOverlaps = ({ truthSizes, overlaps }: OverlapTable): Overlap[] =>
  overlaps.filter(({ truth, pixels }) => 2 * pixels > truthSizes[truth]);

export function overlapIou({ truthSizes, predictionSizes }: OverlapTable, overlap: Overlap): number {
  return overlap.pixels / (truthSizes[overlap.truth] + predictionSizes[overlap.prediction] - overlap.pixels);
}
