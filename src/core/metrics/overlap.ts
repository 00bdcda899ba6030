import type { LabelEvidence } from "../evidence.js";
import type { Confusion } from "../labels/confusion.js";
import { cohensKappa, matthews } from "../labels/scores.js";
import { threshold } from "../parameters.js";
import { defineScore, ratio, type Score, type ScoreFacts } from "../score.js";
import { type HardCounts, hardCounts } from "../sums.js";

type Facts = Pick<ScoreFacts, "id" | "title" | "formula" | "empty"> & Partial<Pick<ScoreFacts, "better" | "range">>;

/** A metric of the confusion counts at the threshold. */
const metric = (
  facts: Facts,
  of: (counts: HardCounts) => number | null,
  ofConfusion?: (confusion: Confusion) => number | null,
): Score =>
  defineScore({
    group: "metrics",
    source: "scikit-learn, with 0/0 undefined instead of 0",
    better: "higher",
    range: [0, 1],
    ...facts,
    family: "pixel",
    parameters: { threshold },
    value: ({ pixels }, { threshold }) => of(hardCounts(pixels, threshold)),
    ...(ofConfusion && { ofLabels: ({ confusion }: LabelEvidence) => ofConfusion(confusion) }),
  });

const count = (id: keyof HardCounts, title: string, formula: string, better: "lower" | "higher"): Score =>
  metric({ id, title, formula, better, range: [0, Number.POSITIVE_INFINITY], empty: "0" }, (counts) => counts[id]);

const noForeground = "undefined where neither mask has foreground";

/** F-measure at beta: (1 + β²) TP / ((1 + β²) TP + β² FN + FP). */
function fMeasure({ tp, fp, fn }: HardCounts, beta: number): number | null {
  const weight = beta * beta;
  return ratio((1 + weight) * tp, (1 + weight) * tp + weight * fn + fp);
}

function mccOf({ tp, fp, fn, tn }: HardCounts): number | null {
  // Roots first: the product of the four margins of a large image does not fit 2^53.
  const margins = Math.sqrt((tp + fp) * (tn + fn)) * Math.sqrt((tp + fn) * (tn + fp));
  return ratio(tp * tn - fp * fn, margins);
}

function kappaOf({ tp, fp, fn, tn }: HardCounts): number | null {
  return ratio(2 * (tp * tn - fn * fp), (tp + fp) * (fp + tn) + (tp + fn) * (fn + tn));
}

function balancedAccuracyOf({ tp, fp, fn, tn }: HardCounts): number | null {
  const rates = [ratio(tp, tp + fn), ratio(tn, tn + fp)].filter((rate) => rate !== null);
  return rates.length === 0 ? null : rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
}

/** Metrics of the hard mask at the threshold, in the order shown on screen. */
export const overlapMetrics: readonly Score[] = [
  metric(
    { id: "iou", title: "IoU (Jaccard)", formula: String.raw`\frac{TP}{TP+FP+FN}`, empty: noForeground },
    ({ tp, fp, fn }) => ratio(tp, tp + fp + fn),
  ),
  metric(
    { id: "f1", title: "F1 (hard Dice)", formula: String.raw`\frac{2TP}{2TP+FP+FN}`, empty: noForeground },
    (counts) => fMeasure(counts, 1),
  ),
  metric({ id: "f2", title: "F2", formula: String.raw`\frac{5TP}{5TP+4FN+FP}`, empty: noForeground }, (counts) =>
    fMeasure(counts, 2),
  ),
  metric(
    {
      id: "precision",
      title: "Precision",
      formula: String.raw`\frac{TP}{TP+FP}`,
      empty: "undefined where nothing is predicted",
    },
    ({ tp, fp }) => ratio(tp, tp + fp),
  ),
  metric(
    {
      id: "recall",
      title: "Recall",
      formula: String.raw`\frac{TP}{TP+FN}`,
      empty: "undefined where the truth is empty",
    },
    ({ tp, fn }) => ratio(tp, tp + fn),
  ),
  metric(
    {
      id: "specificity",
      title: "Specificity",
      formula: String.raw`\frac{TN}{TN+FP}`,
      empty: "undefined where the truth is full",
    },
    ({ tn, fp }) => ratio(tn, tn + fp),
  ),
  metric(
    { id: "accuracy", title: "Accuracy", formula: String.raw`\frac{TP+TN}{N}`, empty: "1 where both are empty" },
    ({ tp, fp, fn, tn }) => ratio(tp + tn, tp + fp + fn + tn),
  ),
  metric(
    {
      id: "balanced_accuracy",
      title: "Balanced accuracy",
      formula: String.raw`\tfrac12\Bigl(\frac{TP}{TP+FN}+\frac{TN}{TN+FP}\Bigr)`,
      empty: "mean over the classes that the truth has",
    },
    balancedAccuracyOf,
  ),
  metric(
    {
      id: "kappa",
      title: "Cohen's kappa",
      formula: String.raw`\frac{p_o-p_e}{1-p_e}`,
      range: [-1, 1],
      empty: "undefined where both masks are empty, or both full",
    },
    kappaOf,
    cohensKappa,
  ),
  metric(
    {
      id: "mcc",
      title: "Matthews correlation (MCC)",
      formula: String.raw`\frac{TP\cdot TN-FP\cdot FN}{\sqrt{(TP+FP)(TP+FN)(TN+FP)(TN+FN)}}`,
      range: [-1, 1],
      empty: "undefined where a margin is empty",
    },
    mccOf,
    matthews,
  ),
  metric(
    {
      id: "npv",
      title: "Negative predictive value",
      formula: String.raw`\frac{TN}{TN+FN}`,
      empty: "undefined where all is predicted",
    },
    ({ tn, fn }) => ratio(tn, tn + fn),
  ),
  metric(
    {
      id: "fpr",
      title: "False-positive rate",
      formula: String.raw`\frac{FP}{FP+TN}`,
      better: "lower",
      empty: "undefined where the truth is full",
    },
    ({ fp, tn }) => ratio(fp, fp + tn),
  ),
  metric(
    {
      id: "fnr",
      title: "False-negative rate",
      formula: String.raw`\frac{FN}{FN+TP}`,
      better: "lower",
      empty: "undefined where the truth is empty",
    },
    ({ fn, tp }) => ratio(fn, fn + tp),
  ),
  count("tp", "True positives, pixels", "TP", "higher"),
  count("fp", "False positives, pixels", "FP", "lower"),
  count("fn", "False negatives, pixels", "FN", "lower"),
  count("tn", "True negatives, pixels", "TN", "higher"),
];
