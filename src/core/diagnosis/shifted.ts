import { predictionBits, truthBits } from "../boundary/bitMask.js";
import { hardMask } from "../objects/fromMask.js";
import { applyEdits } from "../whatIf/edits.js";
import { defineCheck } from "./check.js";
import { diceOf, diceWith, proves } from "./dice.js";
import { figure } from "./figures.js";
import { bestOffset } from "./offset.js";

/** How far is looked, as a part of the longer side; at least so many pixels. */
const REACH = 1 / 16;
const LEAST_REACH = 8;

const PROOF = { gain: 0.05, left: 0.6 };

/** Moved by a few pixels, the mask fits. */
export const shifted = defineCheck({
  id: "shifted",
  severity: "warning",
  title: "Shifted",
  look({ truth, prediction, threshold, counts }) {
    const dice = diceOf(counts);
    if (counts.tp + counts.fp === 0 || counts.tp + counts.fn === 0 || dice > 1 - PROOF.gain) return null;
    const reach = Math.max(LEAST_REACH, Math.round(REACH * Math.max(truth.width, truth.height)));
    const { dx, dy } = bestOffset(truthBits(truth), predictionBits(truth, prediction, threshold), reach);
    const moved = applyEdits(truth, prediction, [{ do: "shift", dx, dy }]);
    const after = diceWith(truth, hardMask(truth, moved, threshold));
    return proves(PROOF, dice, after) ? { dx, dy, dice, after } : null;
  },
  sentence: ({ dx, dy, dice, after }) =>
    `Moved by ${towards(dx, dy)} the Dice would be ${figure(after)} instead of ${figure(dice)}. Look for a crop, a pad or a resize that is off.`,
  edits: ({ dx, dy }) => [{ do: "shift", dx, dy }],
});

/** "6 px left and 5 px up". */
export function towards(dx: number, dy: number): string {
  return [
    ...(dx === 0 ? [] : [`${Math.abs(dx)} px ${dx > 0 ? "right" : "left"}`]),
    ...(dy === 0 ? [] : [`${Math.abs(dy)} px ${dy > 0 ? "down" : "up"}`]),
  ].join(" and ");
}
