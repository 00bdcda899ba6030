import { readdir, stat } from "node:fs/promises";
import { basename, extname, join, relative, sep } from "node:path";
import { maskExtensions } from "../formats/decode.js";
import { pairFolders } from "../pairing/folders.js";
import { naturalOrder } from "../pairing/natural.js";
import type { FailedRow, Unmatched } from "../report/row.js";
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

/** Mask files below a folder, relative, with forward slashes, in natural order; hidden folders are passed over. */
export async function listMasks(folder: string): Promise<string[]> {
  const files: string[] = [];
  const walk = async (at: string): Promise<void> => {
    for (const entry of await readdir(at, { withFileTypes: true })) {
      if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
      const path = join(at, entry.name);
      const isFolder = entry.isSymbolicLink() ? await isFolderLink(path) : entry.isDirectory();
      // A link to a folder is not followed: it could lead in a circle.
      if (isFolder && !entry.isSymbolicLink()) await walk(path);
      else if (!isFolder && isMaskFile(entry.name)) files.push(relative(folder, path).split(sep).join("/"));
    }
  };
  await walk(folder);
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

/** Pairs two folders, or two files. */
export async function planPairs(predictions: string, truth: string): Promise<Plan> {
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
  const pairing = pairFolders(await listMasks(predictions), await listMasks(truth));
  return {
    jobs: pairing.pairs.map((pair) => ({
      name: pair.name,
      prediction: join(predictions, pair.prediction),
      truth: join(truth, pair.truth),
    })),
    failures: pairing.ambiguities.map(({ name, predictions: candidates, reason }) => ({
      status: "failed",
      name,
      file: join(predictions, candidates[0] ?? name),
      reason,
      remedy: "Keep one file of each name, or move the others to a folder of their own.",
    })),
    unmatched: pairing.orphans,
    affixes: pairing.affixes,
  };
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    throw new Error(`There is no file or folder ${path} that can be read.`);
  }
}
