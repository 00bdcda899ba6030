import type { EvidenceKind } from "./evidence.js";

/** The scores of each kind of pair that people ask for first, by id. */
export const mainScores: Readonly<Record<EvidenceKind, readonly string[]>> = {
  binary: ["iou", "f1", "precision", "recall", "mean_iou", "bce", "dice"],
  labels: ["miou", "fw_iou", "pixel_accuracy", "mean_class_accuracy", "macro_f1", "kappa"],
  objects: ["pq", "sq", "rq", "object_ap", "object_f1", "objects_missed", "objects_false"],
};
