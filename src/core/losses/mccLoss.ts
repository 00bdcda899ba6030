import { overlapGradient } from "../maps/gradient.js";
import type { NumberParameter } from "../parameters.js";
import { defineScore } from "../score.js";
import { softSums } from "../sums.js";
import type { Tally } from "../tally.js";

const addend: NumberParameter = {
  kind: "number",
  title: "epsilon added to each soft count",
  default: 1e-5,
  minimum: 0,
  maximum: 1,
  step: "log",
};

/** Soft counts with the epsilon on each; null where a margin is empty. */
function softCounts(tally: Tally, epsilon: number) {
  const { pixels: n, truth, prediction, intersection } = softSums(tally);
  if (truth === 0 || truth === n || prediction === 0 || prediction === n) return null;
  return {
    tp: intersection + epsilon,
    fp: prediction - intersection + epsilon,
    fn: truth - intersection + epsilon,
    tn: n - truth - prediction + intersection + epsilon,
  };
}

/** 1 - Matthews correlation of the soft counts. */
export const mccLoss = defineScore({
  id: "mcc_loss",
  title: "MCC loss",
  group: "losses",
  formula: String.raw`1-\frac{TP\cdot TN-FP\cdot FN}{\sqrt{(TP+FP)(TP+FN)(TN+FP)(TN+FN)}},\quad\text{soft counts}+\varepsilon`,
  source: "Abhishek and Hamarneh 2021; segmentation_models.pytorch MCCLoss(eps=1e-5)",
  better: "lower",
  range: [0, 2],
  empty: "undefined where truth or prediction is empty or full: only its epsilon would speak",
  family: "pixel",
  parameters: { epsilon: addend },
  value: ({ pixels }, { epsilon }) => {
    const counts = softCounts(pixels, epsilon);
    if (!counts) return null;
    const { tp, fp, fn, tn } = counts;
    const margins = Math.sqrt((tp + fp) * (tp + fn)) * Math.sqrt((tn + fp) * (tn + fn));
    return 1 - (tp * tn - fp * fn) / margins;
  },
  pixelGradient: ({ pixels }, { epsilon }) => {
    const counts = softCounts(pixels, epsilon);
    if (!counts) return null;
    const { tp, fp, fn, tn } = counts;
    const margins = Math.sqrt((tp + fp) * (tp + fn)) * Math.sqrt((tn + fp) * (tn + fn));
    const correlation = (tp * tn - fp * fn) / margins;
    // More prediction moves true to false positives' side: FP + 1, TN - 1. More intersection: TP, TN + 1, FP, FN - 1.
    const byPrediction = -(tp + fn) / margins - (correlation * (1 / (tp + fp) - 1 / (tn + fn))) / 2;
    return { plain: overlapGradient(pixels, -byPrediction, -(tp + tn + fp + fn) / margins) };
  },
});
