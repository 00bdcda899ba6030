import { commands, type Disposable, l10n, Uri, window } from "vscode";
import { actionIds, type HostAction, isPageAction } from "../protocol/actions.js";
import { showAgreement } from "./agreement.js";
import type { App } from "./app.js";
import { registerCommand } from "./command.js";
import { exportScores } from "./export/exportScores.js";
import type { Inspector } from "./inspector/inspector.js";
import { askForLink, openLink } from "./inspector/links.js";
import { compareMasks, type InspectOptions, inspectMask } from "./partner/inspectMask.js";
import { Problem } from "./problem.js";
import { chooseRankingScore } from "./ranking/rankBy.js";
import type { Entry } from "./ranking/ranking.js";
import { targetOf } from "./ranking/rankingView.js";
import type { RunFolders } from "./run.js";
import { explainScore } from "./scorePages.js";
import { chooseAndScore, type ScoreFolderOptions, score, scoreFolder } from "./scoring/scoreFolder.js";
import { stemOf } from "./stem.js";
import { isSamePair, pairTarget, type Target } from "./target.js";

/** Registers every command of the manifest. */
export function registerCommands(app: App, inspector: Inspector): Disposable[] {
  const register = <Args extends unknown[]>(name: string, run: (...args: Args) => unknown) =>
    registerCommand(app.log, name, run);
  const { session, memory } = app;
  const hostActions: Readonly<Record<HostAction, () => unknown>> = {
    nextPair: () => inspector.step(1),
    previousPair: () => inspector.step(-1),
    swapTruth: () => {
      const { shown } = inspector;
      if (shown?.kind !== "pair") throw new Problem(l10n.t("No pair is open."), l10n.t("Open one first."));
      const { prediction, truth } = shown.job;
      inspector.show(pairTarget({ name: stemOf(truth), prediction: truth, truth: prediction }));
    },
    toggleLock: () => inspector.setLocked(!inspector.isLocked),
    changeKeys: () =>
      commands.executeCommand("workbench.action.openGlobalKeybindings", `@ext:${app.context.extension.id}`),
  };

  return [
    register("scoreFolder", (uri?: Uri, _selected?: unknown, options?: ScoreFolderOptions) =>
      scoreFolder(app, uri, options),
    ),
    register("scoreAgain", () => {
      const folders = session.run?.folders ?? memory.last;
      if (!folders) throw new Problem(l10n.t("Nothing was scored before."), l10n.t("Score a folder first."));
      return score(app, folders);
    }),
    register("cancelScoring", () => session.cancel()),
    register("chooseGroundTruth", (given?: Partial<RunFolders>) => {
      const predictions = given?.predictions ?? session.run?.folders.predictions;
      return predictions === undefined ? scoreFolder(app) : chooseAndScore(app, predictions);
    }),
    register("openSample", () => {
      const sample = Uri.joinPath(app.context.extensionUri, "media", "sample");
      return score(app, {
        predictions: Uri.joinPath(sample, "pred", "unet-v1").fsPath,
        truth: Uri.joinPath(sample, "gt").fsPath,
      });
    }),
    register("inspectMask", async (uri?: Uri, _selected?: unknown, options?: InspectOptions) => {
      app.images.forget();
      const job = await inspectMask(app, uri, options);
      if (job) inspector.show(pairTarget(job));
    }),
    register("compareMasks", async (uri?: Uri, selected?: readonly Uri[]) => {
      const masks = await compareMasks(selected ?? (uri ? [uri] : []));
      if (!masks) return;
      inspector.show(pairTarget(masks.job));
      if (masks.areEqual) await showAgreement(app, masks.job, inspector.column);
    }),
    register("showWorstPair", () => {
      const worst = session.worst;
      if (!worst) throw new Problem(l10n.t("No pair is scored yet."), l10n.t("Score a folder first."));
      openPair(inspector, pairTarget(worst));
    }),
    register("openPair", (entry: Entry) => openPair(inspector, targetOf(entry))),
    register("openPrediction", (entry?: Entry) => open(fileOf(entry, "prediction"))),
    register("openTruth", (entry?: Entry) => open(fileOf(entry, "truth"))),
    register("openLink", async (link?: Uri) => {
      const uri = link ?? (await askForLink());
      if (!uri) return;
      const { target, view } = await openLink(uri);
      inspector.show(target, { view });
    }),
    register("explainScore", (score?: unknown) => explainScore(score, inspector.column)),
    register("rankBy", () => chooseRankingScore(new Set(session.run?.pairs.map(({ kind }) => kind)))),
    register("resetSettings", () => session.turn(null)),
    register("reverseOrder", () => session.reverse()),
    register("exportScores", (target?: Uri) => exportScores(app, target instanceof Uri ? target : undefined)),
    register("showLog", () => app.log.show()),
    ...Object.entries(hostActions).map(([action, run]) => register(action, run)),
    ...actionIds.filter(isPageAction).map((action) => register(action, () => inspector.act(action))),
  ];
}

/** A click in the ranking; a panel that is locked stays where it is, and says so. */
function openPair(inspector: Inspector, target: Target): void {
  if (!inspector.isLocked || isSamePair(target, inspector.shown)) inspector.show(target, { preserveFocus: true });
  else window.setStatusBarMessage(l10n.t("$(lock) The inspector is locked on {0}", inspector.title ?? ""), 5000);
}

function open(file: string): Thenable<unknown> {
  return commands.executeCommand("vscode.open", Uri.file(file));
}

/** @throws Problem without a row: VS Code hands none over when the list was drawn anew while its menu was open. */
function fileOf(entry: Entry | undefined, side: "prediction" | "truth"): string {
  if (!entry)
    throw new Problem(l10n.t("The ranking changed while its menu was open."), l10n.t("Choose the row again."));
  return entry.kind === "pair" ? entry.pair[side] : entry.row.file;
}
