import type { Settings } from "../core/settings.js";
import type { Row } from "../report/row.js";
import type { PairJob } from "./pairJob.js";
import { keep, keyOf, recall, YOUNG } from "./rowCache.js";
import { scorePair } from "./scorePair.js";

/**
 * What a cache has to do with a row: it was known before, it is new, or a file is too young for it to be looked up or kept.
 */
export type CacheUse = "known" | "new" | "young";

export interface CachedRow {
  readonly row: Row;
  readonly use: CacheUse;
}

/**
 * Scores a pair unless a cache knows it: its files are then not even opened.
 *
 * @param cache the folder of the cache; none where not given.
 */
export function scoreCached(job: PairJob, settings: Settings, cache?: string): CachedRow {
  const key = cache === undefined ? null : keyOf(job, settings);
  if (cache === undefined || key === null) return { row: scorePair(job, settings), use: "new" };
  if (key === YOUNG) return { row: scorePair(job, settings), use: "young" };
  const known = recall(cache, key, job);
  if (known) return { row: known, use: "known" };
  const row = scorePair(job, settings);
  keep(cache, key, row);
  return { row, use: "new" };
}
