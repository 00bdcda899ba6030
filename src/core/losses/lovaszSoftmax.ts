import { type LabelEvidence, softTallies } from "../labels/evidence.js";
import { lovaszGradient } from "../maps/gradient.js";
import { choice } from "../parameters.js";
import { defineScore } from "../score.js";
import { absoluteErrorGradient, absoluteErrors, addTables, type CellTable, scaleTable, totalOf } from "../shares.js";
import { softSums } from "../sums.js";
import type { Tally } from "../tally.js";
import { backgroundTable, lovaszTable } from "./lovasz.js";

/** Mean over the classes, as shares; null where no class counts. */
function softmaxTable(tally: Tally, classes: "present" | "all"): CellTable | null {
  const { pixels, truth } = softSums(tally);
  const errors = absoluteErrors(tally);
  const tables: CellTable[] = [];
  if (classes === "all" || truth > 0) tables.push(lovaszTable(tally, errors));
  if (classes === "all" || truth < pixels) tables.push(backgroundTable(tally, errors));
  if (tables.length === 0 || pixels === 0) return null;
  return scaleTable(tables.reduce(addTables), 1 / tables.length);
}

/** Of label maps: each class against the rest. Hard maps give 1 minus the mean IoU. */
function ofClasses(evidence: LabelEvidence, classes: "present" | "all"): number | null {
  const losses = softTallies(evidence).classes.flatMap((tally) => {
    const { pixels, truth } = softSums(tally);
    if (pixels === 0 || (classes === "present" && truth === 0)) return [];
    return [totalOf(tally, lovaszTable(tally, absoluteErrors(tally)))];
  });
  return losses.length === 0 ? null : losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
}

/** Lovász-Softmax of the two classes [1 - p, p] of a binary mask, or of the classes of a label map. */
export const lovaszSoftmax = defineScore({
  id: "lovasz_softmax",
  title: "Lovász-Softmax",
  group: "losses",
  formula: String.raw`\frac1{\lvert C\rvert}\sum_{c\in C}\overline{\Delta_{J_c}}\bigl(\lvert\mathbb 1[y=c]-p_c\rvert\bigr)`,
  source: "Berman et al. 2018; bermanmaxim/LovaszSoftmax, classes='present'",
  better: "lower",
  range: [0, 1],
  empty: "a class that the truth lacks is left out (classes present) or costs its largest p (classes all)",
  family: "pixel",
  sharing: "coupled",
  parameters: { classes: choice("classes", ["present", "all"]) },
  value: ({ pixels }, { classes }) => {
    const table = softmaxTable(pixels, classes);
    return table && totalOf(pixels, table);
  },
  ofLabels: (evidence, { classes }) => ofClasses(evidence, classes),
  pixelShares: ({ pixels }, { classes }) => {
    const table = softmaxTable(pixels, classes);
    return table && { plain: table };
  },
  pixelGradient: ({ pixels }, { classes }) => {
    const table = softmaxTable(pixels, classes);
    return table && { plain: lovaszGradient(table, absoluteErrors(pixels), absoluteErrorGradient(pixels)) };
  },
});
