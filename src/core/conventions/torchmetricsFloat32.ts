import type { HardCounts } from "../sums.js";

const f = Math.fround;
const EPSILON = 2 ** -23;

/**
 * Matthews correlation as torchmetrics 1.5.2 computes it for two classes: products and sums in float32, and where a
 * margin is empty sqrt(eps) (a - b) over counts with eps added, eps the precision of float32.
 */
export function torchmetricsMcc({ tp, fp, fn, tn }: HardCounts): number {
  if (tp + tn !== 0 && fp + fn === 0) return 1;
  if (tp + tn === 0 && fp + fn !== 0) return -1;
  const truth = [f(tn + fp), f(fn + tp)];
  const prediction = [f(tn + fn), f(fp + tp)];
  const all = f(tn + fp + fn + tp);
  const product = (a: readonly number[], b: readonly number[]) => f(f(a[0] * b[0]) + f(a[1] * b[1]));
  const square = f(all * all);
  const covariance = f(f(f(tn + tp) * all) - product(truth, prediction));
  const spread = f(f(square - product(prediction, prediction)) * f(square - product(truth, truth)));
  if (spread !== 0) return f(covariance / f(Math.sqrt(spread)));
  const right = tp === 0 || tn === 0 ? tp + tn : 0;
  const wrong = fp === 0 || fn === 0 ? fp + fn : 0;
  const margins = (tp + fp + EPSILON) * (tp + fn + EPSILON) * (tn + fp + EPSILON) * (tn + fn + EPSILON);
  return (Math.sqrt(EPSILON) * (right - wrong)) / Math.sqrt(margins);
}

/** Cohen's kappa in float32, as torchmetrics 1.5.2: 1 - k rounds where agreement is that of chance. */
export function torchmetricsKappa({ tp, fp, fn, tn }: HardCounts): number {
  const all = f(tp + fp + fn + tn);
  const falsePositives = f(f(f(tn + fp) * f(fp + tp)) / all);
  const falseNegatives = f(f(f(fn + tp) * f(tn + fn)) / all);
  return f(1 - f(f(fp + fn) / f(falsePositives + falseNegatives)));
}
