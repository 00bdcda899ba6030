import { regionColours, regionTitles } from "../../core/maps/regions.js";
import { arrowOf, type Score } from "../../core/score.js";
import { shortTitle } from "../../core/shortTitle.js";
import { worstFirst } from "../ranking.js";
import type { Report } from "../report.js";
import { shortNumber } from "../scoreText.js";
import { framed, type Pictures } from "./figure.js";
import { html, type Markup } from "./markup.js";

/** How many pairs are shown with their picture. */
export const WORST = 12;

/** The worst pairs by a score; those where it is undefined are none of them. */
export function worstRows(report: Pick<Report, "rows">, score: Score): ReadonlyArray<Report["rows"][number]> {
  return worstFirst(rowsWith(report, score), score).slice(0, WORST);
}

function rowsWith({ rows }: Pick<Report, "rows">, score: Score): ReadonlyArray<Report["rows"][number]> {
  return rows.filter(({ scores }) => typeof scores[score.id] === "number");
}

/** The worst pairs as pictures of their errors, and what the colours mean. */
export function worstSection(report: Report, score: Score, others: readonly Score[], pictures: Pictures): Markup {
  const rows = worstRows(report, score);
  const beside = others.filter(({ id }) => id !== score.id).slice(0, 2);
  const figures = rows.map((row) => {
    const value = shortNumber(row.scores[score.id]);
    const more = beside.map(
      (other) => html`<span title="${other.title}">${nameOf(other)} ${shortNumber(row.scores[other.id])}</span>`,
    );
    return html`<li><figure>
${framed(pictures.get(row.prediction), `Errors of ${row.name}`)}
<figcaption><b title="${row.name}">${row.name}</b><span class="main">${nameOf(score)} ${value}</span>${more}</figcaption>
</figure></li>`;
  });
  return html`<section aria-labelledby="worst">
<h2 id="worst">${titleOf(rows.length, rowsWith(report, score).length, report.rows.length)} by ${score.title} ${arrowOf(score)}</h2>
${legend(rows.map(({ kind }) => kind))}
<ol class="worst">
${figures}
</ol>
</section>`;
}

const nameOf = (score: Score) => `${shortTitle(score.title)} ${arrowOf(score)}`;

/** @param own pairs that have the score: the others are neither worse nor better. */
function titleOf(shown: number, own: number, all: number): string {
  const which = own < all ? `${own} that have it` : String(own);
  return shown < own ? `The worst ${shown} of ${which}` : `All ${which}, the worst first`;
}

/** The same of class maps, whose class 0 counts as background. */
const classTitles = { tp: "Right class", fp: "Wrong class", fn: "Class 0 instead" } as const;

/** What the colours of the pictures mean. */
export function legend(kinds: ReadonlyArray<Report["rows"][number]["kind"]>): Markup {
  const entry = (region: "tp" | "fp" | "fn", title: string) =>
    html`<li><svg width="14" height="14" aria-hidden="true"><rect width="14" height="14" fill="rgb(${regionColours[region].join(" ")})"/>${markOf(region)}</svg>${title}</li>`;
  const titles = kinds.every((kind) => kind === "labels") ? classTitles : regionTitles;
  const entries = (["tp", "fp", "fn"] as const).map((region) => entry(region, titles[region]));
  return html`<ul class="legend">${entries}</ul>`;
}

/** Lines on false positives and dots on false negatives, as in the pictures. */
function markOf(region: "tp" | "fp" | "fn"): Markup | null {
  if (region === "fp") return html`<path d="M0 8L8 0M0 14L14 0M6 14L14 6" stroke="rgb(101 46 12)" stroke-width="1.5"/>`;
  if (region === "fn") return html`<path d="M2 2h2v2h-2zM8 6h2v2h-2zM3 10h2v2h-2z" fill="rgb(223 237 249)"/>`;
  return null;
}
