import type { Check, Finding } from "./check.js";
import { emptyPrediction } from "./emptyPrediction.js";
import { emptyTruth } from "./emptyTruth.js";
import { flipped } from "./flipped.js";
import { inverted } from "./inverted.js";
import { falseObjects, falseParts, holes, mergedObjects, missedObjects, missedParts, splitObjects } from "./regions.js";
import { resizedTruth } from "./resizedTruth.js";
import { saturated } from "./saturated.js";
import { scale } from "./scale.js";
import { shifted } from "./shifted.js";
import { tooLarge, tooSmall } from "./size.js";
import { onlySpecks, specks } from "./specks.js";
import type { Subject } from "./subject.js";
import { thinParts } from "./thinParts.js";
import { thresholdFar, thresholdOff } from "./threshold.js";

export type { Finding, Severity } from "./check.js";
export { subjectOf } from "./subject.js";

/** Every check, in the order in which findings are told. Those that explain everything come first. */
export const checks: readonly Check[] = [
  emptyTruth,
  inverted,
  scale,
  thresholdOff,
  emptyPrediction,
  flipped,
  shifted,
  tooLarge,
  tooSmall,
  thresholdFar,
  missedObjects,
  falseObjects,
  mergedObjects,
  splitObjects,
  missedParts,
  falseParts,
  thinParts,
  holes,
  specks,
  onlySpecks,
];

/** Checks of the files: they hold whatever else is wrong. */
const always: readonly Check[] = [resizedTruth, saturated];

/**
 * What a good colleague would notice about a pair, with the evidence. A finding that explains the others stands alone,
 * but for those about the files themselves.
 */
export function diagnose(subject: Subject): Finding[] {
  const findings: Finding[] = [];
  for (const check of checks) {
    const finding = check.look(subject);
    if (finding) findings.push(finding);
    if (finding && check.explainsAll) break;
  }
  return [...findings, ...always.flatMap((check) => check.look(subject) ?? [])];
}
