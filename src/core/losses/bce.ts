import type { BinaryEvidence } from "../evidence.js";
import { epsilon } from "../parameters.js";
import { defineScore } from "../score.js";
import { type CellTable, cellTable, divideTable, levelTables, totalOf } from "../shares.js";
import { softSums } from "../sums.js";
import type { Tally } from "../tally.js";

export const clip = (p: number, margin: number): number => Math.min(1 - margin, Math.max(margin, p));

/** Log loss of one pixel, its probability clipped to a margin from 0 and 1. */
export const logLosses = levelTables((margin: number) => ({
  ofNegative: (p) => -Math.log(1 - clip(p, margin)),
  ofPositive: (p) => -Math.log(clip(p, margin)),
}));

/** Log loss of one pixel, divided by the pixels of the tally: the shares of the mean. */
export function bceTable(tally: Tally, margin: number): CellTable {
  return divideTable(logLosses(tally, margin), softSums(tally).pixels);
}

/**
 * The derivative of {@link bceTable} by p. Outside of the clip nothing depends on p.
 * At its ends it is that of the inside, as in PyTorch.
 */
export function bceGradient(tally: Tally, margin: number): CellTable {
  const { pixels } = softSums(tally);
  return cellTable(
    tally,
    (p) => (isClipped(p, margin) ? 0 : 1 / (1 - p) / pixels),
    (p) => (isClipped(p, margin) ? 0 : -1 / p / pixels),
  );
}

export const isClipped = (p: number, margin: number): boolean => p < margin || p > 1 - margin;

export function bceValue({ pixels }: BinaryEvidence, margin: number): number | null {
  const n = softSums(pixels).pixels;
  return n === 0 ? null : totalOf(pixels, logLosses(pixels, margin), n);
}

/** Binary cross-entropy. */
export const bce = defineScore({
  id: "bce",
  title: "Log loss (BCE)",
  group: "losses",
  formula: String.raw`-\frac1N\sum_i\bigl[y_i\ln c_i+(1-y_i)\ln(1-c_i)\bigr],\quad c=\operatorname{clip}(p,\varepsilon,1-\varepsilon)`,
  source: "scikit-learn log_loss; Keras BinaryCrossentropy in float64",
  better: "lower",
  range: [0, Number.POSITIVE_INFINITY],
  empty: "the formula: ε where both masks are empty",
  family: "pixel",
  sharing: "sum",
  parameters: { epsilon: epsilon() },
  value: (evidence, { epsilon }) => bceValue(evidence, epsilon),
  pixelShares: ({ pixels }, { epsilon }) => ({ plain: bceTable(pixels, epsilon) }),
  pixelGradient: ({ pixels }, { epsilon }) => ({ plain: bceGradient(pixels, epsilon) }),
});
