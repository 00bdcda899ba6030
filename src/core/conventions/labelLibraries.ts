import type { Confusion } from "../labels/confusion.js";
import { frequencyWeightedIou, meanClassAccuracy, meanIou, pixelAccuracy } from "../labels/scores.js";
import { type Convention, labels } from "./convention.js";

const leftOut = "As the default: a class that neither map has is left out.";

const same = (python: string, of: (confusion: Confusion) => number | null) =>
  labels({ differs: leftOut, python, value: (confusion) => of(confusion) ?? Number.NaN });

const fcn = (at: number) =>
  `label_accuracy_score([np.where(y == 255, -1, y)], [p], n_class=int(y[y != 255].max()) + 1)[${at}]`;

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
  prelude: () => `# getIouScoreForLabel of cityscapesscripts.evaluation.evalPixelLevelSemanticLabeling, on any label ids
keep = y != 255
ids = np.unique(np.concatenate([y[keep], p[keep]]))
truth, found = (np.stack([a[keep] == i for i in ids]) for a in (y, p))`,
  scores: { miou: [same("np.mean((truth & found).sum(1) / (truth | found).sum(1))", meanIou)] },
};
