import { kernel, smooth } from "../parameters.js";
import { defineScore } from "../score.js";
import { diceGradient, diceLoss, diceTable } from "./dice.js";

/** Dice loss of the weighted tally. */
export const weightedDice = defineScore({
  id: "weighted_dice",
  title: "Boundary-weighted Dice",
  group: "losses",
  formula: String.raw`1-\frac{2\sum_i w_iy_ip_i+s}{\sum_i w_iy_i+\sum_i w_ip_i+s},\quad w\text{ scaled to mean }1`,
  source: "lyakaap/Kaggle-Carvana-3rd-Place-Solution, weighted_dice_loss (w, not squared)",
  better: "lower",
  range: [0, 1],
  empty: "the weight is 1 everywhere: the plain Dice loss",
  family: "pixel",
  reads: "weighted",
  sharing: "coupled",
  parameters: { kernel, smooth: smooth(1) },
  value: ({ weighted }, { smooth }) => (weighted ? diceLoss(weighted, smooth) : null),
  pixelShares: ({ weighted }, { smooth }) => (weighted ? { weighted: diceTable(weighted, smooth) } : null),
  pixelGradient: ({ weighted }, { smooth }) => (weighted ? { weighted: diceGradient(weighted, smooth) } : null),
});
