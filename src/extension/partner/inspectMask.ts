import { stat } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { l10n, type Uri, window } from "vscode";
import { planPairs } from "../../scoring/folders.js";
import { isMaskFile } from "../../scoring/listMasks.js";
import type { PairJob } from "../../scoring/pairJob.js";
import { activeFile } from "../activeFile.js";
import type { App } from "../app.js";
import { displayPath, pathOf } from "../paths.js";
import { Problem } from "../problem.js";
import { candidateOptionsFor, classesFor } from "../settings/configuration.js";
import { stemOf } from "../stem.js";
import type { Target } from "../target.js";
import { isNamedLikeTruth } from "./folderNames.js";
import { findPartner, type Partner, pairOf, sides } from "./partner.js";
import { pickPartner } from "./pickPartner.js";

/** @param choose ask for the partner even where one is known. */
export interface InspectOptions {
  readonly choose?: boolean;
}

/** The pair of a mask file; asks for its partner where none stands out. @returns undefined when the person gave up. */
export async function inspectMask(
  app: App,
  uri?: Uri,
  { choose = false }: InspectOptions = {},
): Promise<PairJob | undefined> {
  const target = uri ?? activeFile() ?? (await askForMask());
  if (!target) return undefined;
  const file = await maskFile(target);
  const partner = await partnerOf(app, file, !choose);
  return partner.found ? partner.job : askForPartner(app, file, partner);
}

/**
 * The pair of a mask file for the side view, which asks nothing: without a partner it says so.
 * @returns undefined for a source image, which is no mask.
 */
export async function glance(app: App, file: string): Promise<Target | undefined> {
  const partner = await partnerOf(app, file, true);
  if (partner.found) return { kind: "pair", job: partner.job };
  if (partner.isPhotograph) return undefined;
  const missing = partner.role === "prediction" ? "truth" : "prediction";
  return {
    kind: "failure",
    file,
    failure: {
      name: stemOf(file),
      file: displayPath(file),
      reason:
        missing === "truth" ? l10n.t("No ground truth was found for it.") : l10n.t("No prediction was found for it."),
      remedy:
        missing === "truth" ? l10n.t("Choose the ground truth.") : l10n.t("Choose the folder of the predictions."),
      missing,
    },
  };
}

/** Two masks, and whether one of them is the truth. */
export interface ComparedMasks {
  readonly job: PairJob;
  /** Neither is: what counts is their agreement, and the names of the roles mean nothing. */
  readonly areEqual: boolean;
}

/** The pair of two mask files: which is the ground truth is told by their folders, else asked. */
export async function compareMasks(uris: readonly Uri[]): Promise<ComparedMasks | undefined> {
  const chosen = uris.length === 2 ? uris : ((await askForMasks()) ?? []);
  const [first, second] = await Promise.all(chosen.map(maskFile));
  if (first === undefined || second === undefined) {
    if (chosen.length === 0) return undefined;
    throw new Problem(
      l10n.t("Two masks are compared; {0} selected.", chosen.length),
      l10n.t("Select exactly two mask files."),
    );
  }
  const truth = byFolderName(first, second) ?? (await askWhichIsTruth(first, second));
  if (truth === undefined) return undefined;
  if (truth === "neither") return { job: { name: stemOf(first), prediction: first, truth: second }, areEqual: true };
  const prediction = truth === first ? second : first;
  return { job: { name: stemOf(prediction), prediction, truth }, areEqual: false };
}

function partnerOf({ session, memory }: App, file: string, useKnown: boolean): Promise<Partner> {
  const known = { jobs: session.run?.plan.jobs ?? [], memory };
  const none = { jobs: [], memory: { choices: () => [] } };
  return findPartner(file, useKnown ? known : none, { ...candidateOptionsFor(file), decide: useKnown });
}

async function askForPartner(
  app: App,
  file: string,
  partner: Partner & { found: false },
): Promise<PairJob | undefined> {
  const { folder, role, candidates } = partner;
  const answer = await pickPartner({ folder, role, candidates, allowFile: true });
  if (!answer) return undefined;
  const [predictions, truth] = sides(role, answer.isFile ? file : folder, answer.path);
  if (answer.isFile) return { name: stemOf(file), prediction: predictions, truth };
  const pair = pairOf(file, (await planPairs(predictions, truth, await classesFor(predictions))).jobs);
  if (!pair) {
    throw new Problem(
      l10n.t("{0} holds no mask that pairs with {1} by name.", displayPath(answer.path), basename(file)),
      l10n.t("Choose another folder, or compare two files: select both in the Explorer and use Compare Masks."),
    );
  }
  await app.memory.remember({ predictions, truth });
  return pair;
}

async function maskFile(uri: Uri): Promise<string> {
  const file = pathOf(uri);
  const found = await stat(file).catch(() => undefined);
  if (!found) throw new Problem(l10n.t("{0} does not exist.", displayPath(file)), l10n.t("Choose another file."));
  if (found.isDirectory()) {
    throw new Problem(
      l10n.t("{0} is a folder.", displayPath(file)),
      l10n.t("Use Score Masks Against Ground Truth… for folders."),
      [{ title: l10n.t("Score Masks…"), command: "maskInspector.scoreFolder", args: [uri] }],
    );
  }
  if (isMaskFile(file)) return file;
  throw new Problem(
    l10n.t("{0} is no mask file: masks are PNG or NumPy (.npy) files.", displayPath(file)),
    l10n.t("Choose another file."),
  );
}

const FILTERS = { Masks: ["png", "npy"] };

async function askForMask(): Promise<Uri | undefined> {
  const [uri] = (await window.showOpenDialog({ filters: FILTERS, title: l10n.t("Choose a mask") })) ?? [];
  return uri;
}

function askForMasks(): Thenable<Uri[] | undefined> {
  return window.showOpenDialog({ filters: FILTERS, canSelectMany: true, title: l10n.t("Choose two masks") });
}

function byFolderName(first: string, second: string): string | undefined {
  const named = [first, second].filter((file) => {
    const folder = dirname(file);
    return isNamedLikeTruth(folder, candidateOptionsFor(folder).truthNames);
  });
  return named.length === 1 ? named[0] : undefined;
}

/** @returns a file, or "neither". */
async function askWhichIsTruth(first: string, second: string): Promise<string | undefined> {
  const items = [
    ...[second, first].map((file) => ({ label: basename(file), description: displayPath(dirname(file)), file })),
    {
      label: l10n.t("Neither"),
      description: l10n.t("how far they agree: overlap, Cohen's kappa, distances"),
      file: "neither",
    },
  ];
  const chosen = await window.showQuickPick(items, { title: l10n.t("Mask Inspector: which one is the ground truth?") });
  return chosen?.file;
}
