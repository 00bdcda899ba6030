import { hardCounts } from "../sums.js";
import { defineCheck } from "./check.js";
import { diceOf } from "./dice.js";
import { count, figure } from "./figures.js";

/** Stored values that suggest another scale: 0 to 1, a few ids, percent. */
const isSuspect = (stored: number, maximum: number) => stored <= maximum / 8 || (maximum === 255 && stored === 100);

/** Nothing reaches the threshold because the values end far below the maximum; stretched, they fit. */
export const scale = defineCheck({
  id: "scale",
  explainsAll: true,
  severity: "error",
  title: "Wrong scale",
  look({ tally, counts, threshold }) {
    const { levels, maximum, negatives, positives } = tally;
    const stored = levels.findLast((_, level) => negatives[level] + positives[level] > 0) ?? 0;
    if (counts.tp + counts.fp > 0 || counts.fn === 0 || stored === 0 || !isSuspect(stored, maximum)) return null;
    const dice = diceOf(hardCounts({ ...tally, maximum: stored }, threshold));
    return dice < 0.3 ? null : { stored, maximum, dice };
  },
  sentence: ({ stored, maximum, dice }) =>
    `No stored value exceeds ${count(stored)}, and ${count(maximum)} was taken for p = 1, so nothing is above the threshold. Divided by ${count(stored)} instead, the mask has a Dice of ${figure(dice)}. Save 0 to ${count(maximum)}.`,
  edits: () => [{ do: "stretch" }],
});
