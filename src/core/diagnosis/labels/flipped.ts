import { classIndex } from "../../labels/confusion.js";
import { flip } from "../../whatIf/rearrange.js";
import { proves } from "../dice.js";
import { figure } from "../figures.js";
import { FLIP_ADVICE, flips, flipsOf, flipTitle } from "../flips.js";
import { mapFinding } from "../mapFinding.js";
import type { LabelCheck } from "./subject.js";

const PROOF = { gain: 0.15, left: 0.5 };

/** Mirrored, turned or transposed, the map fits. */
export const flippedLabels: LabelCheck = ({ truth, prediction, classes }) => {
  const indexOf = classIndex(classes.map(({ id }) => id));
  const accuracyOf = (samples: ArrayLike<number>) => {
    let counted = 0;
    let right = 0;
    for (let i = 0; i < truth.samples.length; i++) {
      if (indexOf(truth.samples[i]) < 0) continue;
      counted++;
      if (samples[i] === truth.samples[i]) right++;
    }
    return counted === 0 ? 1 : right / counted;
  };
  const accuracy = accuracyOf(prediction.samples);
  if (accuracy > 1 - PROOF.gain) return null;
  const tried = flipsOf(truth).map(([as]) => accuracyOf(flip(prediction, as)));
  const after = Math.max(...tried);
  if (after < 0.7 || !proves(PROOF, accuracy, after)) return null;
  const [as, words] = flips[tried.indexOf(after)];
  return mapFinding({
    id: "flipped",
    title: flipTitle(as),
    severity: "error",
    sentence: `${words} the pixel accuracy would be ${figure(after)} instead of ${figure(accuracy)}. ${FLIP_ADVICE}`,
    evidence: { flip: tried.indexOf(after), accuracy, after },
  });
};
