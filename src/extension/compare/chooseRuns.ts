import { l10n, window } from "vscode";
import type { App } from "../app.js";
import { displayPath } from "../paths.js";
import { Problem } from "../problem.js";
import type { RunHead } from "../runs/runHead.js";
import { runDescription } from "../runs/runText.js";
import { rankingScore } from "../settings/configuration.js";

/** Asks which runs to compare: those of one ground truth. @returns their ids, the oldest first: it is the baseline. */
export async function chooseRuns({ runs }: App, given?: RunHead): Promise<readonly string[] | undefined> {
  const heads = await runs.list();
  const others = heads.filter(
    ({ id, folders }) => id !== given?.id && (!given || folders.truth === given.folders.truth),
  );
  if (others.length + (given ? 1 : 0) < 2) {
    throw new Problem(
      given
        ? l10n.t("There is no other run against {0}.", displayPath(given.folders.truth))
        : l10n.t("Two runs are compared; there are {0}.", heads.length),
      l10n.t("Score another folder, or the same one again later."),
    );
  }
  const chosen = await window.showQuickPick(
    others.map((head) => ({
      label: head.name,
      description: runDescription(head, rankingScore(), new Date()),
      detail: l10n.t("{0} against {1}", displayPath(head.folders.predictions), displayPath(head.folders.truth)),
      head,
    })),
    {
      title: given ? l10n.t("Compare {0} with", given.name) : l10n.t("Mask Inspector: runs to compare"),
      placeHolder: l10n.t("Runs of one ground truth; the oldest is the baseline"),
      canPickMany: true,
      matchOnDescription: true,
      matchOnDetail: true,
    },
  );
  if (!chosen) return undefined;
  const all = [...(given ? [given] : []), ...chosen.map(({ head }) => head)];
  const truths = new Set(all.map(({ folders }) => folders.truth));
  if (all.length < 2 || truths.size > 1) {
    throw new Problem(
      truths.size > 1
        ? l10n.t("These runs have different ground truths.")
        : l10n.t("Two runs are compared; one was chosen."),
      l10n.t("Choose two runs or more of one ground truth."),
    );
  }
  return all.sort((a, b) => a.startedAt - b.startedAt).map(({ id }) => id);
}
