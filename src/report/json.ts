import { jsonText } from "./jsonText.js";
import { failureText, type Report } from "./report.js";

/** The schema named in every file; its keys are a public contract. */
export const schema = "mask-inspector/scores@1";

/**
 * A report as JSON, ending in a newline. Undefined scores are null; a library's are "nan", "inf" or "raises". Indices of
 * `perClass` and `confusion` are those of `classes`; those of `perThreshold` stand for .50, .55 … .95.
 */
export function toJson({ settings, rows, failures, unmatched, summary, conventions }: Report): string {
  const document = {
    schema,
    settings,
    pairs: rows.map((row) => ({
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
    })),
    failures: failures.map((failure) => ({ name: failure.name, file: failure.file, reason: failureText(failure) })),
    unmatched,
    summary: { ...summary, ...(conventions && { conventions: conventions.means }) },
  };
  return `${jsonText(document)}\n`;
}
