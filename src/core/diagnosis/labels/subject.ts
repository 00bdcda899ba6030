import type { LabelClass } from "../../labels/classes.js";
import type { Confusion } from "../../labels/confusion.js";
import type { Raster } from "../../raster.js";
import type { Finding } from "../check.js";

/** Two label maps to be looked at. */
export interface LabelSubject {
  readonly truth: Raster;
  readonly prediction: Raster;
  /** Ascending ids. */
  readonly classes: readonly LabelClass[];
  /** Over these classes. */
  readonly confusion: Confusion;
}

/** One thing that a good colleague would notice; null where it is not so. */
export type LabelCheck = (subject: LabelSubject) => Finding | null;

/** Pixels by class. @returns of the truth, predicted or not as a class, and of the prediction. */
export function totalsOf({ ids, counts, unlabelled }: Confusion): {
  readonly truth: readonly number[];
  readonly prediction: readonly number[];
} {
  const n = ids.length;
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const places = ids.map((_, place) => place);
  return {
    truth: places.map((row) => unlabelled[row] + sum(places.map((column) => counts[row * n + column]))),
    prediction: places.map((column) => sum(places.map((row) => counts[row * n + column]))),
  };
}
