import { connectedComponents } from "../../objects/components.js";
import { proves } from "../dice.js";
import { count, figure } from "../figures.js";
import { mapFinding } from "../mapFinding.js";
import { meanIouOf, type ObjectCheck, type Side } from "./subject.js";

const PROOF = { gain: 0.2, left: 0.6 };

/** More ids than this part of the pieces are no classes: a few objects have a wrong one. */
const MOST_IDS = 0.5;

const ADVICE = "Number the connected components before saving (scipy.ndimage.label, skimage.measure.label).";

/** Objects that lie apart have one id: a mask, or a map of classes, was given as a map of objects. */
const sharedIds =
  (side: Side): ObjectCheck =>
  ({ labels, meanIou }) => {
    const own = labels[side];
    const pieces = connectedComponents(own.ids, own.width, own.height);
    if (own.count > MOST_IDS * pieces.count) return null;
    const after = side === "truth" ? meanIouOf(pieces, labels.prediction) : meanIouOf(labels.truth, pieces);
    if (!proves(PROOF, meanIou, after)) return null;
    const isOne = own.count === 1;
    const what = isOne ? "One id stands" : `${count(own.count)} ids stand`;
    const as = isOne ? "a mask" : "a map of classes";
    return mapFinding({
      id: side === "truth" ? "truth_ids_shared" : "ids_shared",
      title: `${isOne ? "All objects share one id" : "Ids stand for classes, not objects"}${side === "truth" ? " in the truth" : ""}`,
      severity: "error",
      sentence: `${what} for ${count(pieces.count)} separate pieces in the ${side}: ${as}, given as a map of objects. With an id for each piece the objects of the truth would have a mean IoU of ${figure(after)} instead of ${figure(meanIou)}. ${ADVICE}`,
      evidence: { ids: own.count, pieces: pieces.count, iou: meanIou, after },
    });
  };

export const sharedInPrediction = sharedIds("prediction");
export const sharedInTruth = sharedIds("truth");
