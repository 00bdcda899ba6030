import { type NumberParameter, smooth } from "../parameters.js";
import { defineScore } from "../score.js";
import { addTables, scaleTable } from "../shares.js";
import { focalGradient, focalParameters, focalTable, focalValue } from "./focal.js";
import { logDiceGradient, logDiceTable, logDiceValue } from "./logDice.js";

const mix: NumberParameter = {
  kind: "number",
  title: "alpha of the mix (times focal)",
  default: 1,
  minimum: 0,
  maximum: 100,
  step: "log",
};

/** The seed's mixed loss: alpha times focal, minus the logarithm of the Dice coefficient. */
export const focalLogDice = defineScore({
  id: "focal_log_dice",
  title: "Focal − ln Dice (mixed)",
  group: "losses",
  formula: String.raw`\alpha_{\text{mix}}\cdot\mathrm{FL}-\ln D`,
  source: "the seed's mixedLoss, mended: the logarithm is of the coefficient, as in the TGS Salt kernel it came from",
  better: "lower",
  range: [0, Number.POSITIVE_INFINITY],
  empty: "the formula: next to 0 where both masks are empty; D = 0 with smooth 0: undefined",
  family: "pixel",
  sharing: "proportion",
  parameters: { mix, ...focalParameters, smooth: smooth(1) },
  value: (evidence, values) => {
    const overlap = logDiceValue(evidence.pixels, values.smooth);
    const focal = focalValue(evidence, values);
    return overlap === null || focal === null ? null : values.mix * focal + overlap;
  },
  pixelShares: ({ pixels }, values) => ({
    plain: addTables(scaleTable(focalTable(pixels, values), values.mix), logDiceTable(pixels, values.smooth)),
  }),
  pixelGradient: ({ pixels }, values) => {
    const overlap = logDiceGradient(pixels, values.smooth);
    return overlap && { plain: addTables(scaleTable(focalGradient(pixels, values), values.mix), overlap) };
  },
});
