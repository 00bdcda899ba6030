import { ratio } from "../score.js";
import { type ClassCounts, type Confusion, classCounts, pixelsOf } from "./confusion.js";

/** A score of each class, null where its denominator is 0. */
export const perClass = {
  iou: ({ tp, truth, prediction }: ClassCounts) => ratio(tp, truth + prediction - tp),
  dice: ({ tp, truth, prediction }: ClassCounts) => ratio(2 * tp, truth + prediction),
  precision: ({ tp, prediction }: ClassCounts) => ratio(tp, prediction),
  recall: ({ tp, truth }: ClassCounts) => ratio(tp, truth),
} as const;

export type PerClassId = keyof typeof perClass;

/** Mean over the classes where the score is defined. */
function meanOf(confusion: Confusion, score: (counts: ClassCounts) => number | null): number | null {
  const values = classCounts(confusion)
    .map(score)
    .filter((value) => value !== null);
  return ratio(
    values.reduce((sum, value) => sum + value, 0),
    values.length,
  );
}

const correct = (confusion: Confusion) => classCounts(confusion).reduce((sum, { tp }) => sum + tp, 0);

export const meanIou = (confusion: Confusion) => meanOf(confusion, perClass.iou);
export const meanClassAccuracy = (confusion: Confusion) => meanOf(confusion, perClass.recall);
export const macroF1 = (confusion: Confusion) => meanOf(confusion, perClass.dice);
export const pixelAccuracy = (confusion: Confusion) => ratio(correct(confusion), pixelsOf(confusion));

/** IoU weighted by how often a class occurs in the truth. */
export function frequencyWeightedIou(confusion: Confusion): number | null {
  const classes = classCounts(confusion).filter(({ truth }) => truth > 0);
  return ratio(
    classes.reduce((sum, counts) => sum + counts.truth * (perClass.iou(counts) ?? 0), 0),
    pixelsOf(confusion),
  );
}

/** Matthews correlation of several classes (Gorodkin 2004). */
export function matthews(confusion: Confusion): number | null {
  const s = pixelsOf(confusion);
  const classes = classCounts(confusion);
  const sum = (of: (counts: ClassCounts) => number) => classes.reduce((total, counts) => total + of(counts), 0);
  const covariance = correct(confusion) * s - sum(({ truth, prediction }) => truth * prediction);
  const spreadOfTruth = s * s - sum(({ truth }) => truth * truth);
  const spreadOfPrediction = s * s - sum(({ prediction }) => prediction * prediction);
  return ratio(covariance, Math.sqrt(spreadOfTruth) * Math.sqrt(spreadOfPrediction));
}

/** Agreement beyond chance (Cohen 1960). */
export function cohensKappa(confusion: Confusion): number | null {
  const s = pixelsOf(confusion);
  const chance = classCounts(confusion).reduce((sum, { truth, prediction }) => sum + truth * prediction, 0);
  return ratio(correct(confusion) * s - chance, s * s - chance);
}
