import type { Settings } from "../core/settings.js";
import type { Row } from "../report/row.js";
import type { PairJob } from "./pairJob.js";
import { keep, keyOf, recall } from "./rowCache.js";
import { scorePair } from "./scorePair.js";

/** A row, and whether it was known before. */
export interface CachedRow {
  readonly row: Row;
  readonly isKnown: boolean;
}

/**
 * Scores a pair unless a cache knows it: its files are then not even opened.
 *
 * @param cache the folder of the cache; none where not given.
 */
export function scoreCached(job: PairJob, settings: Settings, cache?: string): CachedRow {
  const key = cache === undefined ? null : keyOf(job, settings);
  if (cache === undefined || key === null) return { row: scorePair(job, settings), isKnown: false };
  const known = recall(cache, key, job);
  if (known) return { row: known, isKnown: true };
  const row = scorePair(job, settings);
  keep(cache, key, row);
  return { row, isKnown: false };
}
