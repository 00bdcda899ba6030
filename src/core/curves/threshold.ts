import { ratio } from "../score.js";
import type { Tally } from "../tally.js";

/** Scores of the hard mask p > t against t; null where undefined. Between two thresholds the values of the lower hold. */
export interface ThresholdCurves {
  /** Ascending, from 0 to 1. */
  readonly thresholds: readonly number[];
  readonly iou: ReadonlyArray<number | null>;
  readonly dice: ReadonlyArray<number | null>;
  readonly precision: ReadonlyArray<number | null>;
  readonly recall: ReadonlyArray<number | null>;
}

/** More thresholds than this are not told apart on a screen. */
const MOST = 512;

/**
 * The curves at every threshold that changes the mask; where there are more than 512 of these, at as many equal steps.
 * Exact at each: cumulative counts of the tally.
 */
export function thresholdCurves(tally: Tally): ThresholdCurves {
  const { levels, maximum } = tally;
  const inner = Array.from(levels, (level) => level / maximum).filter((p) => p > 0 && p < 1);
  const thresholds = inner.length <= MOST ? [0, ...inner, 1] : Array.from({ length: MOST }, (_, i) => i / (MOST - 1));
  const counts = countsAt(tally, thresholds);
  return {
    thresholds,
    iou: counts.map(({ tp, fp, fn }) => ratio(tp, tp + fp + fn)),
    dice: counts.map(({ tp, fp, fn }) => ratio(2 * tp, 2 * tp + fp + fn)),
    precision: counts.map(({ tp, fp }) => ratio(tp, tp + fp)),
    recall: counts.map(({ tp, fn }) => ratio(tp, tp + fn)),
  };
}

/** Hard counts at many ascending thresholds, in one pass over the tally. */
function countsAt({ levels, maximum, negatives, positives }: Tally, thresholds: readonly number[]) {
  let [tp, fp, fn] = [0, 0, 0];
  for (let i = 0; i < levels.length; i++) {
    tp += positives[i];
    fp += negatives[i];
  }
  let next = 0;
  return thresholds.map((threshold) => {
    for (; next < levels.length && !(levels[next] / maximum > threshold); next++) {
      tp -= positives[next];
      fp -= negatives[next];
      fn += positives[next];
    }
    return { tp, fp, fn };
  });
}
