import { fromTheTop } from "../metrics/ranking.js";
import type { Tally } from "../tally.js";

/** Precision and recall of p >= level, from the highest level down: recall rises. */
export interface PrecisionRecall {
  readonly recall: readonly number[];
  readonly precision: readonly number[];
}

/** Points that lie closer than this in both directions are one on a screen. */
const STEP = 1 / 512;

/** The points of the precision-recall curve whose steps `average_precision` sums up; none where the truth is empty. */
export function precisionRecall(tally: Tally): PrecisionRecall {
  const foreground = tally.positives.reduce((sum, n) => sum + n, 0);
  const recall: number[] = [];
  const precision: number[] = [];
  if (foreground === 0) return { recall, precision };
  let last = { recall: Number.NEGATIVE_INFINITY, precision: Number.NEGATIVE_INFINITY };
  let kept = true;
  const keep = () => {
    recall.push(last.recall);
    precision.push(last.precision);
    kept = true;
  };
  fromTheTop(tally, (tp, fp) => {
    const point = { recall: tp / foreground, precision: tp / (tp + fp) };
    const [r, p] = [recall[recall.length - 1] ?? -1, precision[precision.length - 1] ?? -1];
    last = point;
    kept = false;
    if (point.recall - r >= STEP || Math.abs(point.precision - p) >= STEP) keep();
  });
  // The end belongs to the curve, however close it lies.
  if (!kept) keep();
  return { recall, precision };
}
