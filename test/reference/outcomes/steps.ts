import { boxSum, cellsInside } from "../../../src/core/boundary/boxSum.js";
import { meanDistance } from "../../../src/core/boundary/surfaceDistances.js";
import { boundaryWeight } from "../../../src/core/boundary/weight.js";
import { compareConventions } from "../../../src/core/conventions/index.js";
import { kerasTorchAverage } from "../../../src/core/conventions/kerasTorchWeight.js";
import { gatherEvidence } from "../../../src/core/evaluate.js";
import { perThreshold } from "../../../src/core/metrics/perThreshold.js";
import { sweep } from "../../../src/core/metrics/thresholds.js";
import { FOREGROUND } from "../../../src/core/raster.js";
import { defaultSettings } from "../../../src/core/settings.js";
import { hardCounts } from "../../../src/core/sums.js";
import { readBinaryPair } from "../../../src/scoring/readPair.js";
import { labelEvidence, objectEvidence } from "../evidence.js";
import { fileOf, type GoldenValue, golden, type ReferencePair } from "../golden.js";
import { mapOutcomes } from "./defaults.js";
import { agree, type Outcome } from "./outcome.js";

/** What the scores are made of, by the name of the reference value. */
export function stepOutcomes(pair: ReferencePair): Outcome[] {
  const steps = { binary: binarySteps, multiclass: labelSteps, instance: objectSteps }[pair.task](pair);
  return Object.entries(steps).flatMap(([key, actual]): Outcome[] => {
    const reference: GoldenValue | undefined = golden[pair.name][key];
    if (reference === undefined) return [];
    const { value: expected, source } = reference;
    const verdict = agree(actual, expected, source) ? "reproduced" : "wrong";
    return [{ group: "steps", pair: pair.name, what: key, key, actual, expected, source, verdict }];
  });
}

type Steps = Readonly<Record<string, unknown>>;

const sum = (values: ArrayLike<number>) => Array.from(values).reduce((total, value) => total + value, 0);

function binarySteps({ name, gt, pred }: ReferencePair): Steps {
  const { truth, prediction } = readBinaryPair({ name, truth: fileOf(gt), prediction: fileOf(pred) }, defaultSettings);
  const evidence = gatherEvidence(truth, prediction, defaultSettings);
  const { width, height, pixels } = truth;
  const corners = [0, width - 1, (height >> 1) * width + (width >> 1), (height - 1) * width, height * width - 1];
  const samples = (of: ArrayLike<number>) => corners.map((at) => of[at]);
  const foreground = pixels.map((value) => Number(value === FOREGROUND));
  const pooled = (kernel: number) => {
    const [columns, rows] = [cellsInside(width, kernel), cellsInside(height, kernel)];
    const hits = boxSum(foreground, width, height, kernel);
    return Array.from(hits, (sum, at) => sum / (columns[at % width] * rows[Math.floor(at / width)]));
  };
  const maps = [41, 50].map((kernel): Steps => {
    const pool = pooled(kernel);
    const weight = boundaryWeight(truth, kernel);
    return {
      [`pool${kernel}.sum`]: sum(pool),
      [`pool${kernel}.samples`]: samples(pool),
      [`weight${kernel}.samples`]: samples(weight),
      [`weight${kernel}.max`]: Math.max(...weight),
      [`weight${kernel}.min`]: Math.min(...weight),
    };
  });
  const stored = sum(prediction.samples);
  const contours = evidence.boundary?.contours;
  const even = pooled(50);
  return {
    "decode.width": width,
    "decode.height": height,
    "decode.gt_foreground": sum(foreground),
    "decode.pred_raw_sum": stored,
    "decode.pred_sum": stored / prediction.maximum,
    "decode.pred_over_half": Array.from(prediction.samples).filter((value) => value / prediction.maximum > 0.5).length,
    "pool50.keras_torch_maxdiff": Math.max(
      ...kerasTorchAverage(truth, 50).map((average, at) => Math.abs(average - even[at])),
    ),
    "boundary_iou.gt_pixels": evidence.boundary?.bands?.truth,
    "boundary_iou.pred_pixels": evidence.boundary?.bands?.prediction,
    "asd_gt_to_pred.deepmind": contours && meanDistance(contours.fromTruth),
    "asd_pred_to_gt.deepmind": contours && meanDistance(contours.fromPrediction),
    "mean_iou.fg_per_threshold": perThreshold(evidence).iou.map((value) => value ?? 0),
    "mean_iou.bgfg_per_threshold": sweep.map((t) => {
      const { tp, fp, fn, tn } = hardCounts(evidence.pixels, t);
      const ious = [tp / (tp + fp + fn), tn / (tn + fp + fn)].filter((iou) => !Number.isNaN(iou));
      return sum(ious) / ious.length;
    }),
    ...Object.assign({}, ...maps),
  };
}

function labelSteps(pair: ReferencePair): Steps {
  const { row } = mapOutcomes(pair);
  const { confusion = [], perClass } = row;
  const { ids } = labelEvidence().confusion;
  const ofTruth = confusion.map(sum);
  const found = ids.map((_, column) => sum(confusion.map((counts) => counts[column])));
  return {
    confusion,
    "confusion.torchmetrics": confusion,
    iou_per_class: perClass?.iou,
    "iou_per_class.smp": perClass?.iou,
    "iou_per_class.torchmetrics": perClass?.iou,
    f1_per_class: perClass?.dice,
    dice_per_class_smooth1: confusion.map((counts, at) => (2 * counts[at] + 1) / (ofTruth[at] + found[at] + 1)),
    "decode.gt_hist": ofTruth,
    "decode.valid_pixels": sum(ofTruth),
  };
}

function objectSteps(pair: ReferencePair): Steps {
  const evidence = objectEvidence();
  const { truth, prediction, overVoid } = evidence.objects;
  const values = perThreshold(mapOutcomes(pair).row.evidence);
  const at = (preset: string, score: string) =>
    sweep.map(
      (matchIou) =>
        compareConventions(evidence, { ...defaultSettings, matchIou }, score).find((line) => line.preset === preset)
          ?.value,
    );
  const recall = at("stardist", "object_recall").map(Number);
  const tp = recall.map((value) => Math.round(value * truth));
  return {
    n_true: truth,
    n_pred: prediction,
    "dsb2018.per_threshold": values.object_ap,
    "stardist.precision": at("stardist", "object_precision"),
    "stardist.recall": recall,
    "stardist.f1": at("stardist", "object_f1"),
    "stardist.panoptic_quality": at("stardist", "pq"),
    "stardist.mean_matched_score": at("stardist", "sq"),
    "stardist.tp": tp,
    "stardist.fp": tp.map((n) => prediction - n),
    "stardist.fn": tp.map((n) => truth - n),
    "stardist.accuracy": tp.map((n) => n / (truth + prediction - n)),
    "panopticapi.tp": overVoid.ious.length,
    "panopticapi.fp": overVoid.falsePredictions,
    "panopticapi.fn": truth - overVoid.ious.length,
    "panopticapi_bg.tp": evidence.objects.ious.length,
    "panopticapi_bg.fp": prediction - evidence.objects.ious.length,
    "panopticapi_bg.fn": truth - evidence.objects.ious.length,
  };
}
