import { scoreById } from "../core/catalogue.js";
import type { Score } from "../core/score.js";
import { scoresOf, shortNumber } from "./columns.js";
import { worstFirst } from "./ranking.js";
import { failureText, type Report } from "./report.js";

/** What a person wants of a pair at a glance, where the report has it. */
const headline = ["iou", "mean_iou", "dice", "bce", "focal", "weighted_bce_dice", "lovasz_softmax", "object_f1"];

/** How many of the worst pairs are listed; the rest are in the CSV and JSON. */
const most = 40;

/** A report for a terminal: the worst pairs first, then the data set, then what could not be scored. */
export function toTerminal(report: Report): string {
  const available = scoresOf(report);
  const columns = headline.flatMap((id) => available.filter((score) => score.id === id));
  return [
    pairTable(report, columns),
    ...(report.conventions?.lines ?? []),
    ...failureLines(report),
    ...unmatchedLines(report),
  ]
    .join("\n")
    .concat("\n");
}

function pairTable({ rows, summary }: Report, columns: readonly Score[]): string {
  const rank = columns[0] ?? scoreById("iou");
  const worst = worstFirst(rows, rank).slice(0, most);
  const lines = [
    ["pair", ...columns.map(({ id }) => id)],
    ...worst.map((row) => [row.name, ...columns.map(({ id }) => shortNumber(row.scores[id]))]),
    ["macro (mean of images)", ...columns.map(({ id }) => shortNumber(summary.macro[id]?.mean))],
    ["micro (all pixels)", ...columns.map(({ id }) => shortNumber(summary.micro[id]))],
  ];
  const hidden = rows.length - worst.length;
  const excluded = columns
    .map(({ id }) => ({ id, n: summary.macro[id]?.excluded ?? 0 }))
    .filter(({ n }) => n > 0)
    .map(({ id, n }) => `${id} ${n}`);
  const notes = [
    `${rows.length} ${rows.length === 1 ? "pair" : "pairs"}, worst ${rank.id} first`,
    ...(hidden > 0 ? [`${hidden} more in --csv or --json`] : []),
    ...(excluded.length > 0 ? [`excluded from macro as undefined: ${excluded.join(", ")}`] : []),
  ];
  return `${align(lines)}\n\n${notes.join("; ")}.`;
}

/** Names to the left, numbers to the right, a rule below the head and above the summary. */
function align(lines: ReadonlyArray<readonly string[]>): string {
  const widths = lines[0].map((_, column) => Math.max(...lines.map((cells) => cells[column].length)));
  const text = lines.map((cells) =>
    cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join("  "),
  );
  const rule = "─".repeat(text[0].length);
  return [text[0], rule, ...text.slice(1, -2), rule, ...text.slice(-2)].join("\n");
}

function failureLines({ failures }: Report): string[] {
  if (failures.length === 0) return [];
  return ["", `${failures.length} not scored:`, ...failures.map((row) => `  ${row.name}: ${failureText(row)}`)];
}

function unmatchedLines({ unmatched: { predictions, truth } }: Report): string[] {
  const list = (files: readonly string[], what: string) =>
    files.length === 0 ? [] : ["", `${files.length} ${what}:`, ...files.slice(0, most).map((file) => `  ${file}`)];
  return [
    ...list(predictions, "predictions without ground truth"),
    ...list(truth, "ground-truth files without prediction"),
  ];
}
