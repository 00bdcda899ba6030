import type { Finding } from "../check.js";
import { backgroundInPrediction, backgroundInTruth } from "./background.js";
import { emptySide } from "./empty.js";
import { objectErrors } from "./errors.js";
import { flippedObjects, shiftedObjects } from "./rearranged.js";
import { sharedInPrediction, sharedInTruth } from "./sharedIds.js";
import type { ObjectSubject } from "./subject.js";

export { type ObjectSubject, objectSubject } from "./subject.js";

/** Each would explain what is wrong with most objects. */
const explanations = [sharedInPrediction, sharedInTruth, flippedObjects, shiftedObjects];

/**
 * What a good colleague would notice about two instance maps, with the evidence. Other numbers for the same objects are
 * no error. What explains the rest, by the best of several stories, stands before it, alone but for what is about the
 * background.
 */
export function diagnoseObjects(subject: ObjectSubject): Finding[] {
  const empty = emptySide(subject);
  if (empty) return [empty];
  const [explanation] = explanations
    .flatMap((check) => check(subject) ?? [])
    .sort((a, b) => b.evidence.after - a.evidence.after);
  const background = [backgroundInPrediction, backgroundInTruth].flatMap((check) => check(subject) ?? []);
  return [...(explanation ? [explanation] : []), ...background, ...(explanation ? [] : objectErrors(subject))];
}
