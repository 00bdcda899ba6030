import { classColumns } from "./classColumns.js";
import { scoresOf } from "./columns.js";
import { conventionColumns } from "./conventionTable.js";
import { csvText } from "./csvText.js";
import { failureText, type Report } from "./report.js";

const lead = ["name", "prediction", "truth", "width", "height", "kind"] as const;

/**
 * A report as CSV (RFC 4180, LF): a row a pair, a column a score id, full precision, empty where undefined.
 * `truth_area` counts the foreground pixels of a binary ground truth. Label maps add columns `iou[class]`, `dice[class]`, `precision[class]` and `recall[class]` for every class that occurs.
 * `edited` says what was done to a prediction before it was scored; the column is there only where something was.
 * Conventions, where they were asked for, are columns `id@convention`: a number, nan, inf or raises.
 * Pairs that failed and files without a partner follow, with the reason in the last column.
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
    yield [row.name, row.file, ...blanks(lead.length - 2 + columns), failureText(row)];
  }
  for (const file of report.unmatched.predictions) {
    yield [file, file, ...blanks(lead.length - 2 + columns), "No ground truth."];
  }
  for (const file of report.unmatched.truth) {
    yield [file, "", file, ...blanks(lead.length - 3 + columns), "No prediction."];
  }
}

const blanks = (n: number): string[] => Array.from({ length: n }, () => "");
