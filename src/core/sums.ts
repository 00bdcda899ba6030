import { ofLast } from "./ofLast.js";
import type { Tally } from "./tally.js";

/** The soft sums that overlap losses are made of: y truth, p probability, over the counted pixels. */
export interface SoftSums {
  /** N, pixels (or their summed weight). */
  readonly pixels: number;
  /** A = sum of y. */
  readonly truth: number;
  /** B = sum of p. */
  readonly prediction: number;
  /** I = sum of y p. */
  readonly intersection: number;
}

/** Sums in stored units first, one division last: exact for integer levels. */
export const softSums: (tally: Tally) => SoftSums = ofLast(({ levels, maximum, negatives, positives }) => {
  let background = 0;
  let truth = 0;
  let spill = 0;
  let intersection = 0;
  for (let i = 0; i < levels.length; i++) {
    background += negatives[i];
    truth += positives[i];
    spill += negatives[i] * levels[i];
    intersection += positives[i] * levels[i];
  }
  return {
    pixels: background + truth,
    truth,
    prediction: (spill + intersection) / maximum,
    intersection: intersection / maximum,
  };
});

/** Confusion counts of the hard mask p > threshold. */
export interface HardCounts {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
  readonly tn: number;
}

/**
 * Counts at a threshold in [0, 1]; foreground is p > threshold, strictly.
 *
 * Exact for 8 and 16 bit: `level / maximum` is rounded correctly, so a level that equals a decimal threshold as a
 * rational number (153/255 = 0.6) equals it as a double too, and is not above it.
 */
export function hardCounts(tally: Tally, threshold: number): HardCounts {
  const known = countsByThreshold(tally);
  const counts = known.get(threshold) ?? countAbove(tally, threshold);
  known.set(threshold, counts);
  return counts;
}

const countsByThreshold = ofLast((_: Tally) => new Map<number, HardCounts>());

function countAbove(tally: Tally, threshold: number): HardCounts {
  const { negatives, positives } = tally;
  const from = firstAbove(tally, threshold);
  let tp = 0;
  let fp = 0;
  let fn = 0;
  let tn = 0;
  for (let i = 0; i < from; i++) {
    fn += positives[i];
    tn += negatives[i];
  }
  for (let i = from; i < positives.length; i++) {
    tp += positives[i];
    fp += negatives[i];
  }
  return { tp, fp, fn, tn };
}

/** Index of the lowest level whose probability is above the threshold; the number of levels where none is. */
function firstAbove({ levels, maximum }: Tally, threshold: number): number {
  let low = 0;
  let high = levels.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (levels[middle] / maximum > threshold) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Counts of the hard mask of the probabilities that pass a test: for libraries that compare otherwise. */
export function countsWhere(
  { levels, maximum, negatives, positives }: Tally,
  isForeground: (p: number) => boolean,
): HardCounts {
  let tp = 0;
  let fp = 0;
  let fn = 0;
  let tn = 0;
  for (let i = 0; i < levels.length; i++) {
    if (isForeground(levels[i] / maximum)) {
      tp += positives[i];
      fp += negatives[i];
    } else {
      fn += positives[i];
      tn += negatives[i];
    }
  }
  return { tp, fp, fn, tn };
}
