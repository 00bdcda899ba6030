import type { ObjectCounts } from "../objects/match.js";
import { threshold } from "../parameters.js";
import { defineScore, ratio, type Score } from "../score.js";

const objectScore = (
  id: string,
  title: string,
  formula: string,
  empty: string,
  of: (counts: ObjectCounts) => number | null,
): Score =>
  defineScore({
    id,
    title,
    group: "objects",
    formula,
    source:
      "objects are 8-connected components of truth and of p > t, matched at IoU > 1/2 (strict; the matching is unique)",
    better: "higher",
    range: [0, 1],
    empty,
    family: "objects",
    parameters: { threshold: { ...threshold, fromPixels: true } },
    value: ({ objects }) => (objects ? of(objects) : null),
  });

const neither = "undefined where neither mask has an object";

/** Scores of objects, from those of a binary mask: its connected components. */
export const objectScores: readonly Score[] = [
  objectScore(
    "object_precision",
    "Object precision",
    String.raw`\frac{TP_o}{TP_o+FP_o}`,
    "undefined where nothing is predicted",
    ({ tp, fp }) => ratio(tp, tp + fp),
  ),
  objectScore(
    "object_recall",
    "Object recall",
    String.raw`\frac{TP_o}{TP_o+FN_o}`,
    "undefined where the truth has no object",
    ({ tp, fn }) => ratio(tp, tp + fn),
  ),
  objectScore("object_f1", "Object F1", String.raw`\frac{2TP_o}{2TP_o+FP_o+FN_o}`, neither, ({ tp, fp, fn }) =>
    ratio(2 * tp, 2 * tp + fp + fn),
  ),
  objectScore("object_f2", "Object F2", String.raw`\frac{5TP_o}{5TP_o+4FN_o+FP_o}`, neither, ({ tp, fp, fn }) =>
    ratio(5 * tp, 5 * tp + 4 * fn + fp),
  ),
];
