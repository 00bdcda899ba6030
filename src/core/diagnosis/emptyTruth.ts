import { defineCheck } from "./check.js";
import { pixels } from "./figures.js";

/** The truth has no foreground: overlap scores are 0 or undefined, whatever is predicted. */
export const emptyTruth = defineCheck({
  id: "empty_truth",
  explainsAll: true,
  severity: ({ predicted }) => (predicted > 0 ? "warning" : "info"),
  title: "Empty truth",
  look({ counts: { tp, fp, fn, tn } }) {
    return tp + fn === 0 && fp + tn > 0 ? { predicted: fp } : null;
  },
  sentence: ({ predicted }) =>
    predicted > 0
      ? `The truth has no foreground, so all of the ${pixels(predicted)} predicted are false. IoU and Dice are 0 for one such pixel as for a thousand; recall is undefined.`
      : "Neither mask has foreground: right, but IoU, Dice, precision and recall are undefined, and left out of means.",
});
