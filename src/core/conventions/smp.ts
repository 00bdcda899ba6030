import { type ClassCounts, type Confusion, classCounts } from "../labels/confusion.js";
import { softTallies } from "../labels/evidence.js";
import { lovaszHinge } from "../losses/lovaszHinge.js";
import { countsWhere, type SoftSums, softSums } from "../sums.js";
import type { Tally } from "../tally.js";
import { asDefault, binary, type Convention, labels, over } from "./convention.js";
import { hardRates, ratios } from "./hardRates.js";
import { meanFocal } from "./perPixel.js";

const emptyTruth = "the loss is forced to 0 where the truth is empty";

/** Overlap losses of SMP: 0 where the truth is empty, a denominator of at least 1e-7. */
function overlapLoss(sums: SoftSums, score: number): number {
  return sums.truth === 0 ? 0 : 1 - score;
}

function tverskyScore({ truth, prediction, intersection }: SoftSums, alpha: number, beta: number, smooth: number) {
  const error = alpha * (prediction - intersection) + beta * (truth - intersection);
  return (intersection + smooth) / Math.max(1e-7, intersection + error + smooth);
}

function diceScore(sums: SoftSums, smooth: number): number {
  return tverskyScore(sums, 0.5, 0.5, smooth);
}

function jaccardScore({ truth, prediction, intersection }: SoftSums, smooth: number): number {
  return (intersection + smooth) / Math.max(1e-7, truth + prediction - intersection + smooth);
}

/** Foreground is p >= t, in float32. */
export const countFrom = (tally: Tally, threshold: number) =>
  countsWhere(tally, (p) => Math.fround(p) >= Math.fround(threshold));

const zeroDivision = "Foreground is p >= t instead of p > t; 0/0 is 1 (zero_division=1).";

const stats = (threshold: number) => `smp.metrics.get_stats(P, Y.long(), mode="binary", threshold=${threshold})`;
const metric = (name: string) => (threshold: number) =>
  `smp.metrics.${name}(*${stats(threshold)}, reduction="micro-imagewise")`;

const LOSS = "from_logits=False";

const diceVariant = (name: string | undefined, smooth: number, differs: string) =>
  binary({
    ...(name !== undefined && { name }),
    parameters: { smooth },
    differs,
    python: (values) => `smp.losses.DiceLoss("binary", ${LOSS}, smooth=${values.smooth})(P, Y)`,
    value: ({ pixels }, values) => {
      const sums = softSums(pixels);
      return overlapLoss(sums, diceScore(sums, values.smooth));
    },
  });

const jaccardVariant = (name: string | undefined, smooth: number, differs: string) =>
  binary({
    ...(name !== undefined && { name }),
    parameters: { smooth },
    differs,
    python: (values) => `smp.losses.JaccardLoss("binary", ${LOSS}, smooth=${values.smooth})(P, Y)`,
    value: ({ pixels }, values) => {
      const sums = softSums(pixels);
      return overlapLoss(sums, jaccardScore(sums, values.smooth));
    },
  });

const classMetric = (name: string, reduction: string) => `smp.metrics.${name}(
    *smp.metrics.get_stats(torch.from_numpy(p)[None], torch.from_numpy(y)[None], mode="multiclass", num_classes=len(ids)),
    reduction="${reduction}")`;

/** Mean over the classes of a ratio of its counts; 0/0 is 1. */
const macro = (confusion: Confusion, of: (counts: ClassCounts) => readonly [number, number]) => {
  const values = classCounts(confusion).map((counts) => over(...of(counts), 1));
  return values.reduce((sum, value) => sum + value, 0) / values.length;
};

const absent = "A class that neither map has counts 1 instead of being left out (zero_division=1).";

