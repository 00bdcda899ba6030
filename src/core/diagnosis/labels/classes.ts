import { classTitle } from "../../labels/classes.js";
import { classIndex } from "../../labels/confusion.js";
import { percent, pixels } from "../figures.js";
import { mapFinding } from "../mapFinding.js";
import { type LabelCheck, totalsOf } from "./subject.js";

/** The customary id of pixels without a class. */
const VOID = 255;
/** So many named at most. */
const NAMED = 4;

/** Classes of the truth that the prediction never has. */
export const missingClasses: LabelCheck = ({ classes, confusion }) => {
  const { truth, prediction } = totalsOf(confusion);
  const missing = classes.flatMap((own, place) =>
    truth[place] > 0 && prediction[place] === 0 ? [{ name: classTitle(own), pixels: truth[place] }] : [],
  );
  if (missing.length === 0) return null;
  const lost = missing.reduce((sum, own) => sum + own.pixels, 0);
  const part = lost / truth.reduce((sum, own) => sum + own, 0);
  const names = missing
    .sort((a, b) => b.pixels - a.pixels)
    .slice(0, NAMED)
    .map(({ name }) => name);
  const more = missing.length > NAMED ? ` and ${missing.length - NAMED} more` : "";
  return mapFinding({
    id: "classes_missing",
    title: missing.length === 1 ? "A class is never predicted" : "Classes are never predicted",
    severity: "warning",
    sentence: `${names.join(", ")}${more} ${missing.length === 1 ? "has" : "have"} ${pixels(lost)} in the truth (${percent(part)}), none in the prediction. Each counts as IoU 0 in the mean over classes.`,
    evidence: { classes: missing.length, pixels: lost, part },
  });
};

/** Ids of the prediction that are no class: 255 above all, which is to be left out in the truth only. */
export const strayIds: LabelCheck = ({ truth, prediction, classes }) => {
  const indexOf = classIndex(classes.map(({ id }) => id));
  const times = new Map<number, number>();
  for (let i = 0; i < truth.samples.length; i++) {
    const id = prediction.samples[i];
    if (indexOf(truth.samples[i]) >= 0 && indexOf(id) < 0) times.set(id, (times.get(id) ?? 0) + 1);
  }
  const [most] = [...times].sort(([, a], [, b]) => b - a);
  if (!most) return null;
  const [id] = most;
  const stray = [...times.values()].reduce((sum, n) => sum + n, 0);
  const advice =
    id === VOID
      ? "255 marks what is left out of the truth; a prediction leaves nothing out: they count as missed. Predict a class everywhere."
      : "They count as missed by the class of the truth. Add the class to the list, or predict another.";
  return mapFinding({
    id: "ids_without_class",
    title: id === VOID ? "The ignore id is predicted" : "Ids without a class are predicted",
    severity: "warning",
    sentence: `${pixels(stray)} of the prediction ${stray === 1 ? "has" : "have"} an id that is no class, mostly ${id}. ${advice}`,
    evidence: { pixels: stray, id },
  });
};

/** 255 as a class of its own: it was probably meant to be left out. */
export const voidAsClass: LabelCheck = ({ classes, confusion }) => {
  const place = classes.findIndex(({ id, name }) => id === VOID && name === undefined);
  const inTruth = place < 0 ? 0 : totalsOf(confusion).truth[place];
  if (inTruth === 0) return null;
  return mapFinding({
    id: "void_as_class",
    title: "255 counts as a class",
    severity: "warning",
    sentence: `${pixels(inTruth)} of the truth ${inTruth === 1 ? "has" : "have"} the id 255, by custom that of pixels to leave out. If so, set the ignore id to 255 (--ignore 255).`,
    evidence: { pixels: inTruth },
  });
};
