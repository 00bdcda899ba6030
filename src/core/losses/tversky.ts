import { overlapGradient } from "../maps/gradient.js";
import { fraction, smooth, type ValuesOf } from "../parameters.js";
import { defineScore, ratio } from "../score.js";
import { type CellTable, cellTable } from "../shares.js";
import { softSums } from "../sums.js";
import type { Tally } from "../tally.js";

export const tverskyParameters = {
  alpha: fraction("alpha, weight of false positives", 0.3),
  beta: fraction("beta, weight of false negatives", 0.7),
  smooth: smooth(1e-5),
} as const;

type TverskyValues = ValuesOf<typeof tverskyParameters>;

function parts(tally: Tally, { alpha, beta, smooth }: TverskyValues) {
  const { truth, prediction, intersection } = softSums(tally);
  const error = alpha * (prediction - intersection) + beta * (truth - intersection);
  return { error, denominator: intersection + error + smooth };
}

/** 1 - T = (α FP + β FN) / (I + α FP + β FN + s). */
export function tverskyLoss(tally: Tally, values: TverskyValues): number | null {
  const { error, denominator } = parts(tally, values);
  return ratio(error, denominator);
}

export function tverskyTable(tally: Tally, values: TverskyValues): CellTable {
  const { denominator } = parts(tally, values);
  return cellTable(
    tally,
    (p) => (values.alpha * p) / denominator,
    (p) => (values.beta * (1 - p)) / denominator,
  );
}

/** d (1 - T) / d p. */
export function tverskyGradient(tally: Tally, values: TverskyValues): CellTable {
  const { alpha, beta } = values;
  const { error, denominator } = parts(tally, values);
  const loss = error / denominator;
  return overlapGradient(
    tally,
    (alpha * (1 - loss)) / denominator,
    (-(alpha + beta) - loss * (1 - alpha - beta)) / denominator,
  );
}

/** Tversky loss: Dice with a price of its own for false positives and false negatives. */
export const tversky = defineScore({
  id: "tversky",
  title: "Tversky loss",
  group: "losses",
  formula: String.raw`1-T,\quad T=\frac{I+s}{I+\alpha\,FP+\beta\,FN+s}`,
  source: "Salehi et al. 2017; MONAI TverskyLoss(alpha=.3, beta=.7)",
  better: "lower",
  range: [0, 1],
  empty: "both empty: 0; truth empty: near 1; smooth 0 and both empty: undefined",
  family: "pixel",
  sharing: "coupled",
  parameters: tverskyParameters,
  value: ({ pixels }, values) => tverskyLoss(pixels, values),
  pixelShares: ({ pixels }, values) => ({ plain: tverskyTable(pixels, values) }),
  pixelGradient: ({ pixels }, values) => ({ plain: tverskyGradient(pixels, values) }),
});
