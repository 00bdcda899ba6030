import { type ClassCounts, type Confusion, classCounts } from "../labels/confusion.js";
import { softTallies } from "../labels/evidence.js";
import { perClass } from "../labels/scores.js";
import { heaviestIous, matchedIous } from "../objects/match.js";
import { softSums } from "../sums.js";
import { type Convention, labels, objects, over } from "./convention.js";
import { diceLoss, SMOOTH, smoothing } from "./monaiDice.js";

const TINY = 1e-6;

/** PQ, SQ and RQ; `others` counts the objects that match none, on both sides. */
const panoptic = (at: number, of: (tp: number, others: number, sum: number) => number) =>
  objects({
    differs:
      "1e-6 in the denominators, so no objects at all give 0; below IoU 1/2 the sum of IoU is maximised first, and the threshold asked afterwards.",
    python: ({ iou }) => `compute_panoptic_quality(torch.from_numpy(p), torch.from_numpy(y), match_iou=${iou})[${at}]`,
    value(matches, iou) {
      const ious = iou < 0.5 ? heaviestIous(matches).filter((value) => value > iou) : matchedIous(matches, iou);
      const tp = ious.length;
      return of(
        tp,
        matches.truth + matches.prediction - 2 * tp,
        ious.reduce((sum, value) => sum + value, 0),
      );
    },
  });

/** The hard map of label maps, as `y` became `Y`. */
const ONE_HOT = "one_hot(torch.from_numpy(p)[None, None], len(ids))";

/** Mean over the classes that the truth has. */
function meanOverTruth(confusion: Confusion, of: (counts: ClassCounts) => number | null): number {
  const values = classCounts(confusion).flatMap((counts) => (counts.truth > 0 ? [of(counts) ?? Number.NaN] : []));
  return over(
    values.reduce((sum, value) => sum + value, 0),
    values.length,
    Number.NaN,
  );
}

/** Scores of label and instance maps, as MONAI has them. */
export const monaiMaps: Convention["scores"] = {
  dice_multiclass: [
    labels({
      parameters: { smooth: SMOOTH },
      differs: `${smoothing}, so an absent class that is not predicted counts D = 1 here too.`,
      python: ({ smooth }) => `DiceLoss(smooth_nr=${smooth}, smooth_dr=${smooth})(P, Y)`,
      value: (evidence, { smooth }) => {
        const losses = softTallies(evidence).classes.map((tally) => diceLoss(softSums(tally), smooth));
        return losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
      },
    }),
  ],
  miou: [
    labels({
      differs: "A class that the truth lacks is left out, even if it is predicted (ignore_empty=True).",
      python: `compute_iou(${ONE_HOT}, Y).nanmean()`,
      value: ({ confusion }) => meanOverTruth(confusion, perClass.iou),
    }),
  ],
  macro_f1: [
    labels({
      differs: "A class that the truth lacks is left out, even if it is predicted (ignore_empty=True).",
      python: `compute_dice(${ONE_HOT}, Y).nanmean()`,
      value: ({ confusion }) => meanOverTruth(confusion, perClass.dice),
    }),
  ],
  pq: [panoptic(0, (tp, others, sum) => (sum / (tp + TINY)) * (tp / (tp + others / 2 + TINY)))],
  sq: [panoptic(1, (tp, _, sum) => sum / (tp + TINY))],
  rq: [panoptic(2, (tp, others) => tp / (tp + others / 2 + TINY))],
};
