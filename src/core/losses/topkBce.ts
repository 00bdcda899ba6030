import { epsilon, type NumberParameter } from "../parameters.js";
import { defineScore } from "../score.js";
import { type CellTable, totalOf } from "../shares.js";
import { softSums } from "../sums.js";
import type { Tally } from "../tally.js";
import { bceGradient, bceTable } from "./bce.js";

const percent: NumberParameter = {
  kind: "number",
  title: "k, percent of the pixels",
  default: 10,
  minimum: 0.1,
  maximum: 100,
  step: 0.1,
};

/**
 * Shares of the mean over the largest k percent of pixel losses, at least one pixel. Ties share their part equally.
 *
 * @param shared what is shared, by cell and divided by the pixels: the losses themselves, unless their derivatives are given.
 */
function hardestTable(tally: Tally, margin: number, percentage: number, shared?: CellTable): CellTable {
  const { pixels } = softSums(tally);
  const kept = Math.max(1, Math.floor((pixels * percentage) / 100));
  const losses = bceTable(tally, margin);
  const each = shared ?? losses;
  const shares = { negatives: new Float64Array(tally.levels.length), positives: new Float64Array(tally.levels.length) };
  let left = kept;
  // Log losses rise with the level for truth 0 and fall for truth 1: the order is a merge, no sort.
  for (let n = tally.levels.length - 1, p = 0; left > 0 && (n >= 0 || p < tally.levels.length); ) {
    const isNegative = p === tally.levels.length || (n >= 0 && losses.negatives[n] >= losses.positives[p]);
    const truth = isNegative ? "negatives" : "positives";
    const level = isNegative ? n-- : p++;
    const count = tally[truth][level];
    if (count === 0) continue;
    const taken = Math.min(left, count);
    shares[truth][level] = (each[truth][level] * pixels * taken) / (count * kept);
    left -= taken;
  }
  return shares;
}

/** Log loss of the hardest pixels only (online hard example mining). */
export const topkBce = defineScore({
  id: "topk_bce",
  title: "Top-k BCE",
  group: "losses",
  formula: String.raw`\text{mean of the largest }k\,\%\text{ of }\mathrm{bce}_i`,
  source: "Wu et al. 2016; JunMa11/SegLossOdyssey TopKLoss(k=10): floor(k N / 100) pixels",
  better: "lower",
  range: [0, Number.POSITIVE_INFINITY],
  empty: "the formula: ε where both masks are empty",
  family: "pixel",
  sharing: "sum",
  parameters: { k: percent, epsilon: epsilon() },
  value: ({ pixels }, { k, epsilon }) =>
    softSums(pixels).pixels === 0 ? null : totalOf(pixels, hardestTable(pixels, epsilon, k)),
  pixelShares: ({ pixels }, { k, epsilon }) => ({ plain: hardestTable(pixels, epsilon, k) }),
  pixelGradient: ({ pixels }, { k, epsilon }) => ({
    plain: hardestTable(pixels, epsilon, k, bceGradient(pixels, epsilon)),
  }),
});
