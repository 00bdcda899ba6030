import type { BinaryEvidence } from "../evidence.js";
import { epsilon, kernel } from "../parameters.js";
import { defineScore } from "../score.js";
import { totalOf } from "../shares.js";
import { softSums } from "../sums.js";
import { bceGradient, bceTable, logLosses } from "./bce.js";

/** sum(w * loss) / sum(w): the log loss of the weighted tally. */
export function weightedBceValue({ weighted }: BinaryEvidence, margin: number): number | null {
  const weight = weighted ? softSums(weighted).pixels : 0;
  return !weighted || weight === 0 ? null : totalOf(weighted, logLosses(weighted, margin), weight);
}

/** Log loss weighted towards boundaries. */
export const weightedBce = defineScore({
  id: "weighted_bce",
  title: "Boundary-weighted BCE",
  group: "losses",
  formula: String.raw`\frac{\sum_i w_i\,\mathrm{bce}_i}{\sum_i w_i},\quad w=5\,e^{-5\lvert a-\frac12\rvert},\ a=\text{average of }y\text{ over }k\times k`,
  source: "lyakaap/Kaggle-Carvana-3rd-Place-Solution, weighted_bce_loss; TensorFlow 'same' pooling",
  better: "lower",
  range: [0, Number.POSITIVE_INFINITY],
  empty: "the weight is 1 everywhere: the plain log loss",
  family: "pixel",
  reads: "weighted",
  sharing: "sum",
  parameters: { kernel, epsilon: epsilon() },
  value: (evidence, { epsilon }) => weightedBceValue(evidence, epsilon),
  pixelShares: ({ weighted }, { epsilon }) => (weighted ? { weighted: bceTable(weighted, epsilon) } : null),
  pixelGradient: ({ weighted }, { epsilon }) => (weighted ? { weighted: bceGradient(weighted, epsilon) } : null),
});
