import { flip } from "../whatIf/rearrange.js";
import { defineCheck } from "./check.js";
import { diceOf, diceWith, proves } from "./dice.js";
import { figure } from "./figures.js";
import { FLIP_ADVICE, flips, flipsOf, flipTitle } from "./flips.js";

const PROOF = { gain: 0.2, left: 0.5 };

/** Mirrored, turned or transposed, the mask fits. */
export const flipped = defineCheck({
  id: "flipped",
  explainsAll: true,
  severity: "error",
  title: ({ flip }) => flipTitle(flips[flip][0]),
  look({ truth, prediction, hard, counts }) {
    const dice = diceOf(counts);
    if (counts.tp + counts.fp === 0 || counts.tp + counts.fn === 0 || dice > 1 - PROOF.gain) return null;
    const image = { ...prediction, samples: hard };
    const tried = flipsOf(truth).map(([as]) => diceWith(truth, flip(image, as)));
    const after = Math.max(...tried);
    return after >= 0.7 && proves(PROOF, dice, after) ? { flip: tried.indexOf(after), dice, after } : null;
  },
  sentence: ({ flip, dice, after }) =>
    `${flips[flip][1]} the Dice would be ${figure(after)} instead of ${figure(dice)}. ${FLIP_ADVICE}`,
  edits: ({ flip }) => [{ do: "flip", as: flips[flip][0] }],
});
