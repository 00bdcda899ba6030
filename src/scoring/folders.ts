import { opendir, stat } from "node:fs/promises";
import { basename, extname, join, sep } from "node:path";
import type { LabelClass } from "../core/labels/classes.js";
import { maskExtensions } from "../formats/decode.js";
import { pairFolders } from "../pairing/folders.js";
import { stemOf } from "../pairing/names.js";
import { naturalOrder } from "../pairing/natural.js";
import type { FailedRow, Unmatched } from "../report/row.js";
import { type ClassFolders, classFolders } from "./classFolders.js";
import type { PairJob } from "./pairJob.js";

/** What is to be scored, and what cannot be. */
export interface Plan {
  readonly jobs: readonly PairJob[];
  /** Ambiguities: pairs with two candidates. */
  readonly failures: readonly FailedRow[];
  readonly unmatched: Unmatched;
  /** The affix taken off the names of each side, in words, or null. */
  readonly affixes: { readonly prediction: string | null; readonly truth: string | null };
}

/** Entries of a folder that are read at once, and let go: it may have very many. */
const ENTRIES = 1024;

/** Mask files below a folder, relative, with forward slashes, in natural order; hidden folders are passed over. */
export async function listMasks(folder: string): Promise<string[]> {
  const files: string[] = [];
  /** @param at path inside the folder, ending in a slash unless empty. */
  const walk = async (at: string): Promise<void> => {
    for await (const entry of await opendir(join(folder, at), { bufferSize: ENTRIES })) {
      if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
      const file = at + entry.name;
      const isFolder = entry.isSymbolicLink() ? await isFolderLink(join(folder, file)) : entry.isDirectory();
      // A link to a folder is not followed: it could lead in a circle.
      if (isFolder && !entry.isSymbolicLink()) await walk(`${file}/`);
      else if (!isFolder && isMaskFile(entry.name)) files.push(file);
    }
  };
  await walk("");
  return files.sort(naturalOrder);
}

async function isFolderLink(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    // A dangling link is listed as a file, so that it fails with a reason instead of vanishing.
    return false;
  }
}

export function isMaskFile(name: string): boolean {
  return maskExtensions.includes(extname(name).slice(1).toLowerCase());
}

/**
 * Pairs two folders, or two files. Predictions that lie in a sub-folder a class are paired as one.
 * @param classes the listed classes: sub-folders may bear their names.
 */
export async function planPairs(predictions: string, truth: string, classes?: readonly LabelClass[]): Promise<Plan> {
  const [predictionIsFile, truthIsFile] = await Promise.all([isFile(predictions), isFile(truth)]);
  if (predictionIsFile && truthIsFile) {
    const name = basename(predictions, extname(predictions));
    return {
      jobs: [{ name, prediction: predictions, truth }],
      failures: [],
      unmatched: { predictions: [], truth: [] },
      affixes: { prediction: null, truth: null },
    };
  }
  if (predictionIsFile !== truthIsFile) {
    throw new Error(
      `${predictionIsFile ? truth : predictions} is a folder and the other is a file: name two folders or two files.`,
    );
  }
  const [files, truthFiles] = [await listMasks(predictions), await listMasks(truth)];
  const plan = planFiles(predictions, truth, files, truthFiles, null);
  // Folders that bear the names of classes are meant so; numbers may be anything, unless nothing pairs otherwise.
  if (classes === undefined && plan.jobs.length > 0) return plan;
  const byClass = classFolders(truthFiles, classes) === null ? classFolders(files, classes) : null;
  return byClass === null ? plan : planFiles(predictions, truth, Array.from(byClass.keys()), truthFiles, byClass);
}

/** @param byClass the class maps behind each of `files`, when these are not files themselves. */
function planFiles(
  predictions: string,
  truth: string,
  files: readonly string[],
  truthFiles: readonly string[],
  byClass: ClassFolders | null,
): Plan {
  // Stems have no extension to take off; a dot in them is part of the name.
  const pairing = pairFolders(byClass ? files.map((stem) => `${stem}.png`) : files, truthFiles);
  const mapsOf = (file: string) => byClass?.get(stemOf(file)) ?? [];
  const filesOf = (file: string) => (byClass ? mapsOf(file).map((map) => map.file) : [file]);
  const [inPredictions, inTruth] = [joiner(predictions), joiner(truth)];
  return {
    jobs: pairing.pairs.map((pair) => ({
      name: pair.name,
      prediction: inPredictions(filesOf(pair.prediction)[0] ?? pair.prediction),
      truth: inTruth(pair.truth),
      ...(byClass && {
        classMaps: mapsOf(pair.prediction).map(({ id, file }) => ({ id, file: inPredictions(file) })),
      }),
    })),
    failures: pairing.ambiguities.map(({ name, predictions: candidates, reason }) => ({
      status: "failed",
      name,
      file: inPredictions(filesOf(candidates[0] ?? name)[0] ?? name),
      reason,
      remedy: "Keep one file of each name, or move the others to a folder of their own.",
    })),
    unmatched: { ...pairing.orphans, predictions: pairing.orphans.predictions.flatMap(filesOf) },
    affixes: pairing.affixes,
  };
}

/**
 * Joins a folder and relative paths with forward slashes, as `join` does; what that gives is a chain of pieces, which of a
 * pair would take a kilobyte (measured).
 */
function joiner(folder: string): (file: string) => string {
  const prefix = join(folder, "x").slice(0, -1);
  return (file) => prefix + (sep === "/" ? file : file.replaceAll("/", sep));
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    throw new Error(`There is no file or folder ${path} that can be read.`);
  }
}
