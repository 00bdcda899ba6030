import { bootstrap } from "../../core/bootstrap.js";
import { guidanceFor } from "../../core/guidance.js";
import type { Score } from "../../core/score.js";
import type { Settings } from "../../core/settings.js";
import { html, type Markup } from "./markup.js";

/** How the numbers came about: settings, intervals, and the definition of every score in words. */
export function methodSection(settings: Settings, scores: readonly Score[]): Markup {
  const { preset, threshold, kernel, ignore, kind, emptyPolicy, spacing = [1, 1], matchIou = 0.5 } = settings;
  const facts: ReadonlyArray<readonly [string, string]> = [
    ["convention", preset],
    ["foreground", `p > ${threshold}`],
    ["boundary-weight window", `${kernel} px`],
    ["left-out truth value", ignore === null ? "none" : String(ignore)],
    ["masks read as", kind],
    ["size of a pixel", spacing.join(" × ")],
    ["objects match at IoU >", String(matchIou)],
    ["undefined scores in the mean", { exclude: "left out", one: "count 1", zero: "count 0" }[emptyPolicy]],
  ];
  const definitions = scores.map(
    ({ id, title, source, empty }) => html`<dt>${title} <span class="id">${id}</span></dt>
<dd>${guidanceFor(id).words} Empty masks: ${empty}. <span class="source">${source}</span></dd>`,
  );
  return html`<section aria-labelledby="method">
<h2 id="method">How the numbers came about</h2>
<dl class="facts">${facts.map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}</dl>
<p>Intervals are ${Math.round(100 * bootstrap.level)} % percentile bootstrap intervals of the mean over images: ${bootstrap.resamples.toLocaleString("en-US")} resamples, seed ${bootstrap.seed}. All arithmetic is in double precision.</p>
<details><summary>Definitions of the ${scores.length} scores</summary>
<dl class="definitions">
${definitions}
</dl></details>
</section>`;
}
