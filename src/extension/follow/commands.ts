import { stat } from "node:fs/promises";
import { commands, type Disposable, l10n, StatusBarAlignment, type Uri, type WebviewPanel, window } from "vscode";
import { isRecord } from "../../report/readSettings.js";
import type { App } from "../app.js";
import { registerCommand, tell } from "../command.js";
import { pickPartner } from "../partner/pickPartner.js";
import { displayPath, pathOf } from "../paths.js";
import { Problem } from "../problem.js";
import { candidateOptionsFor, settingsFor } from "../settings/configuration.js";
import type { Target } from "../target.js";
import { EndedFollowing } from "./endedFollowing.js";
import { followedPartners } from "./followedPartners.js";
import { Following } from "./following.js";
import { FOLLOW, type Followed, FollowPanel } from "./followPanel.js";
import { readRecord } from "./followRecord.js";
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
  const show = (followed: Followed, restored?: WebviewPanel) => {
    panel?.dispose();
    const forget = () => {
      if (panel === own) panel = undefined;
    };
    const own = new FollowPanel(app, followed, inspect, forget, restored);
    panel = own;
  };
  const showPanel = () => {
    if (!following) throw nothingFollowed();
    if (panel?.id === following.id) panel.reveal();
    else show(following);
  };
  const start = (now: Following) => {
    stop();
    following?.dispose();
    following = now;
    now.onDidChange(() => {
      if (now === following && now.isWatching) showStatus(now);
    });
    showStatus(now);
    void commands.executeCommand("setContext", "maskInspector.following", true);
  };
  /** The page of a window that was reloaded: goes on following where that was not stopped. */
  const restore = async (restored: WebviewPanel, state: unknown) => {
    const id = isRecord(state) && typeof state.run === "string" ? state.run : "";
    const record = await readRecord(app.runs.recordFile(id));
    const [run] = record ? await app.runs.read([id]) : [];
    if (!record || !run) return restored.dispose();
    if (!record.isWatching) return show(new EndedFollowing(run, record), restored);
    const folders = { predictions: record.folder, truth: record.truth };
    const last = { name: run.facts.name, rows: new Map(run.pairs.map((pair) => [pair.name, pair])) };
    const rounds = record.hasEpochs ? [] : record.points;
    const { startedAt } = run.facts;
    start(new Following(app, folders, run.settings, record.hasEpochs ? undefined : last, { id, startedAt, rounds }));
    if (following) show(following, restored);
  };
  const stop = () => {
    following?.stop();
    status.hide();
    void commands.executeCommand("setContext", "maskInspector.following", false);
  };

  return [
    status,
    { dispose: () => following?.leave() },
    window.registerWebviewPanelSerializer(FOLLOW, {
      deserializeWebviewPanel: (restored, state: unknown) =>
        restore(restored, state).catch((error: unknown) => {
          restored.dispose();
          void tell(app.log, "restore", error);
        }),
    }),
    register("followFolder", async (uri?: Uri, _selected?: unknown, options: FollowOptions = {}) => {
      const predictions = await folderToFollow(uri);
      const truth = predictions && (options.truth?.fsPath ?? (await truthOf(app, predictions)));
      if (predictions === undefined || truth === undefined) return;
      await app.memory.remember({ predictions, truth });
      const last = await lastRun(app, predictions);
      start(new Following(app, { predictions, truth }, await settingsFor(predictions), last));
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
  const found = await followedPartners(folder, candidateOptionsFor(folder));
  const before = memory
    .choices()
    .flatMap(({ truth }) => (found.some((other) => other.folder === truth) ? [] : [truth]));
  const candidates = [
    ...found,
    ...[...new Set(before)].map((truth) => ({ folder: truth, pairs: 0, files: 0, named: true, images: false })),
  ];
  return (await pickPartner({ folder, role: "prediction", candidates }))?.path;
}
