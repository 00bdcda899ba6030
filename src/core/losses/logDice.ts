import { smooth } from "../parameters.js";
import { defineScore } from "../score.js";
import { type CellTable, plainly, scaleTable } from "../shares.js";
import type { Tally } from "../tally.js";
import { diceCoefficient, diceGradient, diceLoss, diceTable } from "./dice.js";

/** -ln D; null where D is 0/0 or 0. */
export function logDiceValue(tally: Tally, smoothing: number): number | null {
  const coefficient = diceCoefficient(tally, smoothing);
  return coefficient === null || coefficient === 0 ? null : -Math.log(coefficient);
}

/** -ln D is no sum: it is divided in proportion to the terms of 1 - D. */
export function logDiceTable(tally: Tally, smoothing: number): CellTable {
  return inProportion(diceTable(tally, smoothing), diceLoss(tally, smoothing), logDiceValue(tally, smoothing));
}

/** d (-ln D) / d p; null where -ln D is undefined. */
export function logDiceGradient(tally: Tally, smoothing: number): CellTable | null {
  const coefficient = diceCoefficient(tally, smoothing);
  return coefficient ? scaleTable(diceGradient(tally, smoothing), 1 / coefficient) : null;
}

/** Scales the terms of a sum so that they add up to a function of it. */
export function inProportion(terms: CellTable, sum: number | null, value: number | null): CellTable {
  return sum && value !== null ? scaleTable(terms, value / sum) : terms;
}

export const logDice = defineScore({
  id: "log_dice",
  title: "−ln Dice",
  group: "losses",
  formula: String.raw`-\ln D`,
  source: "segmentation_models.pytorch DiceLoss(log_loss=True), with smooth counted once",
  better: "lower",
  range: [0, Number.POSITIVE_INFINITY],
  empty: "both empty: 0; D = 0 (which needs smooth 0): undefined",
  family: "pixel",
  sharing: "proportion",
  parameters: { smooth: smooth(1) },
  value: ({ pixels }, { smooth }) => logDiceValue(pixels, smooth),
  pixelShares: ({ pixels }, { smooth }) => ({ plain: logDiceTable(pixels, smooth) }),
  pixelGradient: ({ pixels }, { smooth }) => plainly(logDiceGradient(pixels, smooth)),
});
