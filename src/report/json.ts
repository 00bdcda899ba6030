import { failureText, type Report } from "./report.js";

/** The schema named in every file; its keys are a public contract. */
export const schema = "mask-inspector/scores@1";

/** A report as JSON, ending in a newline. Undefined scores are null; a library's are "nan", "inf" or "raises". */
export function toJson({ settings, rows, failures, unmatched, summary, conventions }: Report): string {
  const document = {
    schema,
    settings,
    pairs: rows.map(({ name, prediction, truth, width, height, kind, readAs, scores, notes, conventions: ofPair }) => ({
      name,
      prediction,
      truth,
      width,
      height,
      kind,
      readAs,
      scores,
      ...(ofPair && { conventions: ofPair }),
      notes,
    })),
    failures: failures.map((failure) => ({ name: failure.name, file: failure.file, reason: failureText(failure) })),
    unmatched,
    summary: { ...summary, ...(conventions && { conventions: conventions.means }) },
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
