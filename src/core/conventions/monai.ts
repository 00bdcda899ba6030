import { greaterOf, meanDistance, percentile, surfaceDice } from "../boundary/surfaceDistances.js";
import { type DirectedDistances, pooled, type SurfaceTally } from "../boundary/surfaceTally.js";
import type { EvidenceKind } from "../evidence.js";
import { type ClassCounts, type Confusion, classCounts } from "../labels/confusion.js";
import { softTallies } from "../labels/evidence.js";
import { perClass } from "../labels/scores.js";
import { hausdorffDt } from "../losses/hausdorffDt.js";
import { heaviestIous, matchedIous } from "../objects/match.js";
import { hardCounts, type SoftSums, softSums } from "../sums.js";
import type { Tally } from "../tally.js";
import {
  asDefault,
  binary,
  boundary,
  type CallFacts,
  type Convention,
  labels,
  objects,
  over,
  pixelSize,
} from "./convention.js";
import { hardRates, ratios } from "./hardRates.js";
import { meanFocal } from "./perPixel.js";
import { emptiness } from "./surfaces.js";

const SMOOTH = 1e-5;
const smoothing = "smooth is 1e-5 (smooth_nr = smooth_dr)";

const diceLoss = ({ truth, prediction, intersection }: SoftSums, smooth: number) =>
  1 - (2 * intersection + smooth) / (truth + prediction + smooth);

const diceVariant = (name: string | undefined, smooth: number, differs: string) =>
  binary({
    ...(name !== undefined && { name }),
    parameters: { smooth },
    differs,
    python: (values) => `DiceLoss(smooth_nr=${values.smooth}, smooth_dr=${values.smooth})(P, Y)`,
    value: ({ pixels }, values) => diceLoss(softSums(pixels), values.smooth),
  });

const squares = ({ levels, maximum, negatives, positives }: Tally) =>
  levels.reduce((sum, level, i) => sum + (level / maximum) ** 2 * (negatives[i] + positives[i]), 0);

/** Hausdorff distance: infinite where one mask is empty, nan where both are; its percentiles are nan in both cases. */
const hausdorff = (surfaces: SurfaceTally, percent: number): number => {
  const empty = emptiness(surfaces);
  if (empty !== "neither") return empty === "both" || percent < 100 ? Number.NaN : Number.POSITIVE_INFINITY;
  return greaterOf(surfaces, (distances: DirectedDistances) => percentile(distances, percent)) ?? Number.NaN;
};

const emptyDistance = "one empty mask gives inf, two give nan";
const spacing = (call: CallFacts) => pixelSize(call, (size) => `, spacing=[${size}]`);
const HARD = (threshold: number) => `(P > ${threshold}).float()`;
const confusion = (name: string) => (threshold: number) =>
  `compute_confusion_matrix_metric("${name}", get_confusion_matrix(${HARD(threshold)}, Y))`;

/** Dice and IoU of the hard mask; an empty truth is nan (ignore_empty=True). */
const overlap = (id: "f1" | "iou", name: string) =>
  binary({
    differs: "nan where the truth is empty, even if something is predicted (ignore_empty=True).",
    python: ({ threshold }) => `${name}(${HARD(threshold)}, Y)`,
    value: ({ pixels }, { threshold }) => {
      const counts = hardCounts(pixels, threshold);
      const [numerator, denominator] = ratios[id](counts);
      return counts.tp + counts.fn === 0 ? Number.NaN : numerator / denominator;
    },
  });

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

const surfaceDiceOf = (tau: number, kind: "surfaces" | "contours") =>
  boundary({
    parameters: { tolerance: tau },
    differs:
      kind === "surfaces" ? "As the default; nan where both masks are empty." : "As the default (use_subvoxels=True).",
    python: ({ tolerance, threshold }, call) =>
      `compute_surface_dice(${HARD(threshold)}, Y, [${tolerance}], include_background=True${kind === "contours" ? ", use_subvoxels=True" : ""}${spacing(call)})`,
    value: (evidence, { tolerance }) => surfaceDice(evidence[kind], tolerance) ?? Number.NaN,
  });

const preludes: Readonly<Record<EvidenceKind, string>> = {
  binary: `import torch
from monai.losses import DiceLoss, FocalLoss, HausdorffDTLoss, TverskyLoss
from monai.metrics import (compute_average_surface_distance, compute_confusion_matrix_metric, compute_dice,
                           compute_hausdorff_distance, compute_iou, compute_surface_dice, get_confusion_matrix)
from monai.metrics.panoptic_quality import compute_panoptic_quality

Y, P = torch.from_numpy(y).double()[None, None], torch.from_numpy(p)[None, None]`,
  labels: `import torch
from monai.losses import DiceLoss
from monai.metrics import compute_dice, compute_iou
from monai.networks.utils import one_hot

Y, P = one_hot(torch.from_numpy(y)[None, None], len(ids)), torch.from_numpy(probabilities)[None]`,
  objects: `import torch
from monai.metrics.panoptic_quality import compute_panoptic_quality`,
};

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

