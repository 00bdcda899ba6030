import { type ClassCounts, classCounts } from "../labels/confusion.js";
import { cohensKappa, matthews, meanClassAccuracy, pixelAccuracy } from "../labels/scores.js";
import { bce } from "../losses/bce.js";
import { brier, nll } from "../metrics/calibration.js";
import { overlapMetrics } from "../metrics/overlap.js";
import { averagePrecision, rocAuc } from "../metrics/ranking.js";
import { sweep } from "../metrics/thresholds.js";
import type { Score } from "../score.js";
import { countsWhere, type HardCounts, hardCounts } from "../sums.js";
import type { Tally } from "../tally.js";
import { arange } from "./arange.js";
import { asDefault, binary, type Convention, labels, over, type Variant } from "./convention.js";
import { hardRates, ratios } from "./hardRates.js";

const zeroDivision = "0/0 is 0, with a warning (zero_division='warn').";
const call =
  (name: string, more = "") =>
  (threshold: number) =>
    `metrics.${name}(y, p > ${threshold}${more})`;
const defaultOf = (id: string): Score => {
  const score = overlapMetrics.find((candidate) => candidate.id === id);
  if (!score) throw new RangeError(`There is no overlap metric "${id}".`);
  return score;
};

const iouOf = (counts: HardCounts, empty: number) => {
  const [intersection, union] = ratios.iou(counts);
  return over(intersection, union, empty);
};

const meanIouVariant = (
  facts: { readonly name?: string; readonly differs: string; readonly python: string },
  thresholds: readonly number[],
  isForeground: (p: number, t: number) => boolean,
  empty: number,
) =>
  binary({
    ...facts,
    value: ({ pixels }) =>
      thresholds.reduce(
        (sum, t) =>
          sum +
          iouOf(
            countsWhere(pixels, (p) => isForeground(p, t)),
            empty,
          ),
        0,
      ) / thresholds.length,
  });

/** Mean of the two classes' IoU; a class with an empty union is left out. */
function twoClasses(tally: Tally, threshold: number): number {
  const { tp, fp, fn, tn } = hardCounts(tally, threshold);
  const ious = [tp / (tp + fp + fn), tn / (tn + fp + fn)].filter((iou) => !Number.isNaN(iou));
  return ious.reduce((sum, iou) => sum + iou, 0) / ious.length;
}

const count = (id: keyof HardCounts, at: string): readonly [Variant] => [
  binary({
    differs: "As the default.",
    python: ({ threshold }) => `metrics.confusion_matrix(y, p > ${threshold}, labels=[0, 1])${at}`,
    value: ({ pixels }, { threshold }) => hardCounts(pixels, threshold)[id],
  }),
];

const logLoss = (score: Score) =>
  asDefault(score, {
    parameters: { epsilon: 1e-7 },
    differs: "As the default, in float64.",
    python: ({ epsilon }) => `metrics.log_loss(y, np.clip(p, ${epsilon}, 1 - ${epsilon}), labels=[0, 1])`,
  });

const macro = (classes: readonly ClassCounts[], of: (counts: ClassCounts) => number) =>
  classes.reduce((sum, counts) => sum + of(counts), 0) / classes.length;

const absent = "A class that neither map has counts 0 instead of being left out.";
const CLASSES = "labels=range(len(ids))";

