import { softTallies } from "../labels/evidence.js";
import { bceTable, bceValue, clip } from "../losses/bce.js";
import { epsilon } from "../parameters.js";
import { defineScore } from "../score.js";
import { divideTable, squaredErrors, totalOf } from "../shares.js";
import { softSums } from "../sums.js";
import type { Tally } from "../tally.js";

export const brier = defineScore({
  id: "brier",
  title: "Brier score",
  group: "metrics",
  formula: String.raw`\frac1N\sum_i(p_i-y_i)^2`,
  source: "scikit-learn brier_score_loss",
  better: "lower",
  range: [0, 1],
  empty: "the formula: 0 where both masks are empty",
  family: "pixel",
  sharing: "sum",
  parameters: {},
  value: ({ pixels }) => {
    const n = softSums(pixels).pixels;
    return n === 0 ? null : totalOf(pixels, squaredErrors(pixels), n);
  },
  pixelShares: ({ pixels }) => ({ plain: divideTable(squaredErrors(pixels), softSums(pixels).pixels) }),
});

export const nll = defineScore({
  id: "nll",
  title: "Negative log likelihood",
  group: "metrics",
  formula: String.raw`-\frac1N\sum_i\ln c_{i,y_i}`,
  source: "the log loss under its name in the calibration literature; of label maps the cross entropy",
  better: "lower",
  range: [0, Number.POSITIVE_INFINITY],
  empty: "as the log loss",
  family: "pixel",
  sharing: "sum",
  parameters: { epsilon: epsilon() },
  value: (evidence, { epsilon }) => bceValue(evidence, epsilon),
  ofLabels: (evidence, { epsilon }) => crossEntropy(softTallies(evidence).trueClass, epsilon),
  pixelShares: ({ pixels }, { epsilon }) => ({ plain: bceTable(pixels, epsilon) }),
});

/** Mean of -ln p over the pixels, p the probability given to the true class. */
function crossEntropy({ levels, maximum, positives }: Tally, margin: number): number | null {
  let pixels = 0;
  let total = 0;
  for (let i = 0; i < levels.length; i++) {
    pixels += positives[i];
    total -= positives[i] * Math.log(clip(levels[i] / maximum, margin));
  }
  return pixels === 0 ? null : total / pixels;
}

/** One bin of a reliability diagram, as sums over its pixels. */
export interface CalibrationBin {
  readonly pixels: number;
  readonly predicted: number;
  readonly positives: number;
}

/** Equal bins [l, u) of p; p = 1 is in the last. The bin of an integer level is exact: n * level is, and so is the floor. */
export function calibrationBins({ levels, maximum, negatives, positives }: Tally, n: number): CalibrationBin[] {
  const bins = Array.from({ length: n }, () => ({ pixels: 0, predicted: 0, positives: 0 }));
  for (let i = 0; i < levels.length; i++) {
    const bin = bins[Math.min(n - 1, Math.floor((n * levels[i]) / maximum))];
    const pixels = negatives[i] + positives[i];
    bin.pixels += pixels;
    bin.predicted += (pixels * levels[i]) / maximum;
    bin.positives += positives[i];
  }
  return bins;
}

export const ece15 = defineScore({
  id: "ece15",
  title: "Expected calibration error, 15 bins",
  group: "metrics",
  formula: String.raw`\sum_b\frac{n_b}{N}\,\bigl\lvert\overline{p}_b-\overline{y}_b\bigr\rvert`,
  source: "torchmetrics binary_calibration_error (l1), with exact bin edges and p = 1 in the last bin",
  better: "lower",
  range: [0, 1],
  empty: "the formula: 0 where both masks are empty",
  family: "pixel",
  parameters: {},
  value: ({ pixels }) => {
    const n = softSums(pixels).pixels;
    if (n === 0) return null;
    const gap = calibrationBins(pixels, 15).reduce((sum, bin) => sum + Math.abs(bin.predicted - bin.positives), 0);
    return gap / n;
  },
});