export const monai: Convention = {
  title: "MONAI",
  library: "MONAI 1.4.0",
  prelude: ({ kind }) => preludes[kind],
  scores: {
    dice: [
      diceVariant(undefined, SMOOTH, `${smoothing}.`),
      diceVariant("smooth=1", 1, "With smooth_nr = smooth_dr = 1 MONAI is the default."),
    ],
    squared_dice: [
      binary({
        parameters: { smooth: SMOOTH },
        differs: "As the default.",
        python: ({ smooth }) => `DiceLoss(squared_pred=True, smooth_nr=${smooth}, smooth_dr=${smooth})(P, Y)`,
        value: ({ pixels }, { smooth }) => {
          const { truth, intersection } = softSums(pixels);
          return 1 - (2 * intersection + smooth) / (truth + squares(pixels) + smooth);
        },
      }),
    ],
    jaccard: [
      binary({
        parameters: { smooth: SMOOTH },
        differs: `1 − (2I+s)/(2(A+B−I)+s), so smooth counts half; ${smoothing}.`,
        python: ({ smooth }) => `DiceLoss(jaccard=True, smooth_nr=${smooth}, smooth_dr=${smooth})(P, Y)`,
        value: ({ pixels }, { smooth }) => {
          const { truth, prediction, intersection } = softSums(pixels);
          return 1 - (2 * intersection + smooth) / (2 * (truth + prediction - intersection) + smooth);
        },
      }),
    ],
    tversky: [
      binary({
        parameters: { alpha: 0.3, beta: 0.7, smooth: SMOOTH },
        differs: "As the default: alpha weighs false positives.",
        python: ({ alpha, beta, smooth }) =>
          `TverskyLoss(alpha=${alpha}, beta=${beta}, smooth_nr=${smooth}, smooth_dr=${smooth})(P, Y)`,
        value: ({ pixels }, { alpha, beta, smooth }) => {
          const { truth, prediction, intersection } = softSums(pixels);
          const error = alpha * (prediction - intersection) + beta * (truth - intersection);
          return 1 - (intersection + smooth) / (intersection + error + smooth);
        },
      }),
    ],
    focal: [
      binary({
        parameters: { gamma: 2, alpha: 0.25 },
        differs: "As the default, on logits in float32; MONAI's own default has no alpha.",
        python: ({ gamma, alpha }) => `FocalLoss(alpha=${alpha}, gamma=${gamma})(torch.logit(P, eps=1e-7).float(), Y)`,
        value: ({ pixels }, { gamma, alpha }) => meanFocal(pixels, gamma, 1 - alpha, alpha),
      }),
      binary({
        name: "alpha=None",
        parameters: { gamma: 2 },
        differs: "alpha=None is MONAI's own default: both classes count 1.",
        python: ({ gamma }) => `FocalLoss(gamma=${gamma})(torch.logit(P, eps=1e-7).float(), Y)`,
        value: ({ pixels }, { gamma }) => meanFocal(pixels, gamma, 1, 1),
      }),
    ],
    focal_dice: [
      binary({
        parameters: { gamma: 2, alpha: 0.25, smooth: SMOOTH },
        differs: `${smoothing}; MONAI's own default has no alpha.`,
        python: ({ gamma, alpha, smooth }) =>
          `FocalLoss(alpha=${alpha}, gamma=${gamma})(torch.logit(P, eps=1e-7), Y) + DiceLoss(smooth_nr=${smooth}, smooth_dr=${smooth})(P, Y)`,
        value: ({ pixels }, { gamma, alpha, smooth }) =>
          meanFocal(pixels, gamma, 1 - alpha, alpha) + diceLoss(softSums(pixels), smooth),
      }),
    ],
    hausdorff_dt_loss: [
      asDefault(hausdorffDt, { differs: "As the default.", python: "HausdorffDTLoss(alpha=2.0)(P, Y)" }),
    ],
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
    iou: [overlap("iou", "compute_iou")],
    f1: [overlap("f1", "compute_dice")],
    ...hardRates({
      count: hardCounts,
      empty: Number.NaN,
      differs: "As the default; 0/0 is nan.",
      python: {
        precision: confusion("precision"),
        recall: confusion("sensitivity"),
        specificity: confusion("specificity"),
        accuracy: confusion("accuracy"),
        npv: confusion("negative predictive value"),
        fpr: confusion("fall out"),
        fnr: confusion("miss rate"),
      },
    }),
    hd: [
      boundary({
        differs: `As the default; ${emptyDistance}.`,
        python: ({ threshold }, call) =>
          `compute_hausdorff_distance(${HARD(threshold)}, Y, include_background=True${spacing(call)})`,
        value: ({ surfaces }) => hausdorff(surfaces, 100),
      }),
    ],
    hd95: [
      boundary({
        differs: "As the default: the greater of the two directed percentiles; any empty mask gives nan.",
        python: ({ threshold }, call) =>
          `compute_hausdorff_distance(${HARD(threshold)}, Y, include_background=True, percentile=95${spacing(call)})`,
        value: ({ surfaces }) => hausdorff(surfaces, 95),
      }),
    ],
    assd: [
      boundary({
        differs: `As the default; ${emptyDistance}.`,
        python: ({ threshold }, call) =>
          `compute_average_surface_distance(${HARD(threshold)}, Y, include_background=True, symmetric=True${spacing(call)})`,
        value: ({ surfaces }) =>
          emptiness(surfaces) === "one" ? Number.POSITIVE_INFINITY : (meanDistance(pooled(surfaces)) ?? Number.NaN),
      }),
    ],
    nsd1: [surfaceDiceOf(1, "surfaces")],
    nsd2: [surfaceDiceOf(2, "surfaces")],
    nsd1_contour: [surfaceDiceOf(1, "contours")],
    nsd2_contour: [surfaceDiceOf(2, "contours")],
  },
};
