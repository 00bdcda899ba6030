import { overlapGradient } from "../maps/gradient.js";
import { smooth } from "../parameters.js";
import { defineScore, ratio } from "../score.js";
import { absoluteError } from "../shares.js";
import { softSums } from "../sums.js";
import type { Tally } from "../tally.js";

function union(tally: Tally, smoothing: number): number {
  const { truth, prediction, intersection } = softSums(tally);
  return truth + prediction - intersection + smoothing;
}

/** Soft Jaccard (IoU) loss. */
export const jaccard = defineScore({
  id: "jaccard",
  title: "Jaccard loss (soft IoU)",
  group: "losses",
  formula: String.raw`1-\frac{I+s}{A+B-I+s}`,
  source: "segmentation_models.pytorch JaccardLoss(smooth=s), without its 0 for an empty truth",
  better: "lower",
  range: [0, 1],
  empty: "both empty: 0; truth empty: near 1; smooth 0 and both empty: undefined",
  family: "pixel",
  sharing: "coupled",
  parameters: { smooth: smooth(1) },
  value: ({ pixels }, { smooth }) => {
    const { truth, prediction, intersection } = softSums(pixels);
    return ratio(truth + prediction - 2 * intersection, union(pixels, smooth));
  },
  pixelShares: ({ pixels }, { smooth }) => ({ plain: absoluteError(pixels, 1 / union(pixels, smooth)) }),
  pixelGradient: ({ pixels }, { smooth }) => {
    const { truth, prediction, intersection } = softSums(pixels);
    const denominator = union(pixels, smooth);
    const loss = (truth + prediction - 2 * intersection) / denominator;
    return { plain: overlapGradient(pixels, (1 - loss) / denominator, (loss - 2) / denominator) };
  },
});
