import type { Samples } from "../raster.js";

/**
 * The confusion matrix: the tally of two label maps. Rows are truth, columns prediction, both in the order of `ids`.
 * It adds up over images.
 */
export interface Confusion {
  /** Class ids, ascending. */
  readonly ids: readonly number[];
  /** ids.length² pixel counts, row-major. */
  readonly counts: Float64Array;
  /** Pixels of each truth class whose predicted value is no class: missed by their class, found by none. */
  readonly unlabelled: Float64Array;
}

/** Two label maps of one size. Pixels whose truth is no class (the ignore id) are left out. */
export function tallyLabels(truth: Samples, prediction: Samples, ids: readonly number[]): Confusion {
  const n = ids.length;
  const counts = new Float64Array(n * n);
  const unlabelled = new Float64Array(n);
  const indexOf = classIndex(ids);
  for (let i = 0; i < truth.length; i++) {
    const row = indexOf(truth[i]);
    if (row < 0) continue;
    const column = indexOf(prediction[i]);
    if (column < 0) unlabelled[row]++;
    else counts[row * n + column]++;
  }
  return { ids, counts, unlabelled };
}

/** Index of a class id, -1 for what is no class. Label maps hold at most 16 bits. */
export function classIndex(ids: readonly number[]): (id: number) => number {
  const table = new Int32Array(1 << 16).fill(-1);
  for (const [index, id] of ids.entries()) table[id] = index;
  return (id) => table[id];
}

/** The matrix of two sets of pixels together, over the classes of both. */
export function mergeConfusions(a: Confusion, b: Confusion): Confusion {
  const ids = Array.from(new Set([...a.ids, ...b.ids])).sort((x, y) => x - y);
  const merged = { ids, counts: new Float64Array(ids.length ** 2), unlabelled: new Float64Array(ids.length) };
  for (const { ids: own, counts, unlabelled } of [a, b]) {
    const at = own.map((id) => ids.indexOf(id));
    for (let row = 0; row < own.length; row++) {
      merged.unlabelled[at[row]] += unlabelled[row];
      for (let column = 0; column < own.length; column++) {
        merged.counts[at[row] * ids.length + at[column]] += counts[row * own.length + column];
      }
    }
  }
  return merged;
}

/** Pixels of one class. */
export interface ClassCounts {
  readonly tp: number;
  /** Pixels of the class in the truth. */
  readonly truth: number;
  /** Pixels of the class in the prediction. */
  readonly prediction: number;
}

export function classCounts({ ids, counts, unlabelled }: Confusion): ClassCounts[] {
  const n = ids.length;
  return ids.map((_, index) => {
    let truth = unlabelled[index];
    let prediction = 0;
    for (let other = 0; other < n; other++) {
      truth += counts[index * n + other];
      prediction += counts[other * n + index];
    }
    return { tp: counts[index * n + index], truth, prediction };
  });
}

/** All counted pixels. */
export function pixelsOf({ counts, unlabelled }: Confusion): number {
  const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
  return sum(counts) + sum(unlabelled);
}
