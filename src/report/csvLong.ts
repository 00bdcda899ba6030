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
  return csvText(longCsvLines(report));
}

/** The lines of {@link toLongCsv}, each made as it is asked for. */
export function* longCsvLines(report: Report): Generator<ReadonlyArray<string | number>> {
  const ids = scoresOf(report).map(({ id }) => id);
  const ofClass = Object.keys(perClass) as PerClassId[];
  yield ["name", "prediction", "truth", "kind", "score", "class", "value"];
  for (const { name, prediction, truth, kind, scores, classes = [], perClass: values } of report.rows) {
    const lead = [name, prediction, truth, kind];
    for (const id of ids) if (id in scores) yield [...lead, id, "", scores[id] ?? ""];
    for (const [index, entry] of classes.entries()) {
      for (const id of ofClass) yield [...lead, id, classTitle(entry), values?.[id][index] ?? ""];
    }
  }
}
