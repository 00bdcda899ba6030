import { jsonText } from "./jsonText.js";
import { failureText, type Report } from "./report.js";

/** The schema named in every file; its keys are a public contract. */
export const schema = "mask-inspector/scores@1";

/**
 * A report as JSON, ending in a newline. Undefined scores are null; a library's are "nan", "inf" or "raises". Indices of
 * `perClass` and `confusion` are those of `classes`; those of `perThreshold` stand for .50, .55 … .95.
 */
export function toJson(report: Report): string {
  return Array.from(jsonPieces(report)).join("");
}

/** The same text piece by piece, a pair each: of ten thousand pairs it need not be in memory at once. */
export function* jsonPieces(report: Report): Generator<string> {
  const { settings, rows, failures, unmatched, summary, conventions } = report;
  yield `{\n${entriesText({ schema, settings })},\n`;
  yield rows.length === 0 ? '  "pairs": [],\n' : '  "pairs": [\n';
  for (const [at, row] of rows.entries()) {
    yield `    ${jsonText(pairOf(row), "    ")}${at === rows.length - 1 ? "\n  ],\n" : ",\n"}`;
  }
  const rest = {
    failures: failures.map((failure) => {
      const { name, file, prediction, truth } = failure;
      return { name, file, reason: failureText(failure), prediction, truth };
    }),
    unmatched,
    summary: { ...summary, ...(conventions && { conventions: conventions.means }) },
  };
  yield `${entriesText(rest)}\n}\n`;
}

const entriesText = (entries: Readonly<Record<string, unknown>>): string =>
  Object.entries(entries)
    .map(([key, value]) => `  "${key}": ${jsonText(value, "  ")}`)
    .join(",\n");

function pairOf(row: Report["rows"][number]) {
  return {
    name: row.name,
    prediction: row.prediction,
    truth: row.truth,
    width: row.width,
    height: row.height,
    kind: row.kind,
    truthArea: row.truthArea,
    readAs: row.readAs,
    scores: row.scores,
    conventions: row.conventions,
    classes: row.classes,
    perClass: row.perClass,
    confusion: row.confusion,
    unlabelled: row.unlabelled,
    perThreshold: row.perThreshold,
    notes: row.notes,
    diagnosis: row.diagnosis,
    tallies: row.tallies,
  };
}
