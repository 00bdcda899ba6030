import type { EvidenceKind } from "../../core/evidence.js";
import type { Score } from "../../core/score.js";
import { scoreThatRanks } from "../ranking/ranking.js";
import { escapeMarkdown, scoreText } from "../ranking/rowText.js";
import type { RunHead } from "./runHead.js";

/** The score whose mean stands for a run: the one that ranks, or the usual one of its kind of masks. */
export function headlineScore({ kinds }: Pick<RunHead, "kinds">, chosen: Score): Score {
  const most = Object.entries(kinds).sort(([, a], [, b]) => b - a) as Array<[EvidenceKind, number]>;
  return scoreThatRanks(
    most.map(([kind]) => ({ kind })),
    chosen,
  );
}

export function pairsOf({ kinds }: Pick<RunHead, "kinds">): number {
  return Object.values(kinds).reduce((sum, count) => sum + count, 0);
}

/** "500"; "2 of 4" where pairs are of kinds that have no such score. */
function countText(head: Pick<RunHead, "kinds">, score: Score): string {
  const all = pairsOf(head);
  const own = score.kinds.reduce((sum, kind) => sum + (head.kinds[kind] ?? 0), 0);
  return own === all ? String(all) : `${own} of ${all}`;
}

/**
 * "0.8421 · 500 · 14:03": the mean, the pairs, and when.
 * @param difference from other runs of its name, see `runDifference`: "0.8421 · 500 · threshold 0.3 · 14:03".
 */
export function runDescription(head: RunHead, chosen: Score, now: Date, difference = ""): string {
  const score = headlineScore(head, chosen);
  const when = momentText(new Date(head.startedAt), now);
  return [scoreText(score, head.means[score.id]), countText(head, score), difference, when]
    .filter((part) => part !== "")
    .join(" · ");
}

/** What a screen reader says. */
export function spokenRun(head: RunHead, chosen: Score, now: Date, isOpen: boolean, difference = ""): string {
  const score = headlineScore(head, chosen);
  const mean = `${score.title} ${scoreText(score, head.means[score.id])}`;
  const when = momentText(new Date(head.startedAt), now);
  return [head.name, isOpen ? "open" : "", mean, `${countText(head, score)} pairs`, difference, when]
    .filter((part) => part)
    .join(", ");
}

/** Markdown. @param display a path as people know it. */
export function runTooltip(
  head: RunHead,
  chosen: Score,
  display: (path: string) => string,
  difference: string | null = null,
): string {
  const { name, folders, settings, startedAt, seconds, cancelled, failures, source, followed } = head;
  const score = headlineScore(head, chosen);
  const took = seconds === undefined ? "" : `, in ${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} s`;
  const rows = [
    [score.title, scoreText(score, head.means[score.id])],
    ["Pairs", `${countText(head, score)}${cancelled ? ", cancelled" : ""}`],
    ...(failures > 0 ? [["Not scored", String(failures)]] : []),
    ["Predictions", display(folders.predictions)],
    ["Ground truth", display(folders.truth)],
    ...(source === undefined ? [] : [["Opened from", display(source)]]),
    [
      followed ? "Followed from" : "Scored",
      `${new Date(startedAt).toLocaleString("en-US", { dateStyle: "medium", timeStyle: "short" })}${took}`,
    ],
    ["Preset", settings.preset],
    ["Threshold", String(settings.threshold)],
    ...(difference === null ? [] : [["Unlike others of its name", difference || "scored at another time"]]),
  ];
  const table = rows.map(([label, value]) => `| ${label} | ${escapeMarkdown(value ?? "")} |`);
  return [`| **${escapeMarkdown(name)}** | |`, "| :-- | :-- |", ...table].join("\n");
}

/** The time of a moment today; else its date. */
function momentText(moment: Date, now: Date): string {
  const pad = (part: number) => String(part).padStart(2, "0");
  if (moment.toDateString() === now.toDateString()) return `${pad(moment.getHours())}:${pad(moment.getMinutes())}`;
  const day = moment.toLocaleDateString("en-US", { month: "short", day: "numeric" });
  return moment.getFullYear() === now.getFullYear() ? day : `${day}, ${moment.getFullYear()}`;
}
