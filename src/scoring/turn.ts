import { isDeepStrictEqual } from "node:util";
import type { Settings } from "../core/settings.js";
import { startTimings, type Timings, takeTimings } from "../core/timings.js";
import { JobQueue } from "./jobQueue.js";
import { type CachedRow, scoreCached } from "./scoreCached.js";
import { sentRow } from "./sentRow.js";
import { jobAt, type SharedJobs } from "./sharedJobs.js";

/** What a worker may take from a queue before it answers. */
export interface Turn {
  readonly jobs: SharedJobs;
  /** Of the {@link JobQueue} that counts them. */
  readonly queue: SharedArrayBuffer;
  /** Index of the first job that it may not take. */
  readonly end: number;
  /** No job is begun after so many milliseconds. */
  readonly ms: number;
  /** Whether time is taken. */
  readonly isTimed: boolean;
}

export interface ScoredPair extends CachedRow {
  /** Of its job in the list. */
  readonly index: number;
}

export interface EndOfTurn {
  /** Those that were not told on the way. */
  readonly scored: readonly ScoredPair[];
  readonly timings: Timings;
}

/**
 * Rows are told so often: a message costs some tenths of a millisecond, a small pair no more. Those of many rows take
 * memory on either side, and time to collect it: every 30 ms they cost 5 % more time and 5 MB (measured).
 */
const TELL_MS = 3;

/** Those of the turn before. */
let lastSettings: Settings | undefined;

/** The same object as before where the settings are the same: a message brings copies, and scores are bound to each anew. */
function shared(settings: Settings): Settings {
  if (lastSettings === undefined || !isDeepStrictEqual(settings, lastSettings)) lastSettings = settings;
  return lastSettings;
}

/** Scores jobs of a queue until those of the turn, or its time, are over. @param tell what is done so far. */
export function takeTurn(
  { jobs, queue: memory, end, ms, isTimed }: Turn,
  sentSettings: Settings,
  cache: string | undefined,
  tell: (scored: readonly ScoredPair[]) => void,
): EndOfTurn {
  const settings = shared(sentSettings);
  if (isTimed) startTimings(() => performance.now());
  const queue = new JobQueue(memory);
  const stop = performance.now() + ms;
  let told = performance.now();
  let scored: ScoredPair[] = [];
  for (let index = queue.take(end); index !== null; index = queue.take(end)) {
    const { row, use } = scoreCached(jobAt(jobs, index), settings, cache);
    scored.push({ index, row: sentRow(row), use });
    const now = performance.now();
    if (now >= stop) break;
    if (now < told + TELL_MS) continue;
    tell(scored);
    told = now;
    scored = [];
  }
  return { scored, timings: takeTimings() };
}
