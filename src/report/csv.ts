import { scoresOf } from "./columns.js";
import { failureText, type Report } from "./report.js";

const lead = ["name", "prediction", "truth", "width", "height", "kind"] as const;

/**
 * A report as CSV (RFC 4180, LF): a row a pair, a column a score id, full precision, empty where undefined.
 * Pairs that failed follow, with their reason in the last column.
 */
export function toCsv(report: Report): string {
  const ids = scoresOf(report).map(({ id }) => id);
  const lines = [
    [...lead, ...ids, "failure"],
    ...report.rows.map((row) => [...lead.map((key) => row[key]), ...ids.map((id) => row.scores[id] ?? ""), ""]),
    ...report.failures.map((row) => [row.name, row.file, ...blanks(lead.length - 2 + ids.length), failureText(row)]),
  ];
  return lines.map((cells) => `${cells.map(quote).join(",")}\n`).join("");
}

const blanks = (n: number): string[] => Array.from({ length: n }, () => "");

function quote(cell: string | number): string {
  const text = String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