export const sklearn: Convention = {
  title: "scikit-learn",
  library: "scikit-learn 1.2.1",
  prelude: () => "from sklearn import metrics\n\ny, p = y.ravel(), p.ravel()",
  scores: {
    bce: [logLoss(bce)],
    nll: [logLoss(nll)],
    ...hardRates({
      count: hardCounts,
      empty: 0,
      differs: zeroDivision,
      python: {
        iou: call("jaccard_score"),
        f1: call("f1_score"),
        f2: call("fbeta_score", ", beta=2"),
        precision: call("precision_score"),
        recall: call("recall_score"),
        specificity: call("recall_score", ", pos_label=0"),
        accuracy: call("accuracy_score"),
      },
    }),
    balanced_accuracy: [
      asDefault(defaultOf("balanced_accuracy"), {
        differs: "As the default: mean over the classes that the truth has.",
        python: ({ threshold }) => call("balanced_accuracy_score")(threshold),
      }),
    ],
    kappa: [
      asDefault(defaultOf("kappa"), {
        differs: "As the default; 0/0 is nan.",
        python: ({ threshold }) => call("cohen_kappa_score")(threshold),
      }),
      labels({
        differs: "As the default; 0/0 is nan.",
        python: "metrics.cohen_kappa_score(y, p)",
        value: ({ confusion }) => cohensKappa(confusion) ?? Number.NaN,
      }),
    ],
    mcc: [
      asDefault(defaultOf("mcc"), {
        differs: "0 where a margin is empty, even for a perfect mask of one class.",
        python: ({ threshold }) => call("matthews_corrcoef")(threshold),
        undefined: 0,
      }),
      labels({
        differs: "0 where a margin is empty.",
        python: "metrics.matthews_corrcoef(y, p)",
        value: ({ confusion }) => matthews(confusion) ?? 0,
      }),
    ],
    tp: count("tp", "[1, 1]"),
    fp: count("fp", "[0, 1]"),
    fn: count("fn", "[1, 0]"),
    tn: count("tn", "[0, 0]"),
    roc_auc: [
      asDefault(rocAuc, {
        differs: "Raises a ValueError where the truth has one class only (1.2.1; a warning and nan later).",
        python: "metrics.roc_auc_score(y, p)",
        undefined: "raises",
      }),
    ],
    average_precision: [
      binary({
        differs: "0 where the truth is empty, 1 where it is full.",
        python: "metrics.average_precision_score(y, p)",
        value: (evidence) =>
          averagePrecision.evaluate(evidence) ?? (evidence.pixels.positives.some((n) => n > 0) ? 1 : 0),
      }),
    ],
    brier: [asDefault(brier, { differs: "As the default.", python: "metrics.brier_score_loss(y, p)" })],
    mean_iou: [
      meanIouVariant(
        {
          differs: "As the default: a threshold with an empty union counts 0.",
          python: "np.mean([metrics.jaccard_score(y, p > t, zero_division=0) for t in np.arange(10, 20) / 20])",
        },
        sweep,
        (p, t) => p > t,
        0,
      ),
      meanIouVariant(
        {
          name: "zero_division=1",
          differs: "A threshold with an empty union counts 1.",
          python: "np.mean([metrics.jaccard_score(y, p > t, zero_division=1) for t in np.arange(10, 20) / 20])",
        },
        sweep,
        (p, t) => p > t,
        1,
      ),
      meanIouVariant(
        {
          name: "float32 p",
          differs: "p kept as float32 against a float64 threshold makes 153/255 > .6 and 204/255 > .8 true.",
          python:
            "np.mean([metrics.jaccard_score(y, p.astype('f4').astype('f8') > t, zero_division=0) for t in np.arange(.5, 1, .05)])",
        },
        arange,
        (p, t) => Math.fround(p) > t,
        0,
      ),
      meanIouVariant(
        {
          name: "float32 p and t",
          differs:
            "p and t both float32, as TensorFlow has them: right again for 8 and 16 bit, but not for every float.",
          python:
            "np.mean([metrics.jaccard_score(y, p.astype('f4') > np.float32(t), zero_division=0) for t in np.arange(.5, 1, .05)])",
        },
        arange,
        (p, t) => Math.fround(p) > Math.fround(t),
        0,
      ),
      meanIouVariant(
        {
          name: "p >= t",
          differs: "Foreground is p >= t instead of p > t; t from numpy.arange, which drifts above .6.",
          python: "np.mean([metrics.jaccard_score(y, p >= t, zero_division=0) for t in np.arange(.5, 1, .05)])",
        },
        arange,
        (p, t) => p >= t,
        0,
      ),
    ],
    mean_iou_bgfg: [
      binary({
        differs: "As the default: a class with an empty union is left out.",
        python: `np.mean([
    np.mean([metrics.jaccard_score(y, p > t, pos_label=c) for c in (0, 1) if ((y == c) | ((p > t) == c)).any()])
    for t in np.arange(10, 20) / 20])`,
        value: ({ pixels }) => sweep.reduce((sum, t) => sum + twoClasses(pixels, t), 0) / sweep.length,
      }),
    ],
    miou: [
      labels({
        differs: absent,
        python: `metrics.jaccard_score(y, p, average="macro", ${CLASSES})`,
        value: ({ confusion }) =>
          macro(classCounts(confusion), ({ tp, truth, prediction }) => over(tp, truth + prediction - tp, 0)),
      }),
    ],
    macro_f1: [
      labels({
        differs: absent,
        python: `metrics.f1_score(y, p, average="macro", ${CLASSES})`,
        value: ({ confusion }) =>
          macro(classCounts(confusion), ({ tp, truth, prediction }) => over(2 * tp, truth + prediction, 0)),
      }),
    ],
    pixel_accuracy: [
      labels({
        differs: "As the default.",
        python: "metrics.accuracy_score(y, p)",
        value: ({ confusion }) => pixelAccuracy(confusion) ?? Number.NaN,
      }),
    ],
    mean_class_accuracy: [
      labels({
        differs: "As the default: mean over the classes that the truth has.",
        python: "metrics.balanced_accuracy_score(y, p)",
        value: ({ confusion }) => meanClassAccuracy(confusion) ?? Number.NaN,
      }),
    ],
  },
};
