import { smooth } from "../parameters.js";
import { defineScore } from "../score.js";
import { scaleTable } from "../shares.js";
import { diceGradient, diceLoss, diceTable } from "./dice.js";
import { inProportion } from "./logDice.js";

const logCosh = (loss: number | null) => (loss === null ? null : Math.log(Math.cosh(loss)));

/** ln cosh of the Dice loss: flat near its optimum. */
export const logCoshDice = defineScore({
  id: "log_cosh_dice",
  title: "Log-cosh Dice",
  group: "losses",
  formula: String.raw`\ln\cosh(1-D)`,
  source: "Jadon 2020; shruti-jadon/Semantic-Segmentation-Loss-Functions",
  better: "lower",
  range: [0, Math.log(Math.cosh(1))],
  empty: "as the Dice loss",
  family: "pixel",
  sharing: "proportion",
  parameters: { smooth: smooth(1) },
  value: ({ pixels }, { smooth }) => logCosh(diceLoss(pixels, smooth)),
  pixelShares: ({ pixels }, { smooth }) => {
    const loss = diceLoss(pixels, smooth);
    return { plain: inProportion(diceTable(pixels, smooth), loss, logCosh(loss)) };
  },
  pixelGradient: ({ pixels }, { smooth }) => {
    const loss = diceLoss(pixels, smooth);
    return loss === null ? null : { plain: scaleTable(diceGradient(pixels, smooth), Math.tanh(loss)) };
  },
});
