import type { NumberParameter } from "../parameters.js";
import { defineScore } from "../score.js";
import { softSums } from "../sums.js";

const addend: NumberParameter = {
  kind: "number",
  title: "epsilon added to each soft count",
  default: 1e-5,
  minimum: 0,
  maximum: 1,
  step: "log",
};

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
    const { pixels: n, truth, prediction, intersection } = softSums(pixels);
    if (truth === 0 || truth === n || prediction === 0 || prediction === n) return null;
    const tp = intersection + epsilon;
    const fp = prediction - intersection + epsilon;
    const fn = truth - intersection + epsilon;
    const tn = n - truth - prediction + intersection + epsilon;
    const margins = Math.sqrt((tp + fp) * (tp + fn)) * Math.sqrt((tn + fp) * (tn + fn));
    return 1 - (tp * tn - fp * fn) / margins;
  },
});
