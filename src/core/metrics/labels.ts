import type { Confusion } from "../labels/confusion.js";
import { frequencyWeightedIou, macroF1, meanClassAccuracy, meanIou, pixelAccuracy } from "../labels/scores.js";
import { defineScore, type Score, type ScoreFacts } from "../score.js";

type Facts = Pick<ScoreFacts, "id" | "title" | "formula" | "source" | "empty">;

const ofConfusion = (facts: Facts, of: (confusion: Confusion) => number | null): Score =>
  defineScore({
    group: "metrics",
    better: "higher",
    range: [0, 1],
    family: "pixel",
    ...facts,
    parameters: {},
    ofLabels: ({ confusion }) => of(confusion),
  });

const absent = "a class that neither map has is left out";

/** Metrics of label maps: functions of the confusion matrix, in the order shown on screen. */
export const labelMetrics: readonly Score[] = [
  ofConfusion(
    {
      id: "miou",
      title: "mIoU (mean over classes)",
      formula: String.raw`\frac1{\lvert C\rvert}\sum_{c\in C}\frac{TP_c}{TP_c+FP_c+FN_c}`,
      source: "cityscapesScripts getScoreAverage; pytorch-fcn label_accuracy_score",
      empty: absent,
    },
    meanIou,
  ),
  ofConfusion(
    {
      id: "fw_iou",
      title: "Frequency-weighted IoU",
      formula: String.raw`\frac1N\sum_c A_c\,\mathrm{IoU}_c`,
      source: "pytorch-fcn label_accuracy_score",
      empty: "undefined where every pixel is ignored",
    },
    frequencyWeightedIou,
  ),
  ofConfusion(
    {
      id: "pixel_accuracy",
      title: "Pixel accuracy",
      formula: String.raw`\frac1N\sum_c TP_c`,
      source: "scikit-learn accuracy_score",
      empty: "undefined where every pixel is ignored",
    },
    pixelAccuracy,
  ),
  ofConfusion(
    {
      id: "mean_class_accuracy",
      title: "Mean class accuracy",
      formula: String.raw`\frac1{\lvert C\rvert}\sum_{c\in C}\frac{TP_c}{TP_c+FN_c}`,
      source: "pytorch-fcn label_accuracy_score",
      empty: "a class that the truth lacks is left out",
    },
    meanClassAccuracy,
  ),
  ofConfusion(
    {
      id: "macro_f1",
      title: "Macro F1",
      formula: String.raw`\frac1{\lvert C\rvert}\sum_{c\in C}\frac{2TP_c}{2TP_c+FP_c+FN_c}`,
      source: "scikit-learn f1_score(average='macro')",
      empty: absent,
    },
    macroF1,
  ),
];
