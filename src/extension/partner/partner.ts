import { dirname } from "node:path";
import { type Plan, planPairs } from "../../scoring/folders.js";
import type { PairJob } from "../../scoring/pairJob.js";
import type { RunFolders } from "../run.js";
import { isNamedLike, isNamedLikeTruth } from "./folderNames.js";
import type { Memory } from "./memory.js";
import { isWithin } from "./subfolders.js";
import { type Candidate, type CandidateOptions, partnerFolders } from "./truthCandidates.js";

/** What is known about partners before folders are searched. */
export interface Known {
  /** The pairs of the current run. */
  readonly jobs: readonly PairJob[];
  readonly memory: Pick<Memory, "choices">;
}

export interface PartnerOptions extends CandidateOptions {
  /** Take the one folder that stands out, rather than leave the choice to the person. */
  readonly decide: boolean;
}

/** A pair, or the folders to choose from. */
export type Partner =
  | { readonly found: true; readonly job: PairJob }
  | {
      readonly found: false;
      /** The role of the file itself, by the name of its folder. */
      readonly role: "prediction" | "truth";
      readonly folder: string;
      readonly candidates: readonly Candidate[];
      /** It lies among source images. */
      readonly isPhotograph: boolean;
    };

/**
 * The pair that a mask file belongs to: of the current run, else of a ground truth chosen before, else with the one
 * folder nearby that stands out. A file in a folder named like ground truth is looked up as ground truth.
 * @param file absolute path.
 */
export async function findPartner(file: string, known: Known, options: PartnerOptions): Promise<Partner> {
  const job = pairOf(file, known.jobs) ?? (await rememberedPair(file, known.memory));
  if (job) return { found: true, job };
  const folder = dirname(file);
  const role = isNamedLikeTruth(folder, options.truthNames) ? "truth" : "prediction";
  const candidates = await partnerFolders(folder, options);
  // A photograph beside the masks pairs by name as well as a prediction does: it is not taken for one unasked.
  const isPhotograph = role === "prediction" && isNamedLike(folder, options.imageNames);
  const best = options.decide && !isPhotograph ? outstanding(candidates, role) : undefined;
  if (best) {
    const plan = await planPairs(...sides(role, folder, best.folder));
    const pair = pairOf(file, plan.jobs);
    if (pair) return { found: true, job: pair };
  }
  return { found: false, role, folder, candidates, isPhotograph };
}

/** Predictions and ground truth, in this order, when `folder` plays `role` and `partner` the other. */
export function sides(role: "prediction" | "truth", folder: string, partner: string): [string, string] {
  return role === "prediction" ? [folder, partner] : [partner, folder];
}

/** The pair of `jobs` that holds the file on either side. */
export function pairOf(file: string, jobs: Plan["jobs"]): PairJob | undefined {
  return jobs.find(({ prediction, truth }) => prediction === file || truth === file);
}

async function rememberedPair(file: string, memory: Known["memory"]): Promise<PairJob | undefined> {
  for (const choice of memory.choices()) {
    if (!isWithin(choice.predictions, file) && !isWithin(choice.truth, file)) continue;
    const pair = pairOf(file, (await planIfThere(choice))?.jobs ?? []);
    if (pair) return pair;
  }
  return undefined;
}

async function planIfThere({ predictions, truth }: RunFolders): Promise<Plan | undefined> {
  try {
    return await planPairs(predictions, truth);
  } catch {
    // A folder that was remembered may be gone by now.
    return undefined;
  }
}

/**
 * The candidate that can be taken without asking: for a prediction the first, if its name says ground truth and no other
 * such folder pairs as many; for ground truth the only folder that is not one of images.
 */
function outstanding(candidates: readonly Candidate[], role: "prediction" | "truth"): Candidate | undefined {
  const fitting = candidates.filter(({ images, named }) => !images && named === (role === "prediction"));
  const [first, second] = fitting;
  if (role === "truth") return second ? undefined : first;
  return first && (!second || second.pairs < first.pairs) ? first : undefined;
}
