import { ConfigurationTarget, Uri, workspace } from "vscode";
import { catalogue } from "../../core/catalogue.js";
import type { LabelClass } from "../../core/labels/classes.js";
import type { Score } from "../../core/score.js";
import type { Settings } from "../../core/settings.js";
import type { CandidateOptions } from "../partner/truthCandidates.js";
import { classesFrom } from "./classList.js";
import { settingsFrom, stringsFrom, workersFrom } from "./settings.js";

const SECTION = "maskInspector";
const [iou] = catalogue.filter(({ id }) => id === "iou");

/** The settings that hold for a file or folder. @throws Problem for a class list that cannot be used. */
export async function settingsFor(path: string): Promise<Settings> {
  const configuration = workspace.getConfiguration(SECTION, Uri.file(path));
  const classes = await classesFor(path);
  return { ...settingsFrom((name) => configuration.get(name)), ...(classes && { classes }) };
}

/** The listed classes of label maps that hold for a file or folder. @throws Problem for a list that cannot be used. */
export function classesFor(path: string): Promise<readonly LabelClass[] | undefined> {
  const uri = Uri.file(path);
  const value = workspace.getConfiguration(SECTION, uri).get("classes");
  return classesFrom(value, workspace.getWorkspaceFolder(uri)?.uri.fsPath);
}

/** Where partners and images of a file or folder are looked for. */
export function candidateOptionsFor(path: string): CandidateOptions {
  const uri = Uri.file(path);
  const configuration = workspace.getConfiguration(SECTION, uri);
  return {
    root: workspace.getWorkspaceFolder(uri)?.uri.fsPath,
    truthNames: stringsFrom(configuration.get("truthFolderNames")),
    imageNames: stringsFrom(configuration.get("imageFolderNames")),
  };
}

/** The score that ranks; IoU where the setting names none that exists. */
export function rankingScore(): Score {
  const id = workspace.getConfiguration(SECTION).get("rankBy");
  const score = catalogue.find((candidate) => candidate.id === id) ?? iou;
  if (!score) throw new Error("The catalogue has no IoU.");
  return score;
}

/** Changes the setting where it is set: in the workspace if it is set there, else for the user. */
export async function setRankingScore(score: Score): Promise<void> {
  const configuration = workspace.getConfiguration(SECTION);
  const inWorkspace = configuration.inspect("rankBy")?.workspaceValue !== undefined;
  await configuration.update(
    "rankBy",
    score.id,
    inWorkspace ? ConfigurationTarget.Workspace : ConfigurationTarget.Global,
  );
}

/** Worker threads to start, or undefined for one a core. */
export function workerCount(): number | undefined {
  return workersFrom(workspace.getConfiguration(SECTION).get("workers"));
}
