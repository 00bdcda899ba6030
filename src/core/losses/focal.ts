import type { BinaryEvidence } from "../evidence.js";
import { choice, epsilon, fraction, gamma, type ValuesOf } from "../parameters.js";
import { defineScore } from "../score.js";
import { type CellTable, cellTable, divideTable, levelTables, totalOf } from "../shares.js";
import { softSums } from "../sums.js";
import type { Tally } from "../tally.js";
import { clip, isClipped } from "./bce.js";

export const focalParameters = {
  gamma: gamma(2),
  alpha: fraction("alpha of the foreground (background: 1 − alpha)", 0.25),
  epsilon: epsilon(),
  reduction: choice("reduction", ["mean", "sum"]),
  residue: choice("residue of the other class", ["none", "seed"]),
} as const;

export type FocalValues = ValuesOf<typeof focalParameters>;

/**
 * Focal loss of one pixel.
 *
 * `residue: "seed"`: the seed clips the placeholder it gives to pixels of the other class (1 or 0) as well, so each
 * background pixel also pays the foreground term at 1 − ε, and each foreground pixel the background term at ε.
 */
const focalLosses = levelTables((gamma: number, alpha: number, epsilon: number, residue: FocalValues["residue"]) => {
  const term = (balance: number, pt: number) => -balance * (1 - pt) ** gamma * Math.log(pt);
  const ofPositive = (p: number) => term(alpha, clip(p, epsilon));
  const ofNegative = (p: number) => term(1 - alpha, 1 - clip(p, epsilon));
  const extraNegative = residue === "seed" ? ofPositive(1) : 0;
  const extraPositive = residue === "seed" ? ofNegative(0) : 0;
  return {
    ofNegative: (p) => ofNegative(p) + extraNegative,
    ofPositive: (p) => ofPositive(p) + extraPositive,
  };
});

const lossesFor = (tally: Tally, { gamma, alpha, epsilon, residue }: FocalValues) =>
  focalLosses(tally, gamma, alpha, epsilon, residue);

const divisorOf = (tally: Tally, { reduction }: FocalValues) => (reduction === "mean" ? softSums(tally).pixels : 1);

/** Focal loss of one pixel, divided as the reduction says: the shares of the loss. */
export function focalTable(tally: Tally, values: FocalValues): CellTable {
  return divideTable(lossesFor(tally, values), divisorOf(tally, values));
}

/** The derivative of {@link focalTable} by p; 0 where p is clipped. What the residue adds does not depend on p. */
export function focalGradient(tally: Tally, values: FocalValues): CellTable {
  const { gamma, alpha, epsilon } = values;
  const divisor = divisorOf(tally, values);
  /** d/dpt of -(1 - pt)^gamma ln pt. */
  const slope = (pt: number) =>
    (gamma === 0 ? 0 : gamma * (1 - pt) ** (gamma - 1) * Math.log(pt)) - (1 - pt) ** gamma / pt;
  return cellTable(
    tally,
    (p) => (isClipped(p, epsilon) ? 0 : (-(1 - alpha) * slope(1 - p)) / divisor),
    (p) => (isClipped(p, epsilon) ? 0 : (alpha * slope(p)) / divisor),
  );
}

export function focalValue({ pixels }: BinaryEvidence, values: FocalValues): number | null {
  if (softSums(pixels).pixels === 0) return null;
  return totalOf(pixels, lossesFor(pixels, values), divisorOf(pixels, values));
}

/** Focal loss, alpha-balanced. */
export const focal = defineScore({
  id: "focal",
  title: "Focal loss",
  group: "losses",
  formula: String.raw`\frac1N\sum_i-\alpha_t(1-p_t)^\gamma\ln p_t,\quad p_t=\begin{cases}c_i&y_i=1\\1-c_i&y_i=0\end{cases}`,
  source: "Lin et al. 2017; torchvision sigmoid_focal_loss(reduction='mean')",
  better: "lower",
  range: [0, Number.POSITIVE_INFINITY],
  empty: "the formula: next to 0 where both masks are empty",
  family: "pixel",
  sharing: "sum",
  parameters: focalParameters,
  value: focalValue,
  pixelShares: ({ pixels }, values) => ({ plain: focalTable(pixels, values) }),
  pixelGradient: ({ pixels }, values) => ({ plain: focalGradient(pixels, values) }),
});
