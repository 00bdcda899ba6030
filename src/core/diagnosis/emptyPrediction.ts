import { defineCheck } from "./check.js";
import { figure, pixels } from "./figures.js";

/** Nothing is above the threshold although there is something to find. */
export const emptyPrediction = defineCheck({
  id: "empty_prediction",
  explainsAll: true,
  severity: "error",
  title: "Nothing is predicted",
  look({ counts: { tp, fp, fn }, tally: { levels, maximum, negatives, positives }, threshold }) {
    if (tp + fp > 0 || fn === 0) return null;
    const top = levels.findLast((_, level) => negatives[level] + positives[level] > 0) ?? 0;
    return { missed: fn, highest: top / maximum, threshold };
  },
  sentence: ({ missed, highest, threshold }) =>
    `No pixel is above ${figure(threshold)} (the highest p is ${figure(highest)}); all of the ${pixels(missed)} of the truth are missed.`,
});
