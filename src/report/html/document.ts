import type { EvidenceKind } from "../../core/evidence.js";
import { arrowOf, type Score } from "../../core/score.js";
import { scoresOf } from "../columns.js";
import { headlines, kindCounts, kindOfMost, kindTitles } from "../headlines.js";
import type { Report } from "../report.js";
import { shortNumber } from "../scoreText.js";
import type { Means } from "../summary.js";
import type { Pictures } from "./figure.js";
import { html, type Markup } from "./markup.js";
import { methodSection } from "./method.js";
import { htmlPage } from "./page.js";
import { classTable, failureTable, pairTable, present, summaryTable } from "./tables.js";
import { worstSection } from "./worst.js";

export interface HtmlOptions {
  /** What was scored, such as "unet-v2 against gt". */
  readonly title: string;
  /** When, in words; nothing where not given. */
  readonly date?: string;
  readonly pictures: Pictures;
}

/** How many scores stand in large figures at the top. */
const AT_TOP = 4;

/** A report as one HTML file that needs nothing else. */
export function toHtml(report: Report, { title, date, pictures }: HtmlOptions): string {
  const scores = scoresOf(report);
  const ranking = rankingScoreOf(report);
  const kinds = kindCounts(report.rows);
  const own = present(headlines[kindOfMost(report.rows)], scores);
  const headline = kinds.length > 1 ? topOfAll(kinds, scores) : own;
  const [classes, failures] = [classTable(report), failureTable(report)];
  const { rows } = report;
  const body = [
    html`<header>
<h1>${title}</h1>
<p class="quiet">${[`${rows.length} ${rows.length === 1 ? "pair" : "pairs"} scored`, ...(report.failures.length > 0 ? [`${report.failures.length} failed`] : []), ...(date === undefined ? [] : [date])].join(" · ")}</p>
${headlineLists(report, scores)}
</header>`,
    ...(failures
      ? [html`<section id="failures" aria-label="Not scored"><h2>Not scored</h2>${failures}</section>`]
      : []),
    ...(rows.length > 0 && ranking ? [worstSection(report, ranking, headline, pictures)] : []),
    html`<section aria-label="Scores"><h2>Scores</h2>${summaryTable(report, scores)}</section>`,
    ...(classes ? [html`<section aria-label="Classes"><h2>Classes</h2>${classes}</section>`] : []),
    html`<section aria-label="Pairs"><h2>Pairs</h2>${pairTable(report, headline, ranking)}</section>`,
    methodSection(report.settings, scores),
  ];
  return htmlPage(title, body);
}

/** The score that the worst pairs are chosen by: the usual one for the kind of masks, where the report has it. */
export function rankingScoreOf(report: Report): Score | undefined {
  return present(headlines[kindOfMost(report.rows)], scoresOf(report))[0];
}

type KindCounts = ReturnType<typeof kindCounts>;

const topOf = (kind: EvidenceKind, scores: readonly Score[]) => present(headlines[kind], scores).slice(0, AT_TOP);

/** What stands at the top of each kind, each score once. */
function topOfAll(kinds: KindCounts, scores: readonly Score[]): readonly Score[] {
  return Array.from(new Set(kinds.flatMap(([kind]) => topOf(kind, scores))));
}

/** The means in large figures; of each kind by itself where there are several. */
function headlineLists({ summary, rows }: Report, scores: readonly Score[]): Markup[] {
  const kinds = kindCounts(rows);
  if (kinds.length < 2) return [headlineList(summary, rows.length, topOf(kindOfMost(rows), scores))];
  return kinds.map(([kind, count]) => {
    const list = headlineList(summary.byKind?.[kind] ?? summary, count, topOf(kind, scores));
    return html`<p class="kind">${count} ${count === 1 ? "pair" : "pairs"} of ${kindTitles[kind]}</p>${list}`;
  });
}

function headlineList(summary: Means, pairs: number, scores: readonly Score[]): Markup {
  const over = (n: number) => `${n < pairs ? `${n} of ` : ""}${pairs} ${pairs === 1 ? "image" : "images"}`;
  const entries = scores.map((score) => {
    const { id, title } = score;
    const macro = summary.macro[id];
    const between = macro?.interval ? `95 %: ${macro.interval.map(shortNumber).join(" to ")}` : "";
    return html`<div><dt>${title} ${arrowOf(score)}</dt><dd><b>${shortNumber(macro?.mean)}</b>
<span class="quiet">${over(macro?.n ?? 0)}<br>${between}${between === "" ? null : html`<br>`}all pixels: ${shortNumber(summary.micro[id])}</span></dd></div>`;
  });
  return html`<dl class="headline" aria-label="Means over ${over(pairs)}">${entries}</dl>`;
}
