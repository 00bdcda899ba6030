import { l10n, type QuickPickItem, QuickPickItemKind, window } from "vscode";
import type { Score, ScoreFacts } from "../../core/score.js";

const GROUPS: ReadonlyArray<readonly [ScoreFacts["group"], string]> = [
  ["metrics", l10n.t("Metrics")],
  ["losses", l10n.t("Losses")],
  ["objects", l10n.t("Objects")],
];

type Item = QuickPickItem & { readonly score?: Score };

/** Asks for one of the scores, found by title or id. @param current is marked as such. */
export async function pickScore(title: string, offered: readonly Score[], current?: Score): Promise<Score | undefined> {
  const item = (score: Score): Item => ({
    label: score.title,
    description: [score.id, ...(score === current ? [l10n.t("current")] : [])].join(" · "),
    score,
  });
  const items = GROUPS.flatMap(([group, label]): Item[] => [
    { label, kind: QuickPickItemKind.Separator },
    ...offered.filter((score) => score.group === group).map(item),
  ]);
  const chosen = await window.showQuickPick(items, { title, matchOnDescription: true });
  return chosen?.score;
}
