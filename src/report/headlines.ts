import type { EvidenceKind } from "../core/evidence.js";

/** What a person wants of a pair at a glance, by the kind of masks and where the report has it. */
export const headlines: Readonly<Record<EvidenceKind, readonly string[]>> = {
  binary: ["iou", "mean_iou", "dice", "bce", "focal", "weighted_bce_dice", "lovasz_softmax", "object_f1"],
  labels: ["miou", "fw_iou", "pixel_accuracy", "mean_class_accuracy", "macro_f1", "dice_multiclass"],
  objects: ["pq", "sq", "rq", "object_ap", "object_f1", "objects_missed", "objects_false"],
};

/** The kinds of masks, as people call them. */
export const kindTitles: Readonly<Record<EvidenceKind, string>> = {
  binary: "binary masks",
  labels: "label maps",
  objects: "instance maps",
};

/** The kind that most of the rows are of; binary masks where there are none. */
export function kindOfMost(rows: ReadonlyArray<{ readonly kind: EvidenceKind }>): EvidenceKind {
  return kindCounts(rows)[0]?.[0] ?? "binary";
}

/** The kinds that rows are of and how many of each, most first; equal ones in a fixed order. */
export function kindCounts(
  rows: ReadonlyArray<{ readonly kind: EvidenceKind }>,
): ReadonlyArray<readonly [EvidenceKind, number]> {
  const counts: Record<EvidenceKind, number> = { binary: 0, labels: 0, objects: 0 };
  for (const { kind } of rows) counts[kind]++;
  return (Object.entries(counts) as Array<[EvidenceKind, number]>)
    .filter(([, count]) => count > 0)
    .sort(([, a], [, b]) => b - a);
}
