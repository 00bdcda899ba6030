import { type RegionKindId, regionKinds } from "../regions/kinds.js";
import { SPECK } from "../whatIf/dropSpecks.js";
import { type Check, defineCheck } from "./check.js";
import { count, figure, pixels } from "./figures.js";
import type { Subject } from "./subject.js";

/** The regions of a kind that are larger than specks, and the IoU if all of them were corrected. */
function ofKind({ regions, counts: { tp, fp, fn } }: Subject, kind: RegionKindId) {
  const code = regionKinds.findIndex(({ id }) => id === kind);
  const sizes = Array.from(regions.pixels).filter((n, row) => regions.kinds[row] === code && n > SPECK);
  const area = sizes.reduce((sum, n) => sum + n, 0);
  const isMissed = regionKinds[code].side === "fn";
  const iou = tp / (tp + fp + fn);
  const after = isMissed ? (tp + area) / (tp + fp + fn) : tp / (tp + fp + fn - area);
  return { regions: sizes.length, area, iou, after };
}

/** @param gain found only where the IoU would gain at least so much. */
const check = (
  id: string,
  kind: RegionKindId,
  title: string,
  names: readonly [one: string, several: string],
  gain = 0,
): Check =>
  defineCheck({
    id,
    severity: "warning",
    title,
    look(subject) {
      if (subject.counts.tp + subject.counts.fn === 0) return null;
      const found = ofKind(subject, kind);
      return found.regions > 0 && found.after - found.iou >= gain ? found : null;
    },
    sentence: ({ regions, area, iou, after }) =>
      `${regions === 1 ? names[0] : `${count(regions)} ${names[1]}`} (${pixels(area)}): without, the IoU would be ${figure(after)} instead of ${figure(iou)}.`,
    kinds: [kind],
  });

/** Whole objects of the truth are not predicted at all. */
export const missedObjects = check("missed_objects", "missed", "Missed objects", [
  "One object of the truth is missed as a whole",
  "objects of the truth are missed as a whole",
]);

/** Whole objects are predicted where there is nothing. */
export const falseObjects = check("false_objects", "false", "False objects", [
  "One object is predicted where the truth has none",
  "objects are predicted where the truth has none",
]);

/** Objects of the truth have become one. */
export const mergedObjects = check("merged_objects", "bridge", "Merged objects", [
  "One bridge joins objects of the truth",
  "bridges join objects of the truth",
]);

/** An object of the truth has come apart. */
export const splitObjects = check("split_objects", "break", "Split objects", [
  "One break takes an object of the truth apart",
  "breaks take objects of the truth apart",
]);

/** Parts of objects, such as branches, are not predicted. */
export const missedParts = check(
  "missed_parts",
  "part",
  "Missed parts",
  ["One part of an object is missed", "parts of objects are missed"],
  0.02,
);

/** Objects have parts that the truth does not have. */
export const falseParts = check(
  "false_parts",
  "spur",
  "False parts",
  ["One part of an object is not in the truth", "parts of objects are not in the truth"],
  0.02,
);

/** Background inside predicted objects where the truth is solid. */
export const holes = check(
  "holes",
  "hole",
  "Holes",
  [
    "One hole is in a predicted object where the truth is solid",
    "holes are in predicted objects where the truth is solid",
  ],
  0.005,
);
