import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { l10n, type Uri, window } from "vscode";
import type { App } from "../app.js";
import { pickPartner } from "../partner/pickPartner.js";
import { type Candidate, partnerFolders } from "../partner/truthCandidates.js";
import { displayPath, pathOf } from "../paths.js";
import { Problem } from "../problem.js";
import { candidateOptionsFor } from "../settings/configuration.js";

/** Folders of predictions, and the ground truth that they share. */
export interface Models {
  readonly folders: readonly string[];
  readonly truth: string;
}

/**
 * The folders that were selected in the Explorer, or asked for, and their ground truth.
 * @returns undefined when the person gave up.
 */
export async function chooseModels(app: App, selected: readonly Uri[], given?: string): Promise<Models | undefined> {
  if (selected.length >= 2) {
    const folders = await Promise.all(selected.map(folderOf));
    const truth = given ?? (await sharedTruth(app, folders));
    return truth === undefined ? undefined : { folders, truth };
  }
  const first = selected[0] && (await folderOf(selected[0]));
  const truth = given ?? (await truthOf(app, first));
  const folders = truth === undefined ? undefined : await pickModels(truth, first);
  return truth === undefined || !folders ? undefined : { folders, truth };
}

/** The ground truth that all were scored against before, else asked for. */
async function sharedTruth(app: App, folders: readonly string[]): Promise<string | undefined> {
  const known = new Set(folders.flatMap((folder) => app.memory.truthFor(folder) ?? []));
  const [only, ...others] = known;
  return only !== undefined && others.length === 0 && (await isFolder(only)) ? only : askForTruth(folders);
}

async function truthOf({ session, memory }: App, folder: string | undefined): Promise<string | undefined> {
  const known = folder === undefined ? (session.run?.folders ?? memory.last)?.truth : memory.truthFor(folder);
  if (known !== undefined && (await isFolder(known))) return known;
  if (folder !== undefined) return askForTruth([folder]);
  const [chosen] =
    (await window.showOpenDialog({
      canSelectFolders: true,
      canSelectFiles: false,
      openLabel: l10n.t("Use as Ground Truth"),
      title: l10n.t("Choose the folder of the ground truth"),
    })) ?? [];
  return chosen && pathOf(chosen);
}

/** Proposes folders that pair with the first; those to be compared are none of them. */
async function askForTruth(folders: readonly string[]): Promise<string | undefined> {
  const [folder] = folders;
  if (folder === undefined) return undefined;
  const found = await partnerFolders(folder, candidateOptionsFor(folder));
  const candidates = found.filter((candidate) => !folders.includes(candidate.folder));
  return (await pickPartner({ folder, role: "prediction", candidates }))?.path;
}

/** Asks which of the folders that pair with a ground truth are to be compared. */
async function pickModels(truth: string, first: string | undefined): Promise<readonly string[] | undefined> {
  const found = (await partnerFolders(truth, candidateOptionsFor(truth))).filter(({ images }) => !images);
  if (found.length < 2) {
    throw new Problem(
      l10n.t("Two folders of predictions are compared; {0} near {1} pairs with it.", found.length, displayPath(truth)),
      l10n.t("Select the folders in the Explorer, with Ctrl or Shift, and use Compare Prediction Folders…."),
    );
  }
  const item = ({ folder, pairs, files }: Candidate) => ({
    label: basename(folder),
    description: [l10n.t("{0} of {1} pair", pairs, files), displayPath(folder)].join(" · "),
    picked: first === undefined || folder === first,
    folder,
  });
  const chosen = await window.showQuickPick(found.map(item), {
    title: l10n.t("Mask Inspector: models to compare on {0}", displayPath(truth)),
    placeHolder: l10n.t("Two folders of predictions or more; the first is the baseline"),
    canPickMany: true,
    matchOnDescription: true,
  });
  if (!chosen) return undefined;
  if (chosen.length >= 2) return chosen.map(({ folder }) => folder);
  throw new Problem(l10n.t("Two folders are compared; {0} chosen.", chosen.length), l10n.t("Choose two or more."));
}

async function folderOf(uri: Uri): Promise<string> {
  const path = pathOf(uri);
  if (await isFolder(path)) return path;
  throw new Problem(l10n.t("{0} is no folder.", displayPath(path)), l10n.t("Select folders of predictions only."));
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
}
