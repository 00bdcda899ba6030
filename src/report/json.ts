import { failureText, type Report } from "./report.js";

/** The schema named in every file; its keys are a public contract. */
export const schema = "mask-inspector/scores@1";

/** A report as JSON, ending in a newline. Undefined scores are null. */
export function toJson({ settings, rows, failures, unmatched, summary }: Report): string {
  const document = {
    schema,
    settings,
    pairs: rows.map(({ name, prediction, truth, width, height, kind, readAs, scores, notes }) => ({
      name,
      prediction,
      truth,
      width,
      height,
      kind,
      readAs,
      scores,
      notes,
    })),
    failures: failures.map((failure) => ({ name: failure.name, file: failure.file, reason: failureText(failure) })),
    unmatched,
    summary,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
