import { smooth } from "../parameters.js";
import { defineScore, ratio } from "../score.js";
import { cellTable, levelTables, scaleTable, squaredErrors, totalOf } from "../shares.js";
import { softSums } from "../sums.js";
import type { Tally } from "../tally.js";

const squares = levelTables(() => ({ ofNegative: (p) => p * p, ofPositive: (p) => p * p }));

/** The sum of y² and p², smoothed: y² = y. */
function denominatorOf(tally: Tally, smoothing: number): number {
  return softSums(tally).truth + totalOf(tally, squares(tally)) + smoothing;
}

/** Dice loss with squares in the denominator: 1 - D is the sum of (y - p)² over one divisor. */
export const squaredDice = defineScore({
  id: "squared_dice",
  title: "Squared Dice (V-Net)",
  group: "losses",
  formula: String.raw`1-\frac{2I+s}{\sum_i y_i^2+\sum_i p_i^2+s}`,
  source: "Milletari et al. 2016; MONAI DiceLoss(squared_pred=True)",
  better: "lower",
  range: [0, 1],
  empty: "both empty: 0; truth empty: near 1; smooth 0 and both empty: undefined",
  family: "pixel",
  sharing: "coupled",
  parameters: { smooth: smooth(1e-5) },
  value: ({ pixels }, { smooth }) => ratio(totalOf(pixels, squaredErrors(pixels)), denominatorOf(pixels, smooth)),
  pixelShares: ({ pixels }, { smooth }) => ({
    plain: scaleTable(squaredErrors(pixels), 1 / denominatorOf(pixels, smooth)),
  }),
  pixelGradient: ({ pixels }, { smooth }) => {
    const denominator = denominatorOf(pixels, smooth);
    const loss = totalOf(pixels, squaredErrors(pixels)) / denominator;
    return {
      plain: cellTable(
        pixels,
        (p) => (2 * p - loss * 2 * p) / denominator,
        (p) => (2 * (p - 1) - loss * 2 * p) / denominator,
      ),
    };
  },
});
