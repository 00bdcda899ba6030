import { truthBits } from "../../boundary/bitMask.js";
import { flip, shift } from "../../whatIf/rearrange.js";
import { diceWith, proves } from "../dice.js";
import { figure } from "../figures.js";
import { FLIP_ADVICE, flips, flipsOf, flipTitle } from "../flips.js";
import { mapFinding } from "../mapFinding.js";
import { bestOffset } from "../offset.js";
import { reachOf, SHIFT_ADVICE, SHIFT_PROOF, towards } from "../shifts.js";
import { interiors } from "./interiors.js";
import type { ObjectCheck } from "./subject.js";

const FLIP_PROOF = { gain: 0.2, left: 0.5 };

const mended = (after: number, before: number) =>
  `the objects of the truth would have a mean IoU of ${figure(after)} instead of ${figure(before)}`;

/** Mirrored, turned or transposed, the objects fit. Which way is told by their interiors, whether by the objects. */
export const flippedObjects: ObjectCheck = ({ maps, labels, meanIou, meanIouOf }) => {
  if (labels.truth.count === 0 || labels.prediction.count === 0 || meanIou > 1 - FLIP_PROOF.gain) return null;
  const truth = interiors(labels.truth);
  const image = { ...maps.prediction, samples: interiors(labels.prediction).pixels };
  const tried = flipsOf(truth).map(([as]) => diceWith(truth, flip(image, as)));
  const best = tried.indexOf(Math.max(...tried));
  const [as, words] = flips[best];
  const after = meanIouOf(flip(maps.prediction, as));
  if (!proves(FLIP_PROOF, meanIou, after)) return null;
  return mapFinding({
    id: "flipped",
    title: flipTitle(as),
    severity: "error",
    sentence: `${words}, ${mended(after, meanIou)}. ${FLIP_ADVICE}`,
    evidence: { flip: best, iou: meanIou, after },
  });
};

/** Moved by a few pixels, the objects fit. */
export const shiftedObjects: ObjectCheck = ({ maps, labels, meanIou, meanIouOf }) => {
  if (labels.truth.count === 0 || labels.prediction.count === 0 || meanIou > 1 - SHIFT_PROOF.gain) return null;
  const [fixed, moved] = [labels.truth, labels.prediction].map((own) => truthBits(interiors(own)));
  const offset = bestOffset([fixed], [moved], reachOf(maps.truth));
  const after = meanIouOf(shift(maps.prediction, offset.dx, offset.dy));
  if (!proves(SHIFT_PROOF, meanIou, after)) return null;
  return mapFinding({
    id: "shifted",
    title: "Shifted",
    severity: "warning",
    sentence: `Moved by ${towards(offset)} ${mended(after, meanIou)}. ${SHIFT_ADVICE}`,
    evidence: { ...offset, iou: meanIou, after },
  });
};