export const smp: Convention = {
  title: "SMP",
  library: "segmentation_models.pytorch 5006616",
  prelude: () => `import torch
import segmentation_models_pytorch as smp

Y, P = torch.from_numpy(y)[None, None], torch.from_numpy(p)[None, None]`,
  scores: {
    dice: [
      diceVariant(undefined, 0, `smooth is 0, and counts twice where it is not; ${emptyTruth}.`),
      diceVariant("smooth=1", 1, `SMP counts smooth twice: smooth=1 is (2I+2)/(A+B+2); ${emptyTruth}.`),
    ],
    log_dice: [
      binary({
        parameters: { smooth: 0 },
        differs: `−ln max(D, 1e-7); smooth is 0, and counts twice where it is not; ${emptyTruth}.`,
        python: ({ smooth }) => `smp.losses.DiceLoss("binary", log_loss=True, ${LOSS}, smooth=${smooth})(P, Y)`,
        value: ({ pixels }, { smooth }) => {
          const sums = softSums(pixels);
          return sums.truth === 0 ? 0 : -Math.log(Math.max(1e-7, diceScore(sums, smooth)));
        },
      }),
    ],
    jaccard: [
      jaccardVariant(undefined, 0, `smooth is 0; ${emptyTruth}.`),
      jaccardVariant("smooth=1", 1, `With smooth=1 as the default; ${emptyTruth}.`),
    ],
    tversky: [
      binary({
        parameters: { alpha: 0.3, beta: 0.7, smooth: 0 },
        differs: `smooth is 0; ${emptyTruth}.`,
        python: ({ alpha, beta, smooth }) =>
          `smp.losses.TverskyLoss("binary", ${LOSS}, alpha=${alpha}, beta=${beta}, smooth=${smooth})(P, Y)`,
        value: ({ pixels }, { alpha, beta, smooth }) => {
          const sums = softSums(pixels);
          return overlapLoss(sums, tverskyScore(sums, alpha, beta, smooth));
        },
      }),
    ],
    focal_tversky: [
      binary({
        parameters: { gamma: 0.75, alpha: 0.3, beta: 0.7, smooth: 0 },
        differs: `smooth is 0; ${emptyTruth}.`,
        python: ({ gamma, alpha, beta, smooth }) =>
          `smp.losses.TverskyLoss("binary", ${LOSS}, alpha=${alpha}, beta=${beta}, gamma=${gamma}, smooth=${smooth})(P, Y)`,
        value: ({ pixels }, { gamma, alpha, beta, smooth }) => {
          const sums = softSums(pixels);
          return overlapLoss(sums, tverskyScore(sums, alpha, beta, smooth)) ** gamma;
        },
      }),
    ],
    focal: [
      binary({
        parameters: { gamma: 2, alpha: 0.25 },
        differs: "As the default; SMP's own default has no alpha.",
        python: ({ gamma, alpha }) =>
          `smp.losses.FocalLoss("binary", alpha=${alpha}, gamma=${gamma})(torch.logit(P, eps=1e-7), Y)`,
        value: ({ pixels }, { gamma, alpha }) => meanFocal(pixels, gamma, 1 - alpha, alpha),
      }),
      binary({
        name: "alpha=None",
        parameters: { gamma: 2 },
        differs: "alpha=None is SMP's own default: both classes count 1.",
        python: ({ gamma }) => `smp.losses.FocalLoss("binary", gamma=${gamma})(torch.logit(P, eps=1e-7), Y)`,
        value: ({ pixels }, { gamma }) => meanFocal(pixels, gamma, 1, 1),
      }),
    ],
    mcc_loss: [
      binary({
        parameters: { epsilon: 1e-5 },
        differs: "As the default; where a mask is empty or full its epsilon speaks (0.5 where both are empty).",
        python: ({ epsilon }) => `smp.losses.MCCLoss(eps=${epsilon})(P, Y)`,
        value: ({ pixels }, { epsilon }) => {
          const { pixels: n, truth, prediction, intersection } = softSums(pixels);
          const tp = intersection + epsilon;
          const fp = prediction - intersection + epsilon;
          const fn = truth - intersection + epsilon;
          const tn = n - truth - prediction + intersection + epsilon;
          return 1 - (tp * tn - fp * fn) / (Math.sqrt((tp + fp) * (tp + fn)) * Math.sqrt((tn + fp) * (tn + fn)));
        },
      }),
    ],
    lovasz_hinge: [
      asDefault(lovaszHinge, {
        differs: "As the default, in float32.",
        python: 'smp.losses.LovaszLoss("binary", per_image=True)(torch.logit(P, eps=1e-7).float(), Y)',
      }),
    ],
    ...hardRates({
      count: countFrom,
      empty: 1,
      differs: zeroDivision,
      python: {
        iou: metric("iou_score"),
        f1: metric("f1_score"),
        f2: (threshold) => `smp.metrics.fbeta_score(*${stats(threshold)}, beta=2, reduction="micro-imagewise")`,
        precision: metric("precision"),
        recall: metric("recall"),
        specificity: metric("specificity"),
        accuracy: metric("accuracy"),
        npv: metric("negative_predictive_value"),
        fpr: metric("false_positive_rate"),
        fnr: metric("false_negative_rate"),
      },
    }),
    balanced_accuracy: [
      binary({
        differs: "Foreground is p >= t; 1 where the truth has one class only (zero_division=1).",
        python: ({ threshold }) => metric("balanced_accuracy")(threshold),
        value: ({ pixels }, { threshold }) => {
          const counts = countFrom(pixels, threshold);
          const [recall, specificity] = (["recall", "specificity"] as const).map((id) => {
            const [numerator, denominator] = ratios[id](counts);
            return numerator / denominator;
          });
          const mean = (recall + specificity) / 2;
          return Number.isNaN(mean) ? 1 : mean;
        },
      }),
    ],
    miou: [
      labels({
        differs: absent,
        python: classMetric("iou_score", "macro"),
        value: ({ confusion }) => macro(confusion, ({ tp, truth, prediction }) => [tp, truth + prediction - tp]),
      }),
    ],
    macro_f1: [
      labels({
        differs: absent,
        python: classMetric("f1_score", "macro"),
        value: ({ confusion }) => macro(confusion, ({ tp, truth, prediction }) => [2 * tp, truth + prediction]),
      }),
    ],
    mean_class_accuracy: [
      labels({
        differs: "A class that the truth lacks counts 1 instead of being left out (zero_division=1).",
        python: classMetric("recall", "macro"),
        value: ({ confusion }) => macro(confusion, ({ tp, truth }) => [tp, truth]),
      }),
    ],
    dice_multiclass: [
      labels({
        parameters: { smooth: 0 },
        differs: `A class that the truth lacks costs 0, and is averaged all the same; smooth is 0, and counts twice where it is not.`,
        python: ({ smooth }) =>
          `smp.losses.DiceLoss("multiclass", ${LOSS}, smooth=${smooth})(torch.from_numpy(probabilities)[None], torch.from_numpy(y)[None])`,
        value: (evidence, { smooth }) => {
          const losses = softTallies(evidence).classes.map((tally) => {
            const sums = softSums(tally);
            return overlapLoss(sums, diceScore(sums, smooth));
          });
          return losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
        },
      }),
    ],
  },
};
