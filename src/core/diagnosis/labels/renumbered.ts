import { classTitle } from "../../labels/classes.js";
import { percent } from "../figures.js";
import { mapFinding } from "../mapFinding.js";
import { type LabelCheck, totalsOf } from "./subject.js";

/** From this part on a class goes by another id: most of it is predicted as that one, which is predicted for little else. */
const MOST = 0.5;
/** So many named at most. */
const NAMED = 3;

/** Classes that consistently have another id in the prediction: exchanged, or all moved by one, as without background. */
export const renumbered: LabelCheck = ({ classes, confusion }) => {
  const { ids, counts } = confusion;
  const n = ids.length;
  const totals = totalsOf(confusion);
  const moved = ids.flatMap((_, row) => {
    const found = ids.findIndex((_, column) => {
      const both = counts[row * n + column];
      return column !== row && both > MOST * totals.truth[row] && both > MOST * totals.prediction[column];
    });
    return found < 0 ? [] : [{ row, column: found, part: counts[row * n + found] / totals.truth[row] }];
  });
  if (moved.length === 0) return null;
  const [first] = moved;
  const offset = ids[first.column] - ids[first.row];
  const isOffset = moved.length > 1 && moved.every(({ row, column }) => ids[column] - ids[row] === offset);
  const total = totals.truth.reduce((sum, value) => sum + value, 0);
  const right = ids.reduce((sum, _, place) => sum + counts[place * n + place], 0);
  const after = moved.reduce((sum, { row, column }) => sum + counts[row * n + column] - counts[row * n + row], right);
  const evidence = { classes: moved.length, accuracy: right / total, after: after / total };
  const gain = `With their ids corrected ${percent(evidence.after)} of the pixels would be right instead of ${percent(evidence.accuracy)}.`;
  if (isOffset) {
    const by = `${Math.abs(offset)} too ${offset > 0 ? "high" : "low"}`;
    return mapFinding({
      id: "ids_offset",
      title: "Class ids are off",
      severity: "error",
      sentence: `${moved.length} classes are predicted with an id that is ${by}. ${gain} Look for a background class that one side counts and the other does not.`,
      evidence: { ...evidence, offset },
    });
  }
  const names = moved
    .slice(0, NAMED)
    .map(
      ({ row, column, part }) => `${percent(part)} of ${classTitle(classes[row])} as ${classTitle(classes[column])}`,
    );
  const more = moved.length > NAMED ? `, and ${moved.length - NAMED} more` : "";
  return mapFinding({
    id: "classes_swapped",
    title: moved.length === 1 ? "A class goes by another id" : "Classes are exchanged",
    severity: "error",
    sentence: `Predicted are ${names.join(", ")}${more}. ${gain} Compare the lists of classes of both sides.`,
    evidence,
  });
};
