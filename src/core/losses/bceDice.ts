import { epsilon, smooth } from "../parameters.js";
import { defineScore } from "../score.js";
import { addTables } from "../shares.js";
import { bceGradient, bceTable, bceValue } from "./bce.js";
import { diceGradient, diceLoss, diceTable } from "./dice.js";

/** BCE + (1 - D). */
export const bceDice = defineScore({
  id: "bce_dice",
  title: "BCE + Dice",
  group: "losses",
  formula: String.raw`\mathrm{BCE}+(1-D)`,
  source: "petrosgk/Kaggle-Carvana-Image-Masking-Challenge, bce_dice_loss",
  better: "lower",
  range: [0, Number.POSITIVE_INFINITY],
  empty: "the formula: ε where both masks are empty",
  family: "pixel",
  sharing: "coupled",
  parameters: { epsilon: epsilon(), smooth: smooth(1) },
  value: (evidence, { epsilon, smooth }) => {
    const overlap = diceLoss(evidence.pixels, smooth);
    const logLoss = bceValue(evidence, epsilon);
    return overlap === null || logLoss === null ? null : logLoss + overlap;
  },
  pixelShares: ({ pixels }, { epsilon, smooth }) => ({
    plain: addTables(bceTable(pixels, epsilon), diceTable(pixels, smooth)),
  }),
  pixelGradient: ({ pixels }, { epsilon, smooth }) => ({
    plain: addTables(bceGradient(pixels, epsilon), diceGradient(pixels, smooth)),
  }),
});
