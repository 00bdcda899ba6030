import { type Fate, fates } from "../../objects/fates.js";
import type { Finding } from "../check.js";
import { count, figure } from "../figures.js";
import { mapFinding } from "../mapFinding.js";
import { backgroundObject } from "./background.js";
import { smallMissed } from "./small.js";
import type { ObjectSubject, Side } from "./subject.js";

/** An error is told when it is that of so many of the objects of a side. */
const SHARE = 0.05;
/** An object that shares less with any other is not found at all. */
const FOUND = 0.1;

/** The objects of a side that are of a fate, the largest first, by number less one. */
function ofFate({ lists }: ObjectSubject, side: Side, fate: Fate, isMeant: (i: number) => boolean = () => true) {
  const { fates: own, pixels } = lists[side];
  const code = fates.indexOf(fate);
  return Array.from(own.keys())
    .filter((i) => own[i] === code && isMeant(i))
    .sort((a, b) => pixels[b] - pixels[a]);
}

/** What happens most to the objects that do not match, the most frequent first. */
export function objectErrors(subject: ObjectSubject): Finding[] {
  const { lists, ids } = subject;
  const all = { truth: ids.truth.length, prediction: ids.prediction.length };
  const isBackground = backgroundObject(subject, "prediction")?.number ?? 0;
  const isLoose = (side: Side) => (i: number) => lists[side].ious[i] >= FOUND;
  const isAlone = (side: Side) => (i: number) => lists[side].ious[i] < FOUND;

  const found = (
    id: string,
    title: string,
    [side, numbers]: readonly [Side, readonly number[]],
    sentence: (of: string, isOne: boolean) => string,
    evidence: Finding["evidence"] = {},
  ): Finding[] => {
    const n = numbers.length;
    if (n === 0 || n < SHARE * all[side]) return [];
    const noun = side === "truth" ? "of the truth" : "of the prediction";
    const of = `${count(n)} of ${count(all[side])} ${all[side] === 1 ? "object" : "objects"} ${noun}`;
    return [
      mapFinding({
        id,
        title,
        severity: "warning",
        sentence: sentence(of, n === 1),
        evidence: { objects: n, part: n / all[side], ...evidence },
        object: { side, id: ids[side][numbers[0]] },
      }),
    ];
  };

  const merged = ofFate(subject, "truth", "merged");
  const joined = new Set(merged.map((i) => lists.truth.partners[i])).size;
  const split = ofFate(subject, "truth", "split");
  const broken = new Set(split);
  const pieces = lists.prediction.partners.filter((partner) => broken.has(partner - 1)).length;
  const missed = ofFate(subject, "truth", "missed", isAlone("truth"));
  const invented = ofFate(subject, "prediction", "false", (i) => isAlone("prediction")(i) && i + 1 !== isBackground);
  const loose = ofFate(subject, "truth", "missed", isLoose("truth"));
  const looseIou = loose.reduce((sum, i) => sum + lists.truth.ious[i], 0) / loose.length;
  const small = smallMissed(lists.truth, new Set(missed));
  return [
    ...found(
      "merged_objects",
      "Merged objects",
      ["truth", merged],
      (of, isOne) =>
        `${of} ${isOne ? "lies" : "lie"} with others in ${joined === 1 ? "one predicted object" : `${count(joined)} predicted objects`}.`,
      { predicted: joined },
    ),
    ...found(
      "split_objects",
      "Split objects",
      ["truth", split],
      (of, isOne) => `${of} ${isOne ? "is" : "are"} predicted in pieces, ${count(pieces)} in all.`,
      { pieces },
    ),
    ...(small
      ? found(
          "small_objects_missed",
          "Small objects are missed",
          ["truth", missed],
          (of, isOne) =>
            `${of} ${isOne ? "is" : "are"} missed, most of them small: below ${count(small.below)} px ${count(small.missedBelow)} of ${count(small.smaller)}, of the larger ones ${count(small.missedAbove)} of ${count(small.larger)}.`,
          { ...small },
        )
      : found(
          "missed_objects",
          "Missed objects",
          ["truth", missed],
          (of, isOne) => `${of} ${isOne ? "has" : "have"} no counterpart in the prediction.`,
        )),
    ...found(
      "false_objects",
      "False objects",
      ["prediction", invented],
      (of, isOne) => `${of} ${isOne ? "has" : "have"} no counterpart in the truth.`,
    ),
    ...found(
      "loose_objects",
      "Objects fit badly",
      ["truth", loose],
      (of, isOne) =>
        `${of} ${isOne ? "is" : "are"} found, but with an IoU of ${FOUND} to 0.5 (mean ${figure(looseIou)}): each counts as missed, and its partner as false.`,
      { iou: looseIou },
    ),
  ].sort((a, b) => b.evidence.part - a.evidence.part);
}
