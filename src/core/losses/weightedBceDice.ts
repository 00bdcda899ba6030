import { epsilon, kernel, smooth } from "../parameters.js";
import { defineScore } from "../score.js";
import { bceGradient, bceTable } from "./bce.js";
import { diceGradient, diceLoss, diceTable } from "./dice.js";
import { weightedBceValue } from "./weightedBce.js";

/** Boundary-weighted BCE + unweighted Dice loss. */
export const weightedBceDice = defineScore({
  id: "weighted_bce_dice",
  title: "Boundary-weighted BCE + Dice",
  group: "losses",
  formula: String.raw`\frac{\sum_i w_i\,\mathrm{bce}_i}{\sum_i w_i}+(1-D),\quad D\text{ unweighted}`,
  source: "lyakaap/Kaggle-Carvana-3rd-Place-Solution, weighted_bce_dice_loss",
  better: "lower",
  range: [0, Number.POSITIVE_INFINITY],
  empty: "the weight is 1 everywhere: BCE + Dice",
  family: "pixel",
  reads: "weighted",
  sharing: "coupled",
  parameters: { kernel, epsilon: epsilon(), smooth: smooth(1) },
  value: (evidence, { epsilon, smooth }) => {
    const overlap = diceLoss(evidence.pixels, smooth);
    const logLoss = weightedBceValue(evidence, epsilon);
    return overlap === null || logLoss === null ? null : logLoss + overlap;
  },
  pixelShares: ({ pixels, weighted }, { epsilon, smooth }) =>
    weighted ? { plain: diceTable(pixels, smooth), weighted: bceTable(weighted, epsilon) } : null,
  pixelGradient: ({ pixels, weighted }, { epsilon, smooth }) =>
    weighted ? { plain: diceGradient(pixels, smooth), weighted: bceGradient(weighted, epsilon) } : null,
});
