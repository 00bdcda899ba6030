import { lovaszGradient } from "../maps/gradient.js";
import { epsilon } from "../parameters.js";
import { defineScore } from "../score.js";
import { type CellTable, cellTable, levelTables, totalOf } from "../shares.js";
import type { Tally } from "../tally.js";
import { clip, isClipped } from "./bce.js";
import { lovaszTable } from "./lovasz.js";

const hingeErrors = levelTables((margin: number) => {
  const logit = (p: number) => Math.log(clip(p, margin) / (1 - clip(p, margin)));
  return { ofNegative: (p) => 1 + logit(p), ofPositive: (p) => 1 - logit(p) };
});

function hingeTable(tally: Tally, margin: number): CellTable {
  return lovaszTable(tally, hingeErrors(tally, margin));
}

function hingeGradient(tally: Tally, margin: number): CellTable {
  const slope = (p: number) => (isClipped(p, margin) ? 0 : 1 / (p * (1 - p)));
  const derivatives = cellTable(tally, slope, (p) => -slope(p));
  return lovaszGradient(hingeTable(tally, margin), hingeErrors(tally, margin), derivatives);
}

/** Lovász hinge on logits recovered from the stored probabilities. */
export const lovaszHinge = defineScore({
  id: "lovasz_hinge",
  title: "Lovász hinge",
  group: "losses",
  formula: String.raw`\overline{\Delta_{J_1}}\bigl(\max(0,\,1-z\,(2y-1))\bigr),\quad z=\ln\frac{c}{1-c}`,
  source: "Berman et al. 2018; bermanmaxim/LovaszSoftmax, lovasz_hinge. A saved mask has no logits: ε sets the scale",
  better: "lower",
  range: [0, Number.POSITIVE_INFINITY],
  empty: "truth empty: the largest hinge error; both empty: 0",
  family: "pixel",
  sharing: "coupled",
  parameters: { epsilon: epsilon() },
  value: ({ pixels }, { epsilon }) => totalOf(pixels, hingeTable(pixels, epsilon)),
  pixelShares: ({ pixels }, { epsilon }) => ({ plain: hingeTable(pixels, epsilon) }),
  pixelGradient: ({ pixels }, { epsilon }) => ({ plain: hingeGradient(pixels, epsilon) }),
});
