import { bootstrapIntervals } from "../core/bootstrap.js";
import { sent } from "./deflate.js";
import { gatherPair, glancePair, withSketch } from "./gatherPair.js";
import { pruneCache } from "./pruneCache.js";
import { scoreCached } from "./scoreCached.js";
import type { Scorer } from "./scorer.js";
import { study } from "./study.js";
import { thumbnailOfPair } from "./thumbnailOfPair.js";

/**
 * Scores in the calling thread: for tests, and for `--jobs 1`, where a worker would only cost its start.
 *
 * @param cache a folder that keeps rows from one run to the next; nothing is kept where not given.
 */
export const inlineScorerWith = (cache?: string): Scorer => ({
  async score(jobs, settings, { onRow, signal }) {
    for (const [index, job] of jobs.entries()) {
      if (signal?.aborted) return;
      const { row, use } = scoreCached(job, settings, cache);
      onRow(row, index, use);
    }
    if (cache !== undefined) await pruneCache(cache);
  },
  async glance(job, settings, sketch) {
    return withSketch(glancePair(job, settings), sketch?.threshold ?? null, (found) => sketch?.onSketch(found));
  },
  async gather(job, settings) {
    return sent(gatherPair(job, settings));
  },
  async thumbnail(job, settings, edge) {
    return thumbnailOfPair(job, settings, edge);
  },
  async study(name, job, settings, question) {
    return study(name, job, settings, question);
  },
  async bootstrap(groups) {
    return groups.map(bootstrapIntervals);
  },
  async close() {},
});

export const inlineScorer = inlineScorerWith();
