import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import type { Settings } from "../core/settings.js";
import { addTimings, startTimings, takeTimings, timed } from "../core/timings.js";
import { parseClasses } from "../formats/classes.js";
import { FormatError } from "../formats/image.js";
import { failureText, type Report } from "../report/report.js";
import { ReportBuilder } from "../report/reportBuilder.js";
import type { Plan } from "../scoring/folders.js";
import { inlineScorerWith } from "../scoring/inline.js";
import type { PairJob } from "../scoring/pairJob.js";
import { ScoringPool } from "../scoring/pool.js";
import { type CachedRow, type CacheUse, scoreCached } from "../scoring/scoreCached.js";
import type { Scorer } from "../scoring/scorer.js";
import { whyUnreadable } from "../scoring/unreadable.js";
import type { Scoring } from "./arguments/settings.js";
import { FileError } from "./fileError.js";
import { firstThreads, workersFor } from "./firstThread.js";
import { keepNurserySmall } from "./heap.js";
import { Progress } from "./progress.js";
import { timingsText } from "./timingsText.js";

/** The settings with the classes of the class list. @throws FileError for a class list that cannot be read. */
export function settingsWithClasses({ settings, classes: file }: Scoring): Settings {
  if (file === undefined) return settings;
  try {
    return { ...settings, classes: parseClasses(readFileSync(file, "utf8")) };
  } catch (error) {
    if (error instanceof FormatError) {
      throw new FileError(`--classes ${file}: ${failureText({ reason: error.message, remedy: error.remedy })}`);
    }
    throw new FileError(`--classes: ${whyUnreadable(file, error)}`);
  }
}

function poolOf(threads: number, cache: string | undefined): Scorer {
  const { workers, scoresHere } = workersFor(threads);
  return new ScoringPool({
    workerFile: join(__dirname, "worker.js"),
    workers,
    // Nobody wants anything else of the workers.
    turnMs: Number.POSITIVE_INFINITY,
    ...(firstThreads && { threads: firstThreads }),
    ...(scoresHere && { here: scoreHere }),
    ...(cache !== undefined && { cache }),
  });
}

function scoreHere(job: PairJob, settings: Settings, cache?: string): CachedRow {
  // A worker that has started lets it grow.
  keepNurserySmall();
  return scoreCached(job, settings, cache);
}

/** Scores the pairs of several plans, one after the other, with the same workers. @returns a report a plan. */
export async function scorePlans(
  plans: readonly Plan[],
  settings: Settings,
  { jobs, cache, timings }: Pick<Scoring, "jobs" | "cache" | "timings">,
): Promise<Report[]> {
  const start = performance.now();
  if (timings) startTimings(() => performance.now());
  const total = plans.reduce((sum, plan) => sum + plan.jobs.length, 0);
  const threads = Math.min(jobs ?? availableParallelism(), total);
  const scorer = threads > 1 ? poolOf(threads, cache) : inlineScorerWith(cache);
  const progress = new Progress(total);
  const reports: Report[] = [];
  let done = 0;
  const uses = { known: 0, new: 0, young: 0 };
  try {
    for (const plan of plans) {
      const builder = new ReportBuilder(plan, settings);
      await scorer.score(plan.jobs, settings, {
        onRow(row, index, use) {
          progress.show(++done);
          uses[use]++;
          timed("sums", () => builder.add(row, index));
        },
      });
      const scored = performance.now();
      await builder.prepare(scorer.bootstrap.bind(scorer));
      if (timings) addTimings({ intervals: performance.now() - scored });
      reports.push(builder.build());
    }
  } finally {
    progress.clear();
    await scorer.close();
  }
  if (cache !== undefined) process.stderr.write(cacheText(uses, total));
  if (timings) process.stderr.write(timingsText(takeTimings(), performance.now() - start));
  return reports;
}

function cacheText({ known, young }: Readonly<Record<CacheUse, number>>, total: number): string {
  const notKept = young === 0 ? "" : ` ${young} not kept: a file that is younger than 2 s may change again unnoticed.`;
  return `${known} of ${total} pairs were in the cache.${notKept}\n`;
}
