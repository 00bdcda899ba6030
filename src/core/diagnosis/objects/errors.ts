import { type Fate, fates } from "../../objects/fates.js";
import { heldOverlaps, pieceOverlaps } from "../../objects/overlap.js";
import type { Finding, Numbers } from "../check.js";
import { count, figure } from "../figures.js";
import { mapFinding } from "../mapFinding.js";
import { backgroundObject } from "./background.js";
import { smallMissed } from "./small.js";
import type { ObjectCheck, ObjectSubject, Side } from "./subject.js";

/** An error is told when it is that of so many of the objects of a side. */
const SHARE = 0.05;
/** An object that shares less with any other is not found at all. */
const FOUND = 0.1;

/** What happens most to the objects that do not match, the most frequent first. */
export function objectErrors(subject: ObjectSubject): Finding[] {
  return [mergedObjects, splitObjects, missedObjects, falseObjects, looseObjects]
    .flatMap((check) => check(subject) ?? [])
    .sort((a, b) => b.evidence.part - a.evidence.part);
}

const mergedObjects: ObjectCheck = (subject) => {
  const merged = ofFate(subject, "truth", "merged");
  // Not the best partners: an object that another one holds may share more, by IoU, with a sliver of its own.
  const numbers = new Set(merged.map((i) => i + 1));
  const held = heldOverlaps(subject.table).filter(({ truth }) => numbers.has(truth));
  const holders = new Set(held.map(({ prediction }) => prediction)).size;
  return told(subject, ["truth", merged], { id: "merged_objects", title: "Merged objects" }, ({ of, is }) => {
    const where = holders === 1 ? "one predicted object" : `${count(holders)} predicted objects`;
    return [`${of} ${is("lies", "lie")} with others in ${where}.`, { predicted: holders }];
  });
};

const splitObjects: ObjectCheck = (subject) => {
  const split = ofFate(subject, "truth", "split");
  const numbers = new Set(split.map((i) => i + 1));
  const pieces = pieceOverlaps(subject.table).filter(({ truth }) => numbers.has(truth)).length;
  return told(subject, ["truth", split], { id: "split_objects", title: "Split objects" }, ({ of, is }) => [
    `${of} ${is("is", "are")} predicted in pieces, ${count(pieces)} in all.`,
    { pieces },
  ]);
};

const missedObjects: ObjectCheck = (subject) => {
  const { ious } = subject.lists.truth;
  const missed = ofFate(subject, "truth", "missed").filter((i) => ious[i] < FOUND);
  const small = smallMissed(subject.lists.truth, new Set(missed));
  if (!small)
    return told(subject, ["truth", missed], { id: "missed_objects", title: "Missed objects" }, ({ of, is }) => [
      `${of} ${is("has", "have")} no counterpart in the prediction.`,
      {},
    ]);
  const { below, smaller, missedBelow, larger, missedAbove } = small;
  const facts = { id: "small_objects_missed", title: "Small objects are missed" };
  return told(subject, ["truth", missed], facts, ({ of, is }) => [
    `${of} ${is("is", "are")} missed, most of them small: below ${count(below)} px ${count(missedBelow)} of ${count(smaller)}, of the larger ones ${count(missedAbove)} of ${count(larger)}.`,
    { ...small },
  ]);
};

const falseObjects: ObjectCheck = (subject) => {
  const { ious } = subject.lists.prediction;
  const background = backgroundObject(subject, "prediction")?.number;
  const invented = ofFate(subject, "prediction", "false").filter((i) => ious[i] < FOUND && i + 1 !== background);
  return told(subject, ["prediction", invented], { id: "false_objects", title: "False objects" }, ({ of, is }) => [
    `${of} ${is("has", "have")} no counterpart in the truth.`,
    {},
  ]);
};

const looseObjects: ObjectCheck = (subject) => {
  const { ious } = subject.lists.truth;
  const loose = ofFate(subject, "truth", "missed").filter((i) => ious[i] >= FOUND);
  return told(subject, ["truth", loose], { id: "loose_objects", title: "Objects fit badly" }, ({ of, is }) => {
    const iou = loose.reduce((sum, i) => sum + ious[i], 0) / loose.length;
    return [
      `${of} ${is("is", "are")} found, but with an IoU of ${FOUND} to 0.5 (mean ${figure(iou)}): each counts as missed, and its partner as false.`,
      { iou },
    ];
  });
};

/** The objects of a side that are of a fate, the largest first, by number less one. */
function ofFate({ lists }: ObjectSubject, side: Side, fate: Fate): readonly number[] {
  const { fates: own, pixels } = lists[side];
  const code = fates.indexOf(fate);
  return Array.from(own.keys())
    .filter((i) => own[i] === code)
    .sort((a, b) => pixels[b] - pixels[a]);
}

interface Words {
  /** "3 of 40 objects of the truth". */
  readonly of: string;
  /** The verb that goes with them. */
  is(one: string, several: string): string;
}

/** A finding about some objects of a side, the largest first; null where they are too few to be worth a word. */
function told(
  { ids }: ObjectSubject,
  [side, numbers]: readonly [Side, readonly number[]],
  facts: Pick<Finding, "id" | "title">,
  say: (words: Words) => readonly [sentence: string, evidence: Numbers],
): Finding | null {
  const [n, all] = [numbers.length, ids[side].length];
  if (n === 0 || n < SHARE * all) return null;
  const of = `${count(n)} of ${count(all)} ${all === 1 ? "object" : "objects"} of the ${side}`;
  const [sentence, evidence] = say({ of, is: (one, several) => (n === 1 ? one : several) });
  return mapFinding({
    ...facts,
    severity: "warning",
    sentence,
    evidence: { objects: n, part: n / all, ...evidence },
    object: { side, id: ids[side][numbers[0]] },
  });
}
