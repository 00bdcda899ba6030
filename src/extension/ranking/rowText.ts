import { catalogue } from "../../core/catalogue.js";
import { areaMatters } from "../../core/guidance.js";
import { mainScores } from "../../core/mainScores.js";
import type { Score } from "../../core/score.js";
import type { TruthArea } from "../../report/details.js";
import { kindTitles } from "../../report/headlines.js";
import type { FailedRow } from "../../report/row.js";
import { shortNumber } from "../../report/scoreText.js";
import type { PairRow, Run } from "../run.js";
import { countFailures, type Ranking } from "./ranking.js";

/** Longer names would push the score out of a side bar of the usual width. */
const LONGEST_NAME = 26;

/** A name for the ranking, without its middle when it is long: what tells names apart is most often at their ends. */
export function shortName(name: string): string {
  const half = (LONGEST_NAME - 1) / 2;
  return name.length <= LONGEST_NAME ? name : `${name.slice(0, Math.floor(half))}…${name.slice(-Math.ceil(half))}`;
}

/** "0.6124" for a ratio, so that a column of them lines up; whole pixels as they are. */
export function scoreText(score: Score, value: number | null | undefined): string {
  if (value === null || value === undefined) return "—";
  return score.range[1] === Number.POSITIVE_INFINITY ? shortNumber(value) : value.toFixed(4);
}

/** What a screen reader says for a pair. */
export function spokenPair(pair: PairRow, score: Score): string {
  const value = pair.scores[score.id] ?? null;
  const none = score.kinds.includes(pair.kind) ? "undefined" : `is not for ${kindTitles[pair.kind]}`;
  return `${pair.name}, ${score.title} ${value === null ? none : scoreText(score, value)}`;
}

export function spokenFailure({ name, reason, remedy }: FailedRow): string {
  return `${name}, not scored: ${reason} ${remedy}`;
}

/** Markdown: the main scores, the size, how large the truth is and how the files were read. */
export function pairTooltip(pair: PairRow, ranking: Score): string {
  const shown = catalogue.filter(
    ({ id }) => (id === ranking.id && id in pair.scores) || mainScores[pair.kind].includes(id),
  );
  const table = [
    `| ${escapeMarkdown(pair.name)} | |`,
    "| :-- | --: |",
    ...shown.map((score) => `| ${score.title} | ${scoreText(score, pair.scores[score.id])} |`),
    ...(pair.truthArea ? [`| Truth area | ${areaText(pair.truthArea)} |`] : []),
    `| Size | ${pair.width} × ${pair.height} |`,
  ].join("\n");
  const read = `Prediction: ${escapeMarkdown(pair.readAs.prediction)}  \nGround truth: ${escapeMarkdown(pair.readAs.truth)}`;
  const area = pair.truthArea ? [areaMatters] : [];
  return [table, read, ...area, ...pair.notes].map((part, i) => (i < 2 ? part : escapeMarkdown(part))).join("\n\n");
}

/** "1,234 px, 12.3 %". */
function areaText({ pixels, counted }: TruthArea): string {
  const share = counted > 0 ? `, ${((100 * pixels) / counted).toFixed(1)} %` : "";
  return `${pixels.toLocaleString("en-US")} px${share}`;
}

/** Markdown. */
export function failureTooltip({ file, reason, remedy }: FailedRow): string {
  return [`\`${file.replaceAll("`", "")}\``, `**${escapeMarkdown(reason)}**`, escapeMarkdown(remedy)].join("\n\n");
}

/** "12 pairs"; "2 of 4 pairs" where the mean beside it is of those alone. */
function pairsText(counted: number, pairs: number): string {
  const all = `${pairs} ${pairs === 1 ? "pair" : "pairs"}`;
  return counted === pairs ? all : `${counted} of ${all}`;
}

/** "IoU (Jaccard) 0.8421 · 12 pairs · 4 failed · 1 without partner": the line above the ranking. */
export function summaryText({ score, pairs, failures, mean, counted }: Ranking, state: Run["state"]): string {
  const { failed, alone } = countFailures(failures);
  return [
    `${score.title} ${scoreText(score, mean)}`,
    pairsText(counted, pairs.length),
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(alone > 0 ? [`${alone} without partner`] : []),
    ...(state === "cancelled" ? ["cancelled"] : []),
  ].join(" · ");
}

export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!|<>~]/g, "\\$&").replace(/\s+/g, " ");
}
