import type { EvidenceKind } from "../evidence.js";
import { hausdorffDt } from "../losses/hausdorffDt.js";
import { hardCounts, softSums } from "../sums.js";
import type { Tally } from "../tally.js";
import { asDefault, binary, type Convention } from "./convention.js";
import { hardRates, ratios } from "./hardRates.js";
import { diceLoss, hardMask, SMOOTH, smoothing } from "./monaiDice.js";
import { monaiMaps } from "./monaiMaps.js";
import { monaiSurfaces } from "./monaiSurfaces.js";
import { meanFocal } from "./perPixel.js";

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

const confusion = (name: string) => (threshold: number) =>
  `compute_confusion_matrix_metric("${name}", get_confusion_matrix(${hardMask(threshold)}, Y))`;

/** Dice and IoU of the hard mask; an empty truth is nan (ignore_empty=True). */
const overlap = (id: "f1" | "iou", name: string) =>
  binary({
    differs: "nan where the truth is empty, even if something is predicted (ignore_empty=True).",
    python: ({ threshold }) => `${name}(${hardMask(threshold)}, Y)`,
    value: ({ pixels }, { threshold }) => {
      const counts = hardCounts(pixels, threshold);
      const [numerator, denominator] = ratios[id](counts);
      return counts.tp + counts.fn === 0 ? Number.NaN : numerator / denominator;
    },
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
    ...monaiMaps,
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
    ...monaiSurfaces,
  },
};
