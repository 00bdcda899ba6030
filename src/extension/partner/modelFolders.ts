import { basename } from "node:path";
import { commands, l10n, Uri, window } from "vscode";
import { isMaskFile } from "../../scoring/listMasks.js";
import { displayPath } from "../paths.js";
import type { Run } from "../run.js";
import { candidateOptionsFor } from "../settings/configuration.js";
import { FolderLister, isWithin } from "./subfolders.js";
import { partnerFolders } from "./truthCandidates.js";

/** A sub-folder whose masks pair with a folder elsewhere: the predictions of one model. */
export interface ModelFolder {
  /** Absolute path. */
  readonly folder: string;
  /** Masks in it, and how many of them pair. */
  readonly files: number;
  readonly pairs: number;
}

/** The models in a folder that pairs with nothing as a whole, such as `pred` with a sub-folder a model. */
export async function modelFolders(folder: string): Promise<ModelFolder[]> {
  const lister = new FolderLister();
  const models: ModelFolder[] = [];
  for (const child of (await lister.list(folder)).folders) {
    const files = (await lister.list(child)).files.filter(isMaskFile).length;
    if (files === 0) continue;
    // Models pair with each other, too.
    const [best] = (await partnerFolders(child, candidateOptionsFor(child))).filter(
      (candidate) => !isWithin(folder, candidate.folder),
    );
    if (best) models.push({ folder: child, files, pairs: best.pairs });
  }
  return models;
}

/** Asks which models are meant: one is scored, several are compared. @returns undefined for several, or when given up. */
export async function scoreModelFolders(folder: string, models: readonly ModelFolder[]): Promise<Run | undefined> {
  const chosen = await window.showQuickPick(
    models.map(({ folder: model, files, pairs }) => ({
      label: basename(model),
      description: l10n.t("{0} of {1} pair", pairs, files),
      picked: true,
      model,
    })),
    {
      title: l10n.t("Mask Inspector: the masks of {0} are in its sub-folders", displayPath(folder)),
      placeHolder: l10n.t("One is scored; several are compared, the first is the baseline"),
      canPickMany: true,
    },
  );
  const uris = (chosen ?? []).map(({ model }) => Uri.file(model));
  const [first] = uris;
  if (!first) return undefined;
  if (uris.length === 1) return commands.executeCommand<Run | undefined>("maskInspector.scoreFolder", first);
  await commands.executeCommand("maskInspector.compareFolders", first, uris);
  return undefined;
}
