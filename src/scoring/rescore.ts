import { stat } from "node:fs/promises";
import { scoreById } from "../core/catalogue.js";
import type { Settings } from "../core/settings.js";
import type { TallyStack } from "../core/tallyStack.js";
import { readTallies } from "./evidenceFile.js";

/** Scores of all pairs of a run under other settings. */
export interface RescoreRequest {
  /** What an EvidenceWriter wrote. */
  readonly file: string;
  /** Scores, by id. */
  readonly ids: readonly string[];
  readonly settings: Settings;
  /** One more than the highest index of a pair. */
  readonly pairs: number;
}

let opened: { readonly file: string; readonly at: number; readonly stack: Promise<TallyStack> } | null = null;

/** Evaluates tallies of a file, which are kept for the next call. @returns a column a score, by index; NaN where undefined. */
export async function rescore({ file, ids, settings, pairs }: RescoreRequest): Promise<Float64Array[]> {
  // The run of a folder that is followed is written again and again.
  const at = await stat(file).then(({ mtimeMs }) => mtimeMs);
  if (opened?.file !== file || opened.at !== at) opened = { file, at, stack: readTallies(file) };
  const { stack } = opened;
  // A file that could not be read may be whole at the next call.
  stack.catch(() => {
    if (opened?.stack === stack) opened = null;
  });
  const tallies = await stack;
  return ids.map((id) => {
    const column = new Float64Array(pairs).fill(Number.NaN);
    tallies.evaluate(scoreById(id), settings, (value, index) => {
      column[index] = value ?? Number.NaN;
    });
    return column;
  });
}
