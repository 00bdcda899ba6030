import { basename, extname, join, sep } from "node:path";
import type { LabelClass } from "../core/labels/classes.js";
import { pairFolders } from "../pairing/folders.js";
import { stemOf } from "../pairing/names.js";
import type { FailedRow, LoneFile, Unmatched } from "../report/row.js";
import { type ClassFolders, classFolders } from "./classFolders.js";
import { type Listing, listFolder } from "./listMasks.js";
import type { PairJob } from "./pairJob.js";
import { pathKind } from "./pathKind.js";
import { whyUnreadable } from "./unreadable.js";

/** What is to be scored, and what cannot be. */
export interface Plan {
  readonly jobs: readonly PairJob[];
  /** Ambiguities: pairs with two candidates; and sub-folders that cannot be listed. */
  readonly failures: readonly FailedRow[];
  readonly unmatched: Unmatched;
  /** The same files by name and path. */
  readonly alone: readonly LoneFile[];
  /** What was found beside masks and could be taken for one, or for a folder of them: path and sentence. */
  readonly notes: readonly string[];
  /** The affix taken off the names of each side, in words, or null. */
  readonly affixes: { readonly prediction: string | null; readonly truth: string | null };
}

/**
 * Pairs two folders, or two files. Predictions that lie in a sub-folder a class are paired as one.
 * @param classes the listed classes: sub-folders may bear their names.
 * @throws Error where one of the two is not there, cannot be read, or is something else.
 */
export async function planPairs(predictions: string, truth: string, classes?: readonly LabelClass[]): Promise<Plan> {
  const [predictionKind, truthKind] = await Promise.all([pathKind(predictions), pathKind(truth)]);
  if (predictionKind !== truthKind) {
    const folder = predictionKind === "folder" ? predictions : truth;
    throw new Error(`${folder} is a folder and the other is a file: name two folders or two files.`);
  }
  if (predictionKind === "file") {
    const name = basename(predictions, extname(predictions));
    return {
      jobs: [{ name, prediction: predictions, truth }],
      failures: [],
      unmatched: { predictions: [], truth: [] },
      alone: [],
      affixes: { prediction: null, truth: null },
      notes: [],
    };
  }
  const sides = { predictions: await listed(predictions), truth: await listed(truth) };
  const plan = planListed(sides.predictions, sides.truth, classes);
  const both = [sides.predictions, sides.truth];
  return {
    ...plan,
    alone: loneFiles(plan.unmatched, { predictions, truth }),
    failures: [
      ...closedFolders(sides.predictions, "prediction"),
      ...closedFolders(sides.truth, "truth"),
      ...plan.failures,
    ],
    notes: [
      ...both.flatMap(({ notes }) => notes),
      ...brokenLinks(sides.predictions, plan.unmatched.predictions),
      ...brokenLinks(sides.truth, plan.unmatched.truth),
    ],
  };
}

/** Files without a partner, as they would be named in a pair. */
export function loneFiles(
  { predictions, truth }: Unmatched,
  folders: { readonly predictions: string; readonly truth: string },
): LoneFile[] {
  const [inPredictions, inTruth] = [joiner(folders.predictions), joiner(folders.truth)];
  return [
    ...predictions.map((file) => ({ name: stemOf(file), prediction: inPredictions(file), truth: "" })),
    ...truth.map((file) => ({ name: stemOf(file), prediction: "", truth: inTruth(file) })),
  ];
}

/** A folder, and what lies below it. */
interface Listed extends Listing {
  readonly folder: string;
}

async function listed(folder: string): Promise<Listed> {
  try {
    return { folder, ...(await listFolder(folder)) };
  } catch (error) {
    throw new Error(whyUnreadable(folder, error));
  }
}

function closedFolders({ folder, closed }: Listed, side: "prediction" | "truth"): FailedRow[] {
  const inFolder = joiner(folder);
  return closed.map(({ folder: name, reason, remedy }) => {
    const file = inFolder(name);
    return { status: "failed", name, file, prediction: "", truth: "", [side]: file, reason, remedy };
  });
}

/** Of files that have no partner; of pairs they fail. */
function brokenLinks({ folder, broken }: Listed, unmatched: readonly string[]): string[] {
  const inFolder = joiner(folder);
  return unmatched.flatMap((file) => {
    const reason = broken.get(file);
    return reason === undefined ? [] : [`${inFolder(file)}: ${reason}`];
  });
}

type Pairs = Pick<Plan, "jobs" | "failures" | "unmatched" | "affixes">;

function planListed(
  { folder: predictions, files }: Listed,
  { folder: truth, files: truthFiles }: Listed,
  classes: readonly LabelClass[] | undefined,
): Pairs {
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
): Pairs {
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
    failures: pairing.ambiguities.map(({ name, predictions: candidates, truth: truths, reason }) => {
      const [ofPrediction = name] = filesOf(candidates[0] ?? name);
      const files = { prediction: inPredictions(ofPrediction), truth: inTruth(truths[0] ?? name) };
      return {
        status: "failed",
        name,
        file: candidates.length > 1 ? files.prediction : files.truth,
        ...files,
        reason,
        remedy: "Keep one file of each name, or move the others to a folder of their own.",
      };
    }),
    unmatched: { ...pairing.orphans, predictions: pairing.orphans.predictions.flatMap(filesOf) },
    affixes: pairing.affixes,
  };
}

/**
 * Joins a folder and relative paths with forward slashes, as `join` of paths does; what that gives is a chain of pieces,
 * which of a pair would take a kilobyte (measured). So does a sum, until it is read, and its pieces stay: a joined list is
 * one string.
 */
function joiner(folder: string): (file: string) => string {
  const prefix = join(folder, "x").slice(0, -1);
  return (file) => [prefix, sep === "/" ? file : file.replaceAll("/", sep)].join("");
}
