import { bootstrap } from "../core/bootstrap.js";
import { isLibrary } from "../core/conventions/index.js";
import type { EvidenceKind } from "../core/evidence.js";
import { classTitle } from "../core/labels/classes.js";
import { type PerClassId, perClass } from "../core/labels/scores.js";
import type { Score } from "../core/score.js";
import { align, columnsThatFit } from "./align.js";
import { headlineColumns } from "./columns.js";
import type { Details } from "./details.js";
import { groupedNotes } from "./groupedNotes.js";
import { kindTitles } from "./headlines.js";
import { printable } from "./printable.js";
import { worstFirst } from "./ranking.js";
import { failureWithFile, type Report } from "./report.js";
import { shortNumber, withArrow } from "./scoreText.js";
import type { Means } from "./summary.js";

const kinds: readonly EvidenceKind[] = ["binary", "labels", "objects"];

/** How many of the worst pairs are listed; the rest are in the CSV and JSON. */
const most = 40;

/** What the arrows beside the names of scores say. */
export const ARROWS = "↑ higher is better, ↓ lower";

/**
 * A report for a terminal: the worst pairs of each kind first, then the data set, then what could not be scored.
 * @param width cells in a line: scores that do not fit are left out. All are shown where not given.
 */
export function toTerminal(report: Report, width = Number.POSITIVE_INFINITY): string {
  const present = kinds.filter((kind) => report.rows.some((row) => row.kind === kind));
  return [
    ...(present.length > 1
      ? mixed(report, present, width)
      : present.map((kind) => pairTable(report, kind, report.summary, width))),
    ...classTable(report.summary.labels),
    ...(report.conventions?.lines ?? []),
    ...noteLines(report),
    ...diagnosisLines(report),
    ...failureLines(report),
    ...unmatchedLines(report),
  ]
    .join("\n")
    .concat("\n");
}

/** A table a kind: their scores differ, and so do their sums. */
function mixed(report: Report, present: readonly EvidenceKind[], width: number): string[] {
  const counts = present.map((kind) => {
    const { length } = report.rows.filter((row) => row.kind === kind);
    return `${length} ${length === 1 ? "pair" : "pairs"} of ${kindTitles[kind]}`;
  });
  return [
    `Read as ${counts.join(", ")}: --kind reads all as one kind.`,
    ...present.flatMap((kind) => {
      const rows = report.rows.filter((row) => row.kind === kind);
      const means = report.summary.byKind?.[kind] ?? report.summary;
      return ["", pairTable({ ...report, rows }, kind, means, width)];
    }),
  ];
}

function pairTable(report: Report, kind: EvidenceKind, means: Means, width: number): string {
  const { rows } = report;
  const columns = headlineColumns(report, kind);
  /** How much one pixel weighs in the score of an image depends on it. */
  const area = (cell: string) => (kind === "binary" ? [cell] : []);
  const rank = columns[0];
  const worst = (rank ? worstFirst(rows, rank) : rows).slice(0, most);
  const lines = [
    ["pair", ...area("truth px"), ...columns.map(withArrow)],
    ...worst.map((row) => [
      row.name,
      ...area(shortNumber(row.truthArea?.pixels)),
      ...columns.map(({ id }) => shortNumber(row.scores[id])),
    ]),
    ["macro (mean of images)", ...area(""), ...columns.map(({ id }) => shortNumber(means.macro[id]?.mean))],
    ...(rows.length < 2 ? [] : intervalLines(columns, means, area(""))),
    [
      kind === "objects" ? "micro (all objects)" : "micro (all pixels)",
      ...area(""),
      ...columns.map(({ id }) => shortNumber(means.micro[id])),
    ],
  ];
  const { emptyPolicy } = report.settings;
  const hidden = rows.length - worst.length;
  const fitting = columnsThatFit(lines, width, 1 + area("").length + Math.min(1, columns.length));
  const cut = lines[0].length - fitting;
  const excluded = columns
    .map(({ id }) => ({ id, n: means.macro[id]?.excluded ?? 0 }))
    .filter(({ n }) => n > 0)
    .map(({ id, n }) => `${id} ${n}`);
  const notes = [
    `${rows.length} ${rows.length === 1 ? "pair" : "pairs"}${rank ? `, worst ${rank.id} first` : ""}`,
    ...(rank ? [ARROWS] : [noneOf(report, kind)]),
    ...(hidden > 0 ? [`${hidden} more in --csv or --json`] : []),
    ...(cut > 0 ? [`${cut} more ${cut === 1 ? "score" : "scores"} on a wider terminal, all in --csv and --json`] : []),
    ...(excluded.length > 0 ? [`excluded from macro as undefined: ${excluded.join(", ")}`] : []),
    ...(emptyPolicy === "exclude" ? [] : [`undefined scores count as ${emptyPolicy === "one" ? 1 : 0} in macro`]),
  ];
  return `${align(
    lines.map((cells) => cells.slice(0, fitting)),
    rows.length < 2 ? 2 : 4,
  )}\n\n${notes.join("; ")}.`;
}

