import { scoreById } from "../../core/catalogue.js";
import { classTitle } from "../../core/labels/classes.js";
import { type PerClassId, perClass } from "../../core/labels/scores.js";
import { arrowOf, type Score } from "../../core/score.js";
import { worstFirst } from "../ranking.js";
import { failureWithFile, type Report } from "../report.js";
import { shortNumber, withArrow } from "../scoreText.js";
import { distribution } from "./distribution.js";
import { html, type Markup } from "./markup.js";
import { type Cell, type Column, tableOf } from "./table.js";

const number = (value: number | null | undefined): Cell => ({ content: shortNumber(value), value: value ?? null });
const text = (content: string): Cell => ({ content });
const numbers = (...titles: readonly string[]): Column[] => titles.map((title) => ({ title, isNumber: true }));

/** Every score of the data set: mean over images with its interval, all pixels together, and how it is spread. */
export function summaryTable({ rows, summary }: Report, scores: readonly Score[]): Markup {
  const body = scores.map((score): Cell[] => {
    const macro = summary.macro[score.id];
    const values = rows.flatMap(({ scores: own }) => own[score.id] ?? []).filter(Number.isFinite);
    return [
      { content: html`${score.title} <span class="id">${score.id}</span>` },
      text(arrowOf(score)),
      number(macro?.mean),
      number(macro?.interval?.[0]),
      number(macro?.interval?.[1]),
      number(macro?.n ?? 0),
      number(macro?.excluded ?? 0),
      number(summary.micro[score.id]),
      { content: distribution(values, score) },
    ];
  });
  const columns: Column[] = [
    { title: "score" },
    { title: "better", hint: "↑ higher is better, ↓ lower is better" },
    { title: "mean", isNumber: true, hint: "mean over the images where the score is defined" },
    ...numbers("95 % from", "to", "n"),
    { title: "excluded", isNumber: true, hint: "images where the score is undefined" },
    { title: "all pixels", isNumber: true, hint: "the score of all pixels, or objects, together" },
    { title: "distribution" },
  ];
  return tableOf("All scores of the data set", columns, body);
}

/** Every pair, the worst first; the script sorts otherwise. @param ranking nothing where the report has no such score. */
export function pairTable({ rows }: Report, scores: readonly Score[], ranking: Score | undefined): Markup {
  const columns: Column[] = [
    { title: "pair" },
    ...scores.map((score) => ({
      title: withArrow(score),
      isNumber: true,
      hint: `${score.title}, ${score.better} is better`,
    })),
    { title: "size", isNumber: true },
  ];
  const body = (ranking ? worstFirst(rows, ranking) : rows).map((row): Cell[] => [
    text(row.name),
    ...scores.map(({ id }) => number(row.scores[id])),
    { content: `${row.width} × ${row.height}`, value: row.width * row.height },
  ]);
  const order = ranking ? `, the worst ${ranking.title} first` : "";
  return tableOf(`${rows.length} ${rows.length === 1 ? "pair" : "pairs"}${order}`, columns, body, { sortable: true });
}

/** The classes of all label maps together; those that occur nowhere are left out. Null without label maps. */
export function classTable({ summary: { labels } }: Report): Markup | null {
  const { classes, perClass: scores } = labels ?? {};
  if (!classes || !scores) return null;
  const ids = Object.keys(perClass) as PerClassId[];
  const body = classes.flatMap((entry, index): Cell[][] =>
    scores.iou[index] == null ? [] : [[text(classTitle(entry)), ...ids.map((id) => number(scores[id][index]))]],
  );
  return tableOf(
    "Classes, all pixels together",
    [{ title: "class" }, ...numbers(...ids.map((id) => `${id} ↑`))],
    body,
    { sortable: true },
  );
}

/** What could not be scored, with the reason and what to do. Null where all could. */
export function failureTable({ failures, unmatched }: Report): Markup | null {
  const body = [
    ...failures.map((row) => [text(row.name), text(failureWithFile(row))]),
    ...unmatched.predictions.map((file) => [text(file), text("No ground truth.")]),
    ...unmatched.truth.map((file) => [text(file), text("No prediction.")]),
  ];
  return body.length === 0
    ? null
    : tableOf(`${body.length} not scored`, [{ title: "file" }, { title: "reason" }], body);
}

/** Which scores stand at the top: `ids` where the report has them. */
export function present(ids: readonly string[], scores: readonly Score[]): readonly Score[] {
  return ids.map(scoreById).filter((score) => scores.includes(score));
}
