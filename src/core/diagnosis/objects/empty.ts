import { count } from "../figures.js";
import { mapFinding } from "../mapFinding.js";
import type { ObjectCheck } from "./subject.js";

const objects = (n: number) => (n === 1 ? "1 object" : `${count(n)} objects`);

/** One side has no objects. */
export const emptySide: ObjectCheck = ({ labels: { truth, prediction } }) => {
  if (truth.count > 0 && prediction.count > 0) return null;
  if (truth.count > 0)
    return mapFinding({
      id: "empty_prediction",
      title: "Nothing is predicted",
      severity: "error",
      sentence: `The prediction is background throughout; ${objects(truth.count)} of the truth ${truth.count === 1 ? "is" : "are"} missed.`,
      evidence: { missed: truth.count },
    });
  return mapFinding({
    id: "empty_truth",
    title: "Empty truth",
    severity: prediction.count > 0 ? "warning" : "info",
    sentence:
      prediction.count > 0
        ? `The truth has no objects, so ${objects(prediction.count)} of the prediction ${prediction.count === 1 ? "is" : "are"} false; recall is undefined.`
        : "Neither map has objects: right, but every score of objects is undefined, and left out of means.",
    evidence: { predicted: prediction.count },
  });
};
