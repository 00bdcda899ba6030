import { stat } from "node:fs/promises";
import { commands, type Disposable, l10n, StatusBarAlignment, type Uri, window } from "vscode";
import type { App } from "../app.js";
import { registerCommand } from "../command.js";
import { candidateOptionsFor, settingsFor } from "../configuration.js";
import { displayPath, pathOf } from "../paths.js";
import { pickPartner } from "../pickPartner.js";
import { Problem } from "../problem.js";
import type { Target } from "../target.js";
import { partnerFolders } from "../truthCandidates.js";
import { Following } from "./following.js";
import { FollowPanel } from "./followPanel.js";
import { spokenStatus, statusText } from "./statusText.js";

/** What automation may give, so that nothing is asked. */
export interface FollowOptions {
  readonly truth?: Uri;
}

/** Registers what follows a folder while a model writes into it: one at a time. */
export function registerFollow(app: App, inspect: (target: Target) => void): Disposable[] {
  const register = <Args extends unknown[]>(name: string, run: (...args: Args) => unknown) =>
    registerCommand(app.log, name, run);
  const status = window.createStatusBarItem("maskInspector.follow", StatusBarAlignment.Left);
  status.name = l10n.t("Mask Inspector: Followed Folder");
  status.command = "maskInspector.showFollowed";
  let following: Following | undefined;
  let panel: FollowPanel | undefined;

  const showStatus = (now: Following) => {
    const { headline } = now;
    status.text = `$(pulse) ${statusText(headline)}`;
    status.tooltip = spokenStatus(headline);
    status.accessibilityInformation = { label: spokenStatus(headline) };
    status.show();
  };
  const showPanel = () => {
    if (!following) throw nothingFollowed();
    if (panel) panel.reveal();
    else panel = new FollowPanel(app, following, inspect, () => (panel = undefined));
  };
  const stop = () => {
    following?.stop();
    status.hide();
    void commands.executeCommand("setContext", "maskInspector.following", false);
  };

  return [
    status,
    { dispose: () => following?.dispose() },
    register("followFolder", async (uri?: Uri, _selected?: unknown, options: FollowOptions = {}) => {
      const predictions = await folderToFollow(uri);
      const truth = predictions && (options.truth?.fsPath ?? (await truthOf(app, predictions)));
      if (predictions === undefined || truth === undefined) return;
      await app.memory.remember({ predictions, truth });
      stop();
      panel?.dispose();
      following?.dispose();
      const last = await lastRun(app, predictions);
      const now = new Following(app, { predictions, truth }, await settingsFor(predictions), last);
      following = now;
      now.onDidChange(() => {
        if (now === following && now.isWatching) showStatus(now);
      });
      showStatus(now);
      void commands.executeCommand("setContext", "maskInspector.following", true);
      showPanel();
    }),
    register("showFollowed", showPanel),
    register("stopFollowing", () => {
      if (!following) throw nothingFollowed();
      stop();
    }),
  ];
}

/** The latest run of a folder, by name; a run that cannot be read is not compared with. */
async function lastRun({ runs, log }: App, predictions: string) {
  const head = (await runs.list()).find(({ folders }) => folders.predictions === predictions);
  if (!head) return undefined;
  try {
    const [run] = await runs.read([head.id]);
    return run && { name: head.name, rows: new Map(run.pairs.map((pair) => [pair.name, pair])) };
  } catch (error) {
    log.debug(`follow: ${String(error)}`);
    return undefined;
  }
}

function nothingFollowed(): Problem {
  return new Problem(
    l10n.t("No folder is followed."),
    l10n.t("Use Follow Folder… on the folder that your model writes to."),
  );
}

async function folderToFollow(uri: Uri | undefined): Promise<string | undefined> {
  const [chosen] = uri
    ? [uri]
    : ((await window.showOpenDialog({
        canSelectFolders: true,
        canSelectFiles: false,
        openLabel: l10n.t("Follow"),
        title: l10n.t("Choose the folder that your model writes its masks to"),
      })) ?? []);
  if (!chosen) return undefined;
  const path = pathOf(chosen);
  if ((await stat(path).catch(() => undefined))?.isDirectory()) return path;
  throw new Problem(l10n.t("{0} is no folder.", displayPath(path)), l10n.t("Choose the folder that holds the masks."));
}

/** The ground truth chosen for it before, else asked for: the folder may still be empty, and then nothing is proposed. */
async function truthOf({ memory }: App, folder: string): Promise<string | undefined> {
  const known = memory.truthFor(folder);
  if (known !== undefined && (await stat(known).catch(() => undefined))?.isDirectory()) return known;
  const found = await partnerFolders(folder, candidateOptionsFor(folder));
  const before = memory
    .choices()
    .flatMap(({ truth }) => (found.some((other) => other.folder === truth) ? [] : [truth]));
  const candidates = [
    ...found,
    ...[...new Set(before)].map((truth) => ({ folder: truth, pairs: 0, files: 0, named: true, images: false })),
  ];
  return (await pickPartner({ folder, role: "prediction", candidates }))?.path;
}
