import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { commands, l10n, type Uri, window, workspace } from "vscode";
import type { Settings } from "../../core/settings.js";
import { type Plan, planPairs } from "../../scoring/folders.js";
import { isMaskFile, listMasks } from "../../scoring/listMasks.js";
import type { App } from "../app.js";
import { modelFolders, scoreModelFolders } from "../partner/modelFolders.js";
import { pickPartner } from "../partner/pickPartner.js";
import { partnerFolders } from "../partner/truthCandidates.js";
import { displayPath, pathOf } from "../paths.js";
import { Problem } from "../problem.js";
import { Run, type RunFolders } from "../run.js";
import { candidateOptionsFor, settingsFor } from "../settings/configuration.js";
import { chooseAnother } from "./nextSteps.js";
import { scoreRun } from "./scoreRun.js";

/** What automation may give, so that nothing is asked. */
export interface ScoreFolderOptions {
  readonly truth?: Uri;
}

/**
 * Scores a folder of predictions. Its ground truth is the one given, else the one chosen for it before, else asked for.
 * @returns the run when it has ended; undefined when the person gave up.
 */
export async function scoreFolder(app: App, uri?: Uri, options: ScoreFolderOptions = {}): Promise<Run | undefined> {
  const folder = uri ?? (await askForFolder());
  if (!folder) return undefined;
  const predictions = pathOf(folder);
  const truth = options.truth ? pathOf(options.truth) : await knownTruth(app, predictions);
  return truth === undefined ? chooseAndScore(app, predictions) : score(app, { predictions, truth });
}

/** Asks for the ground truth, whatever was chosen before, and scores. */
export async function chooseAndScore(app: App, predictions: string): Promise<Run | undefined> {
  const files = await masksOf(predictions);
  const candidates = await partnerFolders(predictions, candidateOptionsFor(predictions));
  const models = candidates.length === 0 ? await modelFolders(predictions) : [];
  if (models.length > 0) return scoreModelFolders(predictions, models);
  const remembered = app.memory.truthFor(predictions) ?? latestAmong(app, candidates);
  const answer = await pickPartner({
    folder: predictions,
    role: "prediction",
    candidates,
    remembered,
    files: files.length,
  });
  return answer && score(app, { predictions, truth: answer.path });
}

/** What is otherwise taken from the folder of predictions and its settings. */
export interface RunOptions {
  readonly name?: string;
  readonly settings?: Partial<Settings>;
}

/** Scores two folders; remembers that they belong together. */
export async function score(app: App, folders: RunFolders, { name, settings: change }: RunOptions = {}): Promise<Run> {
  const { predictions, truth } = folders;
  if (predictions === truth) {
    throw new Problem(
      l10n.t("{0} cannot be its own ground truth.", displayPath(predictions)),
      l10n.t("Choose another folder."),
      chooseAnother(predictions),
    );
  }
  app.images.forget();
  const settings = { ...(await settingsFor(predictions)), ...change };
  const plan = await planPairs(predictions, truth, settings.classes);
  if (plan.jobs.length === 0) throw nothingPairs(folders, plan);
  await app.memory.remember(folders);
  await app.memory.setLast(folders);
  await commands.executeCommand("setContext", "maskInspector.hasLastRun", true);
  return scoreRun(app, new Run(folders, settings, plan, { ...(name !== undefined && { name }) }));
}

async function askForFolder(): Promise<Uri | undefined> {
  const [workspaceFolder] = workspace.workspaceFolders ?? [];
  const [folder] =
    (await window.showOpenDialog({
      canSelectFolders: true,
      canSelectFiles: false,
      ...(workspaceFolder && { defaultUri: workspaceFolder.uri }),
      openLabel: l10n.t("Score"),
      title: l10n.t("Choose a folder of predicted masks"),
    })) ?? [];
  return folder;
}

/** The remembered ground truth, if it is still there. */
async function knownTruth({ memory }: App, predictions: string): Promise<string | undefined> {
  const truth = memory.truthFor(predictions);
  if (truth === undefined) return undefined;
  const found = await stat(truth).catch(() => undefined);
  return found?.isDirectory() ? truth : undefined;
}

/** The candidate that was chosen last for any predictions: another model's ground truth is likely this one's too. */
function latestAmong({ memory }: App, candidates: ReadonlyArray<{ folder: string }>): string | undefined {
  return memory.choices().find(({ truth }) => candidates.some(({ folder }) => folder === truth))?.truth;
}

async function masksOf(folder: string): Promise<readonly string[]> {
  const found = await stat(folder).catch(() => undefined);
  if (!found) throw new Problem(l10n.t("{0} does not exist.", displayPath(folder)), l10n.t("Choose another folder."));
  if (!found.isDirectory()) {
    const step = isMaskFile(folder) ? l10n.t("Use Inspect Mask for a single file.") : l10n.t("Choose a folder.");
    throw new Problem(l10n.t("{0} is not a folder.", displayPath(folder)), step);
  }
  const masks = await listMasks(folder);
  if (masks.length > 0) return masks;
  throw new Problem(
    l10n.t("{0} holds no masks: there is no PNG or NumPy (.npy) file in it.", displayPath(folder)),
    l10n.t("Choose the folder that your model writes to."),
    [{ title: l10n.t("Choose a Folder…"), command: "maskInspector.scoreFolder" }],
  );
}

function nothingPairs({ predictions, truth }: RunFolders, plan: Plan): Problem {
  const { unmatched, failures } = plan;
  const [first] = failures;
  if (first) return new Problem(`${first.name}: ${first.reason}.`, first.remedy, chooseAnother(predictions));
  return new Problem(
    l10n.t(
      "No mask in {0} has a partner of the same name in {1} ({2} masks against {3}).",
      displayPath(predictions),
      displayPath(truth),
      unmatched.predictions.length,
      unmatched.truth.length,
    ),
    l10n.t("Choose the folder that holds the ground truth of {0}.", basename(predictions)),
    chooseAnother(predictions),
  );
}
