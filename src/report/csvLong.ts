import { classTitle } from "../core/labels/classes.js";
import { type PerClassId, perClass } from "../core/labels/scores.js";
import { scoresOf } from "./columns.js";
import { csvText } from "./csvText.js";
import type { Report } from "./report.js";

/**
 * A report as long CSV: a row a pair and score, and for label maps a row a pair, class and score of a class. The form that
 * pandas, R and plotting libraries take. Full precision, empty where undefined; what failed is in the wide form.
 */
export function toLongCsv(report: Report): string {
  const scores = scoresOf(report);
  const ofClass = Object.keys(perClass) as PerClassId[];
  return csvText([
    ["name", "prediction", "truth", "kind", "score", "class", "value"],
    ...report.rows.flatMap((row) => {
      const lead = [row.name, row.prediction, row.truth, row.kind];
      return [
        ...scores.filter(({ id }) => id in row.scores).map(({ id }) => [...lead, id, "", row.scores[id] ?? ""]),
        ...(row.classes ?? []).flatMap((entry, index) =>
          ofClass.map((id) => [...lead, id, classTitle(entry), row.perClass?.[id][index] ?? ""]),
        ),
      ];
    }),
  ]);
}
