import type { Score } from "../../core/score.js";
import { align } from "../align.js";
import { groupedNotes } from "../groupedNotes.js";
import { markdownTable } from "../markdownTable.js";
import { failureWithFile } from "../report.js";
import { titleWithArrow } from "../scoreText.js";
import { ARROWS } from "../terminal.js";
import type { Comparison } from "./comparison.js";
import { comparisonTables } from "./tables.js";
import { statisticsStated } from "./words.js";

/** A comparison as Markdown: the tables, then what is not in them, then how the numbers came about. */
export function comparisonMarkdown(comparison: Comparison, scores?: readonly Score[]): string {
  const tables = comparisonTables(comparison, scores, titleWithArrow).map(
    ({ title, head, rows }) => `## ${title}\n\n${markdownTable(head, rows)}`,
  );
  const left = leftOutLines(comparison);
  const notes = notesOfModels(comparison);
  return [
    ...tables,
    ...(left.length > 0 ? [`## Not in the tables\n\n${left.map((line) => `- ${line}`).join("\n")}`] : []),
    ...(notes.length > 0 ? [`## Notes\n\n${notes.map((line) => `- ${line}`).join("\n")}`] : []),
    [...Object.values(statisticsStated), `${ARROWS}.`].join(" "),
  ]
    .join("\n\n")
    .concat("\n");
}

/** The same for a terminal. */
export function comparisonTerminal(comparison: Comparison, scores?: readonly Score[]): string {
  const tables = comparisonTables(comparison, scores).flatMap(({ title, head, rows }) => {
    return [title, align([head, ...rows]), ""];
  });
  const left = leftOutLines(comparison);
  const notes = notesOfModels(comparison);
  return [
    ...tables,
    ...(left.length > 0 ? ["Not in the tables:", ...left.map((line) => `  ${line}`), ""] : []),
    ...(notes.length > 0 ? ["Notes:", ...notes.map((line) => `  ${line}`), ""] : []),
    ...Object.values(statisticsStated),
    `${ARROWS}.`,
  ]
    .join("\n")
    .concat("\n");
}

/** What many pairs of a model have to say, such as that truth and predictions may be swapped. */
export function notesOfModels({ models }: Comparison): string[] {
  return models.flatMap(({ name, report }) => groupedNotes(report).map((note) => `${name}, ${note}`));
}

/** What is in no table, with the reason. */
export function leftOutLines({ models, missing }: Comparison): string[] {
  return [
    ...missing.map(({ name, missingIn }) => `${name}: missing in ${missingIn.join(", ")}.`),
    ...models.flatMap(({ name: model, report }) =>
      report.failures.map((row) => `${model}, ${row.name}: ${failureWithFile(row)}`),
    ),
  ];
}
