import type { BinaryMask, Raster } from "../raster.js";
import { extremeOfWindow } from "../whatIf/morphology.js";
import { type Check, defineCheck } from "./check.js";
import { diceOf, diceWith, proves } from "./dice.js";
import { figure } from "./figures.js";

/** More than this is no matter of the boundary, pixels. */
const MOST = 16;

const PROOF = { gain: 0.05, left: 0.6 };

/** How often the mask must be eroded, or dilated, until its Dice falls; 0 where it falls at once. */
function bestRounds(truth: BinaryMask, hard: Raster, which: "least" | "greatest", dice: number) {
  let best = { rounds: 0, after: dice };
  let mask = hard;
  for (let rounds = 1; rounds <= MOST; rounds++) {
    mask = { ...mask, samples: extremeOfWindow(mask, which) };
    const after = diceWith(truth, mask.samples);
    if (after <= best.after) break;
    best = { rounds, after };
  }
  return best;
}

const check = (id: string, title: string, edit: "erode" | "dilate", words: string): Check =>
  defineCheck({
    id,
    severity: "warning",
    title,
    look({ truth, prediction, hard, counts }) {
      const dice = diceOf(counts);
      if (dice === 0 || dice > 1 - PROOF.gain) return null;
      const image = { ...prediction, samples: hard };
      const { rounds, after } = bestRounds(truth, image, edit === "erode" ? "least" : "greatest", dice);
      return proves(PROOF, dice, after) ? { rounds, dice, after } : null;
    },
    sentence: ({ rounds, dice, after }) =>
      `${words} by ${rounds} px on all sides the Dice would be ${figure(after)} instead of ${figure(dice)}.`,
    edits: ({ rounds }) => Array.from({ length: rounds }, () => ({ do: edit })),
  });

/** The mask reaches too far on all sides. */
export const tooLarge = check("too_large", "Too large all around", "erode", "Eroded");

/** The mask ends too early on all sides. */
export const tooSmall = check("too_small", "Too small all around", "dilate", "Dilated");
