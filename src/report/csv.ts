import { classColumns } from "./classColumns.js";
import { scoresOf } from "./columns.js";
import { conventionColumns } from "./conventionTable.js";
import { csvText } from "./csvText.js";
import { failureWithFile, type Report } from "./report.js";
import type { LoneFile, Unmatched } from "./row.js";

const lead = ["name", "prediction", "truth", "width", "height", "kind"] as const;

/**
 * A report as CSV (RFC 4180, LF): a row a pair, a column a score id, full precision, empty where undefined.
 * `truth_area` counts the foreground pixels of a binary ground truth. Label maps add columns `iou[class]`, `dice[class]`, `precision[class]` and `recall[class]` for every class that occurs.
 * `edited` says what was done to a prediction before it was scored; the column is there only where something was.
 * Conventions, where they were asked for, are columns `id@convention`: a number, nan, inf or raises.
 * Pairs that failed and files without a partner follow, with the reason in the last column: `name`, `prediction` and `truth`
 * have the form that they have in the rows of pairs.
 */
export function toCsv(report: Report): string {
  return csvText(csvLines(report));
}

/** The lines of {@link toCsv}, each made as it is asked for. */
export function* csvLines(report: Report): Generator<ReadonlyArray<string | number>> {
  const ids = scoresOf(report).map(({ id }) => id);
  const compared = conventionColumns(report.rows.flatMap(({ conventions }) => (conventions ? [conventions] : [])));
  const ofClasses = classColumns(report.rows);
  const edited = report.rows.some((row) => row.edited !== undefined) ? ["edited" as const] : [];
  const columns = 1 + ids.length + ofClasses.length + compared.length + edited.length;
  yield [
    ...lead,
    "truth_area",
    ...ids,
    ...ofClasses.map(({ title }) => title),
    ...compared.map((column) => column.join("@")),
    ...edited,
    "failure",
  ];
  for (const row of report.rows) {
    const { scores } = row;
    yield [
      ...lead.map((key) => row[key]),
      row.truthArea?.pixels ?? "",
      ...ids.map((id) => scores[id] ?? ""),
      ...ofClasses.map(({ cellOf }) => cellOf(row) ?? ""),
      ...compared.map(([id, label]) => row.conventions?.[id]?.[label] ?? ""),
      ...edited.map((key) => row[key] ?? ""),
      "",
    ];
  }
  for (const row of report.failures) {
    const { name, file, prediction = file, truth = "" } = row;
    yield [name, prediction, truth, ...blanks(lead.length - 3 + columns), failureWithFile(row)];
  }
  for (const { name, prediction, truth } of report.alone ?? namedByFile(report.unmatched)) {
    const failure = truth === "" ? "No ground truth." : "No prediction.";
    yield [name, prediction, truth, ...blanks(lead.length - 3 + columns), failure];
  }
}

/** Where no more is known than what a file of scores holds. */
function namedByFile({ predictions, truth }: Unmatched): LoneFile[] {
  return [
    ...predictions.map((file) => ({ name: file, prediction: file, truth: "" })),
    ...truth.map((file) => ({ name: file, prediction: "", truth: file })),
  ];
}

const blanks = (n: number): string[] => Array.from({ length: n }, () => "");
