/** Reference values that no score here claims, with the reason; a star stands for any end of the name. */
export const notCompared: ReadonlyArray<readonly [keys: readonly string[], reason: string]> = [
  [
    ["ece10*", "mce10", "mce15"],
    "an ECE of ten bins, and the greatest gap of a bin: the one score here is the ECE of 15 bins",
  ],
  [["ece15.rational"], "exact bins with one more for p = 1: no library returns it"],
  [["bce.tfjs_metric_f32"], "metrics.binaryCrossentropy of TensorFlow.js; its losses.logLoss is compared"],
  [["dice_multiclass.seed_as_printed"], "the seed's code as printed, which counts the last class only"],
  [["dsb2018.raw_ids"], "the published code is wrong on ids with gaps; the convention closes them up"],
  [["stardist.mean_true_score"], "a mean over all true objects, which no score here is"],
  [["cellpose.tp"], "the counts behind cellpose.ap, which is compared"],
  [["decode.pred_hist"], "counts void pixels too, which nothing here does"],
  [["thresholds"], "the list of thresholds itself"],
];

/** Whether a name of {@link notCompared} means this reference value. */
export function isNamed(name: string, key: string): boolean {
  return name.endsWith("*") ? key.startsWith(name.slice(0, -1)) : key === name;
}

/** Rows of the table of vectors that no test computes, with the reason. */
export const vectorsLeftOut: ReadonlyArray<readonly [row: number, reason: string]> = [
  [14, "soft ground truths: a truth here is 0 or 1"],
  [22, "label smoothing, and a mean that divides by ignored pixels: no score here has either"],
  [51, "an ECE of two bins: the one score here has 15"],
  [65, "a solid of three dimensions"],
  [75, "AP over detections with confidences, which masks do not have"],
];
