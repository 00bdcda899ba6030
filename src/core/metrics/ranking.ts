import { defineScore } from "../score.js";
import { softSums } from "../sums.js";
import type { Tally } from "../tally.js";

/** Visits the confusion counts of p >= level, for every level from the highest down: the points of ROC and PR curves. */
export function fromTheTop(
  { negatives, positives }: Tally,
  visit: (tp: number, fp: number, level: number) => void,
): void {
  let tp = 0;
  let fp = 0;
  for (let level = positives.length - 1; level >= 0; level--) {
    if (positives[level] === 0 && negatives[level] === 0) continue;
    tp += positives[level];
    fp += negatives[level];
    visit(tp, fp, level);
  }
}

/** Area under the ROC curve by trapezoids: pixels of equal p count half (Mann-Whitney). */
function areaUnderRoc(tally: Tally): number | null {
  const { pixels, truth: positives } = softSums(tally);
  const negatives = pixels - positives;
  if (positives === 0 || negatives === 0) return null;
  let area = 0;
  let [lastTp, lastFp] = [0, 0];
  fromTheTop(tally, (tp, fp) => {
    area += ((fp - lastFp) * (tp + lastTp)) / 2;
    lastTp = tp;
    lastFp = fp;
  });
  return area / (positives * negatives);
}

/** Sum of precision times the step of recall; no interpolation. */
function averagePrecisionOf(tally: Tally): number | null {
  const { pixels, truth: positives } = softSums(tally);
  if (positives === 0 || positives === pixels) return null;
  let sum = 0;
  let last = 0;
  fromTheTop(tally, (tp, fp) => {
    sum += ((tp - last) * tp) / (tp + fp);
    last = tp;
  });
  return sum / positives;
}

export const rocAuc = defineScore({
  id: "roc_auc",
  title: "Area under the ROC curve",
  group: "metrics",
  formula: String.raw`P(p_i>p_j)+\tfrac12P(p_i=p_j),\quad y_i=1,\ y_j=0`,
  source: "scikit-learn roc_auc_score",
  better: "higher",
  range: [0, 1],
  empty: "undefined where the truth has one class only",
  family: "pixel",
  parameters: {},
  value: ({ pixels }) => areaUnderRoc(pixels),
});

export const averagePrecision = defineScore({
  id: "average_precision",
  title: "Average precision",
  group: "metrics",
  formula: String.raw`\sum_n(R_n-R_{n-1})\,P_n`,
  source: "scikit-learn average_precision_score",
  better: "higher",
  range: [0, 1],
  empty: "undefined where the truth has one class only",
  family: "pixel",
  parameters: {},
  value: ({ pixels }) => averagePrecisionOf(pixels),
});
