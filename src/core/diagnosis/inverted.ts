import { ratio } from "../score.js";
import { defineCheck } from "./check.js";
import { figure } from "./figures.js";

/** The complement of the mask fits better, and truth and prediction are opposed (MCC well below 0). */
export const inverted = defineCheck({
  id: "inverted",
  explainsAll: true,
  severity: "error",
  title: "Inverted mask",
  look({ counts: { tp, fp, fn, tn } }) {
    const margins = Math.sqrt((tp + fp) * (tn + fn)) * Math.sqrt((tp + fn) * (tn + fp));
    const mcc = ratio(tp * tn - fp * fn, margins);
    const iou = ratio(tp, tp + fp + fn);
    const complement = ratio(fn, fn + tn + tp);
    if (mcc === null || iou === null || complement === null || mcc > -0.3 || complement <= iou) return null;
    return { iou, complement, mcc };
  },
  sentence: ({ iou, complement, mcc }) =>
    `The complement fits: its IoU is ${figure(complement)} instead of ${figure(iou)}, and the correlation with the truth is ${figure(mcc)}. Foreground and background were probably exchanged when the mask was saved.`,
  edits: () => [{ do: "invert" }],
});
