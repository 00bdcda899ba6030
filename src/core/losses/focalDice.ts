import { smooth } from "../parameters.js";
import { defineScore } from "../score.js";
import { addTables } from "../shares.js";
import { diceGradient, diceLoss, diceTable } from "./dice.js";
import { focalGradient, focalParameters, focalTable, focalValue } from "./focal.js";

/** Focal + (1 - D), without a logarithm. */
export const focalDice = defineScore({
  id: "focal_dice",
  title: "Focal + Dice",
  group: "losses",
  formula: String.raw`\mathrm{FL}+(1-D)`,
  source: "MONAI DiceFocalLoss, with the focal and Dice losses of this page",
  better: "lower",
  range: [0, Number.POSITIVE_INFINITY],
  empty: "the formula: next to 0 where both masks are empty",
  family: "pixel",
  sharing: "coupled",
  parameters: { ...focalParameters, smooth: smooth(1) },
  value: (evidence, values) => {
    const overlap = diceLoss(evidence.pixels, values.smooth);
    const focal = focalValue(evidence, values);
    return overlap === null || focal === null ? null : focal + overlap;
  },
  pixelShares: ({ pixels }, values) => ({
    plain: addTables(focalTable(pixels, values), diceTable(pixels, values.smooth)),
  }),
  pixelGradient: ({ pixels }, values) => ({
    plain: addTables(focalGradient(pixels, values), diceGradient(pixels, values.smooth)),
  }),
});
