import { overlapGradient } from "../maps/gradient.js";
import { smooth } from "../parameters.js";
import { defineScore } from "../score.js";
import { absoluteError, type CellTable } from "../shares.js";
import { softSums } from "../sums.js";
import type { Tally } from "../tally.js";

/** D = (2I + s) / (A + B + s); null for 0/0, which needs s = 0 and two empty masks. */
export function diceCoefficient(tally: Tally, smoothing: number): number | null {
  const { truth, prediction, intersection } = softSums(tally);
  const denominator = truth + prediction + smoothing;
  return denominator === 0 ? null : (2 * intersection + smoothing) / denominator;
}

/** 1 - D. */
export function diceLoss(tally: Tally, smoothing: number): number | null {
  const coefficient = diceCoefficient(tally, smoothing);
  return coefficient === null ? null : 1 - coefficient;
}

/** 1 - D = sum of |y - p| / (A + B + s): a sum over pixels with one common divisor. */
export function diceTable(tally: Tally, smoothing: number): CellTable {
  const { truth, prediction } = softSums(tally);
  return absoluteError(tally, 1 / (truth + prediction + smoothing));
}

/** d (1 - D) / d p. */
export function diceGradient(tally: Tally, smoothing: number): CellTable {
  const { truth, prediction, intersection } = softSums(tally);
  const denominator = truth + prediction + smoothing;
  return overlapGradient(tally, (2 * intersection + smoothing) / denominator ** 2, -2 / denominator);
}

/** Soft Dice loss of the foreground. */
export const dice = defineScore({
  id: "dice",
  title: "Dice loss",
  group: "losses",
  formula: String.raw`1-D,\quad D=\frac{2\sum_i y_ip_i+s}{\sum_i y_i+\sum_i p_i+s}`,
  source:
    "Milletari et al. 2016 (V-Net), with smooth as in the Keras kernels; MONAI DiceLoss(smooth_nr=s, smooth_dr=s)",
  better: "lower",
  range: [0, 1],
  empty: "both empty: 0; truth empty: near 1; smooth 0 and both empty: undefined",
  family: "pixel",
  sharing: "coupled",
  parameters: { smooth: smooth(1) },
  value: ({ pixels }, { smooth }) => diceLoss(pixels, smooth),
  pixelShares: ({ pixels }, { smooth }) => ({ plain: diceTable(pixels, smooth) }),
  pixelGradient: ({ pixels }, { smooth }) => ({ plain: diceGradient(pixels, smooth) }),
});
