import { lovaszGradient } from "../maps/gradient.js";
import { defineScore } from "../score.js";
import { absoluteErrorGradient, absoluteErrors, totalOf } from "../shares.js";
import type { Tally } from "../tally.js";
import { lovaszTable } from "./lovasz.js";

const foregroundTable = (tally: Tally) => lovaszTable(tally, absoluteErrors(tally));

/** Lovász extension of the foreground Jaccard loss on |y - p|. */
export const lovaszSigmoid = defineScore({
  id: "lovasz_sigmoid",
  title: "Lovász-Sigmoid",
  group: "losses",
  formula: String.raw`\overline{\Delta_{J_1}}\bigl(\lvert y-p\rvert\bigr)`,
  source: "Berman et al. 2018; bermanmaxim/LovaszSoftmax, one class",
  better: "lower",
  range: [0, 1],
  empty: "truth empty: the largest p; both empty: 0",
  family: "pixel",
  sharing: "coupled",
  parameters: {},
  value: ({ pixels }) => totalOf(pixels, foregroundTable(pixels)),
  pixelShares: ({ pixels }) => ({ plain: foregroundTable(pixels) }),
  pixelGradient: ({ pixels }) => ({
    plain: lovaszGradient(foregroundTable(pixels), absoluteErrors(pixels), absoluteErrorGradient(pixels)),
  }),
});