function noneOf({ settings: { preset } }: Report, kind: EvidenceKind): string {
  return isLibrary(preset)
    ? `${preset} has none of the scores asked for`
    : `${kindTitles[kind]} have none of the scores asked for`;
}

/** Between which bounds the macro mean lies, as far as these images tell. */
function intervalLines(columns: readonly Score[], means: Means, blank: readonly string[]): string[][] {
  const bound = (which: 0 | 1) => columns.map(({ id }) => shortNumber(means.macro[id]?.interval?.[which]));
  const percent = Math.round(100 * bootstrap.level);
  return [
    [`  ${percent} % from (bootstrap)`, ...blank, ...bound(0)],
    [`  ${percent} % to`, ...blank, ...bound(1)],
  ];
}

/** The classes of all label maps together; those that occur nowhere are left out. */
function classTable(labels: Details | undefined): string[] {
  const { classes, perClass: scores } = labels ?? {};
  if (!classes || !scores) return [];
  const ids = Object.keys(perClass) as PerClassId[];
  const lines = classes.flatMap((entry, index) =>
    scores.iou[index] == null ? [] : [[classTitle(entry), ...ids.map((id) => shortNumber(scores[id][index]))]],
  );
  if (lines.length > most) return ["", `${lines.length} classes: their values are in --csv and --json.`];
  return lines.length === 0 ? [] : ["", align([["class (all pixels)", ...ids.map((id) => `${id} ↑`)], ...lines])];
}

/** What is wrong with the pairs, where that was asked for. */
function diagnosisLines({ rows }: Report): string[] {
  const found = rows.filter(({ diagnosis }) => diagnosis && diagnosis.length > 0);
  if (!rows.some(({ diagnosis }) => diagnosis)) return [];
  if (found.length === 0) return ["", "Diagnosis: nothing stands out."];
  const lines = found.flatMap(({ name, diagnosis = [] }) => [
    `  ${printable(name)}`,
    ...diagnosis.map(({ title, sentence }) => `    ${title}: ${sentence}`),
  ]);
  return ["", `Diagnosis (${found.length}):`, ...lines];
}

function noteLines(report: Report): string[] {
  const notes = groupedNotes(report);
  return notes.length === 0 ? [] : ["", "Notes:", ...notes.map((note) => `  ${printable(note)}`)];
}

function failureLines({ failures }: Report): string[] {
  if (failures.length === 0) return [];
  return ["", `Not scored (${failures.length}):`, ...failures.map((row) => `  ${printable(failureWithFile(row))}`)];
}

function unmatchedLines({ unmatched: { predictions, truth } }: Report): string[] {
  const list = (files: readonly string[], what: string) =>
    files.length === 0
      ? []
      : ["", `Without ${what} (${files.length}):`, ...files.slice(0, most).map((file) => `  ${printable(file)}`)];
  return [...list(predictions, "ground truth"), ...list(truth, "prediction")];
}
