import type { Confusion } from "../labels/confusion.js";
import { frequencyWeightedIou, meanClassAccuracy, meanIou, pixelAccuracy } from "../labels/scores.js";
import { type Convention, labels } from "./convention.js";

const leftOut = "As the default: a class that neither map has is left out.";

const same = (python: string, of: (confusion: Confusion) => number | null) =>
  labels({ differs: leftOut, python, value: ({ confusion }) => of(confusion) ?? Number.NaN });

const fcn = (at: number) => `label_accuracy_score([y], [p], n_class=len(ids))[${at}]`;

export const pytorchFcn: Convention = {
  title: "pytorch-fcn",
  library: "wkentaro/pytorch-fcn 4b98850",
  prelude: () => "from torchfcn.utils import label_accuracy_score",
  scores: {
    pixel_accuracy: [same(fcn(0), pixelAccuracy)],
    mean_class_accuracy: [same(fcn(1), meanClassAccuracy)],
    miou: [same(fcn(2), meanIou)],
    fw_iou: [same(fcn(3), frequencyWeightedIou)],
  },
};

export const cityscapes: Convention = {
  title: "Cityscapes",
  library: "cityscapesScripts 0bcc4a7",
  prelude:
    () => `# getIouScoreForLabel and getScoreAverage of cityscapesscripts.evaluation.evalPixelLevelSemanticLabeling, on any labels
truth, found = (np.stack([a == i for i in range(len(ids))]) for a in (y, p))
either = (truth | found).sum(1)`,
  scores: { miou: [same("np.mean((truth & found).sum(1)[either > 0] / either[either > 0])", meanIou)] },
};
