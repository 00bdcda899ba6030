import { epsilon, smooth } from "../parameters.js";
import { defineScore } from "../score.js";
import { addTables } from "../shares.js";
import { bceGradient, bceTable, bceValue } from "./bce.js";
import { logDiceGradient, logDiceTable, logDiceValue } from "./logDice.js";

/** BCE - ln D. */
export const bceLogDice = defineScore({
  id: "bce_log_dice",
  title: "BCE − ln Dice",
  group: "losses",
  formula: String.raw`\mathrm{BCE}-\ln D`,
  source: "lyakaap/Kaggle-Carvana-3rd-Place-Solution, bce_logdice_loss",
  better: "lower",
  range: [0, Number.POSITIVE_INFINITY],
  empty: "the formula: ε where both masks are empty; D = 0 with smooth 0: undefined",
  family: "pixel",
  sharing: "proportion",
  parameters: { epsilon: epsilon(), smooth: smooth(1) },
  value: (evidence, { epsilon, smooth }) => {
    const overlap = logDiceValue(evidence.pixels, smooth);
    const logLoss = bceValue(evidence, epsilon);
    return overlap === null || logLoss === null ? null : logLoss + overlap;
  },
  pixelShares: ({ pixels }, { epsilon, smooth }) => ({
    plain: addTables(bceTable(pixels, epsilon), logDiceTable(pixels, smooth)),
  }),
  pixelGradient: ({ pixels }, { epsilon, smooth }) => {
    const overlap = logDiceGradient(pixels, smooth);
    return overlap && { plain: addTables(bceGradient(pixels, epsilon), overlap) };
  },
});
