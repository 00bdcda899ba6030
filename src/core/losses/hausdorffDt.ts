import { defineScore, ratio } from "../score.js";
import { cellTable } from "../shares.js";
import { softSums } from "../sums.js";
import type { Tally } from "../tally.js";

/** Sum of (p - y)² over a tally. */
function squaredError({ levels, maximum, negatives, positives }: Tally): number {
  let sum = 0;
  for (let i = 0; i < levels.length; i++) {
    sum += negatives[i] * levels[i] ** 2 + positives[i] * (maximum - levels[i]) ** 2;
  }
  return sum / maximum ** 2;
}

/** Squared error weighted with squared distances: the Brier score of a tally of distances. */
export const hausdorffDt = defineScore({
  id: "hausdorff_dt_loss",
  title: "Hausdorff DT loss",
  group: "losses",
  formula: String.raw`\frac1N\sum_i(p_i-y_i)^2\bigl(d_{y,i}^2+d_{\hat y,i}^2\bigr),\quad \hat y=[p>\tfrac12],\ d_M=\text{distance to the nearest pixel of the other class of }M`,
  source: "Karimi and Salcudean 2019; MONAI HausdorffDTLoss(alpha=2)",
  better: "lower",
  range: [0, Number.POSITIVE_INFINITY],
  empty: "a mask without foreground, or without background, has distance 0 everywhere; 0 where both masks are so",
  family: "boundary",
  reads: "distances",
  sharing: "sum",
  parameters: {},
  value: ({ pixels, boundary }) =>
    boundary?.squaredDistance ? ratio(squaredError(boundary.squaredDistance), softSums(pixels).pixels) : null,
  pixelShares({ pixels, boundary }) {
    const tally = boundary?.squaredDistance;
    const { pixels: counted } = softSums(pixels);
    return tally && counted > 0
      ? {
          squaredDistance: cellTable(
            tally,
            (p) => p ** 2 / counted,
            (p) => (1 - p) ** 2 / counted,
          ),
        }
      : null;
  },
});
