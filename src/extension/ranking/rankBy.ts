import { l10n } from "vscode";
import { catalogue } from "../../core/catalogue.js";
import type { EvidenceKind } from "../../core/evidence.js";
import { rankingScore, setRankingScore } from "../settings/configuration.js";
import { pickScore } from "./pickScore.js";

/**
 * Asks for the score that ranks, and keeps it in the settings.
 * @param kinds of the pairs to be ranked: only scores that are defined for one of them are offered.
 */
export async function chooseRankingScore(kinds: ReadonlySet<EvidenceKind>): Promise<void> {
  const offered = catalogue.filter((score) => kinds.size === 0 || score.kinds.some((kind) => kinds.has(kind)));
  const score = await pickScore(l10n.t("Mask Inspector: rank by"), offered, rankingScore());
  if (score) await setRankingScore(score);
}
