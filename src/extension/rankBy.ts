import { l10n, type QuickPickItem, QuickPickItemKind, window } from "vscode";
import { catalogue } from "../core/catalogue.js";
import type { EvidenceKind } from "../core/evidence.js";
import type { Score, ScoreFacts } from "../core/score.js";
import { rankingScore, setRankingScore } from "./configuration.js";

const GROUPS: ReadonlyArray<readonly [ScoreFacts["group"], string]> = [
  ["metrics", l10n.t("Metrics")],
  ["losses", l10n.t("Losses")],
  ["objects", l10n.t("Objects")],
];

type Item = QuickPickItem & { readonly score?: Score };

/**
 * Asks for the score that ranks, and keeps it in the settings.
 * @param kinds of the pairs to be ranked: only scores that are defined for one of them are offered.
 */
export async function chooseRankingScore(kinds: ReadonlySet<EvidenceKind>): Promise<void> {
  const current = rankingScore();
  const item = (score: Score): Item => ({
    label: score.title,
    description: [score.id, ...(score === current ? [l10n.t("current")] : [])].join(" · "),
    score,
  });
  const offered = catalogue.filter((score) => kinds.size === 0 || score.kinds.some((kind) => kinds.has(kind)));
  const items = GROUPS.flatMap(([group, label]): Item[] => [
    { label, kind: QuickPickItemKind.Separator },
    ...offered.filter((score) => score.group === group).map(item),
  ]);
  const chosen = await window.showQuickPick(items, {
    title: l10n.t("Mask Inspector: rank by"),
    matchOnDescription: true,
  });
  if (chosen?.score) await setRankingScore(chosen.score);
}
