import { type LabelEvidence, softTallies } from "../labels/evidence.js";
import { overlapGradient } from "../maps/gradient.js";
import { choice, smooth } from "../parameters.js";
import { defineScore } from "../score.js";
import { absoluteError } from "../shares.js";
import { softSums } from "../sums.js";
import type { Tally } from "../tally.js";

/** The denominators A + B + s of foreground and background; both classes have the numerator A + B - 2I of the loss. */
function denominators(tally: Tally, smoothing: number, background: string): number[] {
  const { pixels, truth, prediction } = softSums(tally);
  const foreground = truth + prediction + smoothing;
  return background === "included" ? [foreground, 2 * pixels - truth - prediction + smoothing] : [foreground];
}

/** Of soft class maps, or of the 0 and 1 of hard ones. Class 0 is the background. */
function ofClasses(evidence: LabelEvidence, smoothing: number, withBackground: boolean): number | null {
  const { ids } = evidence.confusion;
  const coefficients = softTallies(evidence).classes.flatMap((tally, index) => {
    const { truth, prediction, intersection } = softSums(tally);
    const denominator = truth + prediction + smoothing;
    const leftOut = (ids[index] === 0 && !withBackground) || denominator === 0;
    return leftOut ? [] : [(2 * intersection + smoothing) / denominator];
  });
  if (coefficients.length === 0) return null;
  return 1 - coefficients.reduce((sum, coefficient) => sum + coefficient, 0) / coefficients.length;
}

/** Dice loss averaged over the classes; a binary mask counts as two. */
export const diceMulticlass = defineScore({
  id: "dice_multiclass",
  title: "Multi-class Dice loss",
  group: "losses",
  formula: String.raw`1-\frac1C\sum_c\frac{2I_c+s}{A_c+B_c+s}`,
  source: "the seed's multi-class Dice, mended: mean over all classes, one-hot truth",
  better: "lower",
  range: [0, 1],
  empty: "an absent class that is not predicted counts D = 1; smooth 0: such a class is left out",
  family: "pixel",
  sharing: "coupled",
  parameters: { smooth: smooth(1), background: choice("background class", ["included", "left out"]) },
  value: ({ pixels }, { smooth, background }) => {
    const { truth, prediction, intersection } = softSums(pixels);
    const present = denominators(pixels, smooth, background).filter((denominator) => denominator > 0);
    if (present.length === 0) return null;
    const error = truth + prediction - 2 * intersection;
    return present.reduce((sum, denominator) => sum + error / denominator, 0) / present.length;
  },
  ofLabels: (evidence, { smooth, background }) => ofClasses(evidence, smooth, background === "included"),
  pixelShares: ({ pixels }, { smooth, background }) => {
    const present = denominators(pixels, smooth, background).filter((denominator) => denominator > 0);
    const factor = present.reduce((sum, denominator) => sum + 1 / denominator, 0) / Math.max(1, present.length);
    return { plain: absoluteError(pixels, factor) };
  },
  pixelGradient: ({ pixels }, { smooth, background }) => {
    const { truth, prediction, intersection } = softSums(pixels);
    const error = truth + prediction - 2 * intersection;
    const present = denominators(pixels, smooth, background)
      // The denominator of the foreground grows with p, that of the background shrinks.
      .map((denominator, index) => ({ denominator, growth: index === 0 ? 1 : -1 }))
      .filter(({ denominator }) => denominator > 0);
    if (present.length === 0) return null;
    const mean = (of: (term: (typeof present)[number]) => number) =>
      present.reduce((sum, term) => sum + of(term), 0) / present.length;
    return {
      plain: overlapGradient(
        pixels,
        mean(({ denominator, growth }) => (1 - (growth * error) / denominator) / denominator),
        mean(({ denominator }) => -2 / denominator),
      ),
    };
  },
});
