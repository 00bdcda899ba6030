import type { Raster } from "../raster.js";
import type { LabelClass } from "./classes.js";
import { type Confusion, mergeConfusions, tallyLabels } from "./confusion.js";
import { compactSoft, extendClasses, mergeSoft, type SoftTallies, tallyClassMaps, tallyHardMap } from "./soft.js";

/** Of two label maps. */
export interface LabelEvidence {
  readonly kind: "labels";
  readonly confusion: Confusion;
  /** Where the prediction gives a probability to every class. */
  readonly soft?: SoftTallies;
}

/** Two label maps of one size. Truth values that are no class (the ignore id) are left out, wherever they are. */
export interface LabelPair {
  readonly truth: Raster;
  readonly prediction: Raster;
  /** Ascending ids. */
  readonly classes: readonly LabelClass[];
  /** A map a class; `prediction` is the class of the highest. */
  readonly probabilities?: readonly Raster[];
}

export function gatherLabels({ truth, prediction, classes, probabilities }: LabelPair): LabelEvidence {
  const ids = classes.map(({ id }) => id);
  return {
    kind: "labels",
    confusion: tallyLabels(truth.samples, prediction.samples, ids),
    ...(probabilities && { soft: tallyClassMaps(truth.samples, probabilities, ids) }),
  };
}

/** The soft tallies, of a hard label map too. */
export function softTallies({ soft, confusion }: LabelEvidence): SoftTallies {
  return soft ?? tallyHardMap(confusion);
}

/** Class ids may differ: the sum has the classes of both. A hard map beside a soft one counts as probabilities 0 and 1. */
export function mergeLabels(a: LabelEvidence, b: LabelEvidence): LabelEvidence {
  const confusion = mergeConfusions(a.confusion, b.confusion);
  if (!a.soft && !b.soft) return { kind: "labels", confusion };
  const [first, second] = [a, b].map((side) => extendClasses(softTallies(side), side.confusion.ids, confusion.ids));
  return { kind: "labels", confusion, soft: mergeSoft(first, second) };
}

/** What is worth keeping when the scores of the image are known; see {@link compactSoft}. */
export function compactLabels(evidence: LabelEvidence): LabelEvidence {
  return evidence.soft ? { ...evidence, soft: compactSoft(evidence.soft) } : evidence;
}
