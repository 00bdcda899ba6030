import type { EvidenceKind } from "../core/evidence.js";

/** What a person wants of a pair at a glance, by the kind of masks and where the report has it. */
export const headlines: Readonly<Record<EvidenceKind, readonly string[]>> = {
  binary: ["iou", "mean_iou", "dice", "bce", "focal", "weighted_bce_dice", "lovasz_softmax", "object_f1"],
  labels: ["miou", "fw_iou", "pixel_accuracy", "mean_class_accuracy", "macro_f1", "dice_multiclass"],
  objects: ["pq", "sq", "rq", "object_ap", "object_f1", "objects_missed", "objects_false"],
};

/** The kind that most of the rows are of; binary masks where there are none. */
export function kindOfMost(rows: ReadonlyArray<{ readonly kind: EvidenceKind }>): EvidenceKind {
  const counts: Record<EvidenceKind, number> = { binary: 0, labels: 0, objects: 0 };
  for (const { kind } of rows) counts[kind]++;
  return (Object.keys(counts) as EvidenceKind[]).reduce((a, b) => (counts[b] > counts[a] ? b : a));
}
