import { predictionBits, truthBits } from "../boundary/bitMask.js";
import { hardMask } from "../objects/fromMask.js";
import { applyEdits } from "../whatIf/edits.js";
import { defineCheck } from "./check.js";
import { diceOf, diceWith, proves } from "./dice.js";
import { figure } from "./figures.js";
import { bestOffset } from "./offset.js";
import { reachOf, SHIFT_ADVICE, SHIFT_PROOF, towards } from "./shifts.js";

/** Moved by a few pixels, the mask fits. */
export const shifted = defineCheck({
  id: "shifted",
  severity: "warning",
  title: "Shifted",
  look({ truth, prediction, threshold, counts }) {
    const dice = diceOf(counts);
    if (counts.tp + counts.fp === 0 || counts.tp + counts.fn === 0 || dice > 1 - SHIFT_PROOF.gain) return null;
    const { dx, dy } = bestOffset([truthBits(truth)], [predictionBits(truth, prediction, threshold)], reachOf(truth));
    const moved = applyEdits(truth, prediction, [{ do: "shift", dx, dy }]);
    const after = diceWith(truth, hardMask(truth, moved, threshold));
    return proves(SHIFT_PROOF, dice, after) ? { dx, dy, dice, after } : null;
  },
  sentence: ({ dx, dy, dice, after }) =>
    `Moved by ${towards({ dx, dy })} the Dice would be ${figure(after)} instead of ${figure(dice)}. ${SHIFT_ADVICE}`,
  edits: ({ dx, dy }) => [{ do: "shift", dx, dy }],
});
