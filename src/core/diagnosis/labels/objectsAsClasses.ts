import { piecesOfIds } from "../../objects/pieces.js";
import { count } from "../figures.js";
import { mapFinding } from "../mapFinding.js";
import { type LabelCheck, totalsOf } from "./subject.js";

/** As many ids are seldom classes, and so nearly all in one piece never are. */
const FEWEST_IDS = 8;
const IN_ONE_PIECE = 0.9;
/** The prediction has at most this part of the ids. */
const PREDICTED = 0.5;

/** A truth of objects, read as classes because the prediction has few ids: a mask, or a map of classes. */
export const objectsAsClasses: LabelCheck = ({ truth, classes, confusion }) => {
  const totals = totalsOf(confusion);
  const ids = classes.flatMap(({ id }, place) => (id > 0 && totals.truth[place] > 0 ? [id] : []));
  const predicted = classes.filter(({ id }, place) => id > 0 && totals.prediction[place] > 0).length;
  if (ids.length < FEWEST_IDS || predicted > PREDICTED * ids.length) return null;
  const pieces = piecesOfIds(truth.samples, truth.width, truth.height);
  const whole = ids.filter((id) => pieces.get(id) === 1).length;
  if (whole < IN_ONE_PIECE * ids.length) return null;
  return mapFinding({
    id: "objects_as_classes",
    title: "Objects were read as classes",
    severity: "error",
    sentence: `${count(whole)} of ${count(ids.length)} ids of the truth are one piece each, as those of objects are; the prediction has ${predicted === 0 ? "none of them" : `only ${count(predicted)}`}. Read both as instance maps (setting maskInspector.kind, --kind objects), and number the objects of the prediction.`,
    evidence: { ids: ids.length, whole, predicted },
  });
};
