import { bceTable } from "../losses/bce.js";
import { totalOf } from "../shares.js";
import { softSums } from "../sums.js";
import { defineCheck } from "./check.js";
import { count, figure, percent, pixels } from "./figures.js";

/** The log loss clips p here: a pixel that is wrong for certain costs -ln(1e-7) = 16.118. */
const EPSILON = 1e-7;
const PRICE = -Math.log(EPSILON);

/** Pixels that are wrong with p = 0 or 1 make up most of the log loss. */
export const saturated = defineCheck({
  id: "saturated",
  severity: "info",
  title: "Confidently wrong pixels dominate the log loss",
  look({ tally }) {
    const { levels, maximum, negatives, positives } = tally;
    const total = softSums(tally).pixels;
    let wrong = 0;
    let soft = 0;
    levels.forEach((level, i) => {
      const p = level / maximum;
      if (p <= EPSILON) wrong += positives[i];
      else if (p >= 1 - EPSILON) wrong += negatives[i];
      else soft += negatives[i] + positives[i];
    });
    if (wrong === 0) return null;
    const loss = totalOf(tally, bceTable(tally, EPSILON));
    const part = (wrong * PRICE) / total;
    return part < loss / 2 || part < 0.02 ? null : { wrong, total, part, loss, soft };
  },
  sentence: ({ wrong, total, part, loss, soft }) =>
    `${pixels(wrong)} ${wrong === 1 ? "has" : "have"} p = 0 or 1 and the other truth: ${count(wrong)} × 16.118 / ${count(total)} = ${figure(part)}, ${percent(part / loss)} of the log loss.${soft === 0 ? " The mask is hard: its log loss is the error rate times 16.118, and says no more than that." : ""}`,
});
