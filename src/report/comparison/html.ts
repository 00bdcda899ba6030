import type { Score } from "../../core/score.js";
import { framed, type Pictures } from "../html/figure.js";
import { html, type Markup } from "../html/markup.js";
import { htmlPage } from "../html/page.js";
import { type Cell, tableOf } from "../html/table.js";
import { legend } from "../html/worst.js";
import { shortNumber, titleWithArrow } from "../scoreText.js";
import { ARROWS } from "../terminal.js";
import type { Comparison } from "./comparison.js";
import { picturedRegressions } from "./regressions.js";
import { comparisonTables, headlineScores, signedNumber, type Table } from "./tables.js";
import { leftOutLines, notesOfModels } from "./text.js";
import { statisticsStated } from "./words.js";

export interface ComparisonHtmlOptions {
  /** What the tables show; the usual ones where not given. */
  readonly scores?: readonly Score[];
  /** When, in words; nothing where not given. */
  readonly date?: string;
  readonly pictures: Pictures;
}

/** A comparison as one HTML file that needs nothing else, for whoever has no VS Code. */
export function comparisonHtml(
  comparison: Comparison,
  { scores = headlineScores(comparison), date, pictures }: ComparisonHtmlOptions,
): string {
  const { models, images } = comparison;
  const [baseline, ...challengers] = models.map(({ name }) => name);
  const title = `${challengers.join(", ")} against ${baseline ?? ""}`;
  const [ranking] = scores;
  const facts = [
    `${images.length} shared ${images.length === 1 ? "image" : "images"}`,
    `ground truth ${comparison.truth}`,
    ...(date === undefined ? [] : [date]),
  ];
  return htmlPage(title, [
    html`<header><h1>${title}</h1>
<p class="quiet">${facts.join(" · ")}</p></header>`,
    ...comparisonTables(comparison, scores, titleWithArrow).map(tableSection),
    ...(ranking ? challengers.map((_, i) => regressionSection(comparison, ranking, i + 1, pictures)) : []),
    ...(ranking ? [imageSection(comparison, ranking)] : []),
    ...listSection("Not in the tables", leftOutLines(comparison)),
    ...listSection("Notes", notesOfModels(comparison)),
    html`<section><h2>How the numbers came about</h2>
${[...Object.values(statisticsStated), `${ARROWS}.`].map((line) => html`<p>${line}</p>`)}</section>`,
  ]);
}

const words: readonly string[] = ["score", "model", "verdict", "image"];

function tableSection({ title, head, rows }: Table): Markup {
  const columns = head.map((name) => ({ title: name, isNumber: !words.includes(name) }));
  const body = rows.map((row) => row.map((content): Cell => ({ content })));
  return html`<section><h2>${title}</h2>
${tableOf(title, columns, body, { captioned: false })}</section>`;
}

/** The errors of both models on the images that got worst. */
function regressionSection(comparison: Comparison, score: Score, model: number, pictures: Pictures): Markup {
  const { models, images } = comparison;
  const [before, after] = [models[0].name, models[model].name];
  const changes = picturedRegressions(comparison, score, model);
  const title = `${after}: the images that got worst in ${titleWithArrow(score)}`;
  if (changes.length === 0) return html`<section><h2>${title}</h2><p>None got worse than with ${before}.</p></section>`;
  const figures = changes.map(({ image }) => {
    const { name, rows } = images[image];
    const side = (place: number, letter: string) =>
      html`<div>${framed(pictures.get(rows[place].prediction), `Errors of ${models[place].name} on ${name}`)}
<span class="quiet">${letter} ${models[place].name}</span> <span class="main">${shortNumber(rows[place].scores[score.id])}</span></div>`;
    const difference = (rows[model].scores[score.id] ?? 0) - (rows[0].scores[score.id] ?? 0);
    return html`<li><figure><figcaption><b title="${name}">${name}</b><span class="main">${signedNumber(difference)}</span></figcaption>
<div class="duo">${side(0, "A")}${side(model, "B")}</div></figure></li>`;
  });
  return html`<section><h2>${title}</h2>
${legend(images.map(({ rows }) => rows[0].kind))}
<ol class="worst regressions">
${figures}
</ol></section>`;
}

/** Every shared image with the value of each model; the script sorts. */
function imageSection({ models, images }: Comparison, score: Score): Markup {
  const columns = [{ title: "image" }, ...models.map(({ name }) => ({ title: name, isNumber: true }))];
  const body = images.map(({ name, rows }): Cell[] => [
    { content: name },
    ...rows.map(({ scores }): Cell => ({ content: shortNumber(scores[score.id]), value: scores[score.id] ?? null })),
  ]);
  const title = `Image by image, ${titleWithArrow(score)}`;
  return html`<section><h2>${title}</h2>
${tableOf(title, columns, body, { sortable: true, captioned: false })}</section>`;
}

function listSection(title: string, lines: readonly string[]): Markup[] {
  if (lines.length === 0) return [];
  return [html`<section><h2>${title}</h2><ul>${lines.map((line) => html`<li>${line}</li>`)}</ul></section>`];
}
