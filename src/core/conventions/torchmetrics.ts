import { classCounts } from "../labels/confusion.js";
import { cohensKappa, frequencyWeightedIou, macroF1, matthews, meanIou, pixelAccuracy } from "../labels/scores.js";
import { averagePrecision, rocAuc } from "../metrics/ranking.js";
import { type HardCounts, hardCounts } from "../sums.js";
import { linspace, ownBinOfOne } from "./calibration.js";
import { asDefault, binary, type Convention, labels, over, type Variant } from "./convention.js";
import { hardRates } from "./hardRates.js";
import { torchmetricsKappa, torchmetricsMcc } from "./torchmetricsFloat32.js";

const call =
  (name: string, more = "") =>
  (threshold: number) =>
    `F.binary_${name}(P, Y, threshold=${threshold}${more})`;

const count = (id: keyof HardCounts, at: number): readonly [Variant] => [
  binary({
    differs: "As the default.",
    python: ({ threshold }) => `F.binary_stat_scores(P, Y, threshold=${threshold})[${at}]`,
    value: ({ pixels }, { threshold }) => hardCounts(pixels, threshold)[id],
  }),
];

const CLASSES = "num_classes=len(ids)";

export const torchmetrics: Convention = {
  title: "torchmetrics",
  library: "torchmetrics 1.5.2",
  prelude: () => `import torch
import torchmetrics.functional.classification as F

Y, P = torch.from_numpy(y).long(), torch.from_numpy(p)`,
  scores: {
    ...hardRates({
      count: hardCounts,
      empty: 0,
      differs: "0/0 is 0 (zero_division=0).",
      python: {
        iou: call("jaccard_index"),
        f1: call("f1_score"),
        f2: (threshold) => `F.binary_fbeta_score(P, Y, beta=2.0, threshold=${threshold})`,
        precision: call("precision"),
        recall: call("recall"),
        specificity: call("specificity"),
        accuracy: call("accuracy"),
      },
    }),
    kappa: [
      binary({
        differs: "As the default, in float32; 0/0 is nan.",
        python: ({ threshold }) => call("cohen_kappa")(threshold),
        value: ({ pixels }, { threshold }) => torchmetricsKappa(hardCounts(pixels, threshold)),
      }),
      labels({
        differs: "As the default; 0/0 is nan.",
        python: `F.multiclass_cohen_kappa(P, Y, ${CLASSES})`,
        value: ({ confusion }) => cohensKappa(confusion) ?? Number.NaN,
      }),
    ],
    mcc: [
      binary({
        differs:
          "1 or -1 where all pixels are right or wrong, an epsilon formula where a margin is empty, and float32 products, which round where a margin is nearly empty.",
        python: ({ threshold }) => call("matthews_corrcoef")(threshold),
        value: ({ pixels }, { threshold }) => torchmetricsMcc(hardCounts(pixels, threshold)),
      }),
      labels({
        differs: "0 where a margin is empty.",
        python: `F.multiclass_matthews_corrcoef(P, Y, ${CLASSES})`,
        value: ({ confusion }) => matthews(confusion) ?? 0,
      }),
    ],
    tp: count("tp", 0),
    fp: count("fp", 1),
    tn: count("tn", 2),
    fn: count("fn", 3),
    roc_auc: [
      asDefault(rocAuc, {
        differs: "0 where the truth has one class only.",
        python: "F.binary_auroc(P, Y)",
        undefined: 0,
      }),
    ],
    average_precision: [
      binary({
        differs: "0 where the truth is empty, 1 where it is full.",
        python: "F.binary_average_precision(P, Y)",
        value: (evidence) =>
          averagePrecision.evaluate(evidence) ?? (evidence.pixels.positives.some((n) => n > 0) ? 1 : 0),
      }),
    ],
    ece15: [
      binary({
        differs:
          "p = 1 has a bin of its own behind the last; bin edges are doubles, so values on an edge may fall elsewhere.",
        python: 'F.binary_calibration_error(P, Y, n_bins=15, norm="l1")',
        value: ({ pixels }) => ownBinOfOne(pixels, linspace(15), (p) => p),
      }),
      binary({
        name: "float32",
        differs: "Bin edges and p in float32: 17k/255 = k/15 lies on an edge, and falls elsewhere than in float64.",
        python: 'F.binary_calibration_error(P.float(), Y, n_bins=15, norm="l1")',
        value: ({ pixels }) => ownBinOfOne(pixels, linspace(15).map(Math.fround), Math.fround),
      }),
    ],
    miou: [
      labels({
        differs: "As the default: a class that neither map has is left out. float32.",
        python: `F.multiclass_jaccard_index(P, Y, average="macro", ${CLASSES})`,
        value: ({ confusion }) => meanIou(confusion) ?? 0,
      }),
    ],
    fw_iou: [
      labels({
        differs: "As the default. float32.",
        python: `F.multiclass_jaccard_index(P, Y, average="weighted", ${CLASSES})`,
        value: ({ confusion }) => frequencyWeightedIou(confusion) ?? 0,
      }),
    ],
    pixel_accuracy: [
      labels({
        differs: "As the default. float32.",
        python: `F.multiclass_accuracy(P, Y, average="micro", ${CLASSES})`,
        value: ({ confusion }) => pixelAccuracy(confusion) ?? 0,
      }),
    ],
    mean_class_accuracy: [
      labels({
        differs: "A class that the truth lacks counts 0 if it is predicted, and is left out if not. float32.",
        python: `F.multiclass_accuracy(P, Y, average="macro", ${CLASSES})`,
        value: ({ confusion }) => {
          const seen = classCounts(confusion).filter(({ truth, prediction }) => truth + prediction > 0);
          return over(
            seen.reduce((sum, { tp, truth }) => sum + over(tp, truth, 0), 0),
            seen.length,
            0,
          );
        },
      }),
    ],
    macro_f1: [
      labels({
        differs: "As the default: a class that neither map has is left out. float32.",
        python: `F.multiclass_f1_score(P, Y, average="macro", ${CLASSES})`,
        value: ({ confusion }) => macroF1(confusion) ?? 0,
      }),
    ],
  },
};
