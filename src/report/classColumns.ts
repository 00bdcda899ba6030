import { classTitle, type LabelClass } from "../core/labels/classes.js";
import { type PerClassId, perClass } from "../core/labels/scores.js";
import type { Details } from "./details.js";

/** A column of a table of rows: one score of one class. */
export interface ClassColumn {
  /** Such as "iou[road]". */
  readonly title: string;
  readonly cellOf: (row: Details) => number | null;
}

/** Columns for every class that truth or prediction of some row has, by id. */
export function classColumns(rows: readonly Details[]): ClassColumn[] {
  const occurring = new Map<number, LabelClass>();
  for (const { classes, perClass: values } of rows) {
    for (const [index, entry] of (classes ?? []).entries()) {
      if (values?.iou[index] != null) occurring.set(entry.id, entry);
    }
  }
  const sorted = Array.from(occurring.values()).sort((a, b) => a.id - b.id);
  return sorted.flatMap((entry) =>
    (Object.keys(perClass) as PerClassId[]).map((id) => ({
      title: `${id}[${classTitle(entry)}]`,
      cellOf: ({ classes, perClass: values }) => {
        const index = classes?.findIndex((other) => other.id === entry.id) ?? -1;
        return values?.[id][index] ?? null;
      },
    })),
  );
}
