import type { EvidenceKind } from "../evidence.js";

/**
 * Scores that say the same when the two masks change places, so that neither needs to be the truth: the agreement of two
 * raters. Of binary masks that are hard; the best known first.
 */
export const symmetricScores: Readonly<Record<EvidenceKind, readonly string[]>> = {
  binary: [
    ...["iou", "f1", "kappa", "mcc", "accuracy", "boundary_iou"],
    ...["hd", "hd95", "hd95_pooled", "assd", "masd", "nsd1", "nsd2", "nsd1_contour", "nsd2_contour"],
    ...["object_f1", "object_ap", "pq", "sq", "rq"],
  ],
  labels: ["kappa", "miou", "macro_f1", "pixel_accuracy", "mcc"],
  objects: ["object_f1", "object_ap", "pq", "sq", "rq"],
};
