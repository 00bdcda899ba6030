import type { Finding } from "../check.js";
import { borderIds } from "./borderIds.js";
import { missingClasses, strayIds, voidAsClass } from "./classes.js";
import { flippedLabels } from "./flipped.js";
import { objectsAsClasses } from "./objectsAsClasses.js";
import { renumbered } from "./renumbered.js";
import { shiftedLabels } from "./shifted.js";
import type { LabelSubject } from "./subject.js";

export type { LabelSubject };

/** What a good colleague would notice about two label maps, with the evidence. */
export function diagnoseLabels(subject: LabelSubject): Finding[] {
  // What explains the rest, by the better of two stories, stands before it, alone but for what is about the ids themselves.
  const [explanation = shiftedLabels(subject)] = [renumbered, flippedLabels]
    .flatMap((check) => check(subject) ?? [])
    .sort((a, b) => b.evidence.after - a.evidence.after);
  const misread = explanation ? null : objectsAsClasses(subject);
  if (misread) return [misread];
  const others = [voidAsClass, strayIds, borderIds, ...(explanation ? [] : [missingClasses])];
  return [...(explanation ? [explanation] : []), ...others.flatMap((check) => check(subject) ?? [])];
}
