import { classTitle } from "../core/labels/classes.js";
import { type PerClassId, perClass } from "../core/labels/scores.js";
import { scoresOf } from "./columns.js";
import type { Details } from "./details.js";
import { groupedNotes } from "./groupedNotes.js";
import { markdownTable } from "./markdownTable.js";
import { failureWithFile, type Report } from "./report.js";
import { shortNumber, withArrow } from "./scoreText.js";

/** A report as Markdown: the data set, then a row a pair, then what failed. */
export function toMarkdown(report: Report): string {
  const scores = scoresOf(report);
  const { failures, unmatched, summary } = report;
  const sections = [
    markdownTable(
      ["score", "macro", "95 % interval", "n", "excluded", "micro"],
      scores.map((score) => {
        const { id } = score;
        const macro = summary.macro[id];
        return [
          withArrow(score),
          shortNumber(macro?.mean),
          macro?.interval ? macro.interval.map(shortNumber).join(" to ") : "—",
          String(macro?.n ?? 0),
          String(macro?.excluded ?? 0),
          shortNumber(summary.micro[id]),
        ];
      }),
    ),
    rowsTable(report),
  ];
  const ofClasses = perClassTable(summary.labels);
  if (ofClasses) sections.push(ofClasses);
  const findings = report.rows.flatMap(({ name, diagnosis }) =>
    (diagnosis ?? []).map(({ title, sentence }) => [name, title, sentence]),
  );
  if (findings.length > 0) sections.push(markdownTable(["name", "finding", "evidence"], findings));
  const notes = groupedNotes(report);
  if (notes.length > 0)
    sections.push(
      markdownTable(
        ["notes"],
        notes.map((note) => [note]),
      ),
    );
  if (failures.length > 0) {
    sections.push(
      markdownTable(
        ["not scored", "reason"],
        failures.map((row) => [row.name, failureWithFile(row)]),
      ),
    );
  }
  const orphans = [
    ...unmatched.predictions.map((file) => [file, "no ground truth"]),
    ...unmatched.truth.map((file) => [file, "no prediction"]),
  ];
  if (orphans.length > 0) sections.push(markdownTable(["unmatched", ""], orphans));
  return `${sections.join("\n\n")}\n`;
}

/** The pairs of a report as a Markdown table: a row a pair, a column a score. */
export function rowsTable(report: Report): string {
  const scores = scoresOf(report);
  return markdownTable(
    ["name", ...scores.map(withArrow)],
    report.rows.map((row) => [nameOf(row), ...scores.map(({ id }) => shortNumber(row.scores[id]))]),
  );
}

/** The classes of all label maps together. */
function perClassTable(labels: Details | undefined): string | null {
  const { classes, perClass: scores } = labels ?? {};
  if (!classes || !scores) return null;
  const ids = Object.keys(perClass) as PerClassId[];
  return markdownTable(
    ["class", ...ids.map((id) => `${id} ↑`)],
    classes.map((entry, index) => [classTitle(entry), ...ids.map((id) => shortNumber(scores[id][index]))]),
  );
}

/** A prediction that was edited first does not go by its file's name alone. */
function nameOf({ name, edited }: Report["rows"][number]): string {
  return edited === undefined ? name : `${name} (edited: ${edited})`;
}
