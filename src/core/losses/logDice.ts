import { type CellTable, scaleTable } from "../shares.js";
import type { Tally } from "../tally.js";
import { diceCoefficient, diceLoss, diceTable } from "./dice.js";

/** -ln D; null where D is 0/0 or 0. */
export function logDiceValue(tally: Tally, smoothing: number): number | null {
  const coefficient = diceCoefficient(tally, smoothing);
  return coefficient === null || coefficient === 0 ? null : -Math.log(coefficient);
}

/** -ln D is no sum: it is divided in proportion to the terms of 1 - D. */
export function logDiceTable(tally: Tally, smoothing: number): CellTable {
  const table = diceTable(tally, smoothing);
  const loss = diceLoss(tally, smoothing);
  const value = logDiceValue(tally, smoothing);
  return loss && value !== null ? scaleTable(table, value / loss) : table;
}
