import { availableParallelism } from "node:os";
import workerpool from "workerpool";
import { bootstrapIntervals, type Interval } from "../core/bootstrap.js";
import type { Settings } from "../core/settings.js";
import { addTimings, takesTime } from "../core/timings.js";
import type { FailedRow } from "../report/row.js";
import type { SentMaps, SentPair } from "./deflate.js";
import type { PairJob } from "./pairJob.js";
import { pruneCache } from "./pruneCache.js";
import { failedRow } from "./readPair.js";
import type { CachedRow } from "./scoreCached.js";
import type { ScoreOptions, Scorer, SketchWish } from "./scorer.js";
import { receivedRow } from "./sentRow.js";
import type { AnswerOf, QuestionOf, StudyName } from "./study.js";
import type { PairThumbnail } from "./thumbnailOfPair.js";
import type { ScoredBatch } from "./worker.js";

export interface PoolOptions {
  /** The bundled `worker.js`. */
  readonly workerFile: string;
  /** Threads; one a core unless given. */
  readonly workers?: number;
  /** A folder that keeps rows from one run to the next; nothing is kept where not given. */
  readonly cache?: string;
  /**
   * What the calling thread scores pairs with, beside the workers. Not given where it must stay free: it is held up for
   * the time of a pair.
   */
  readonly here?: ScoreHere;
}

/** As `scoreCached`, which would bring all of scoring into the bundle of whoever imports this file. */
export type ScoreHere = (job: PairJob, settings: Settings, cache?: string) => CachedRow;

/** Pixels are not in the heap of a worker, so that a small nursery costs it no time and spares some 15 MB each (measured). */
const YOUNG_MB = 4;

/** Scores in worker threads, which read the files themselves: the calling thread only sees finished rows. */
export class ScoringPool implements Scorer {
  private readonly pool: workerpool.Pool;
  /** One more thread for the pair that a person waits for: it must not queue behind a folder. Starts when first used. */
  private readonly front: workerpool.Pool;
  /** And one for what is studied of that pair, which must not hold up the next pair. Starts when first used. */
  private readonly side: workerpool.Pool;
  private readonly workers: number;
  private readonly cache: string | undefined;
  private readonly here: ScoreHere | undefined;

  constructor({ workerFile, workers = availableParallelism(), cache, here }: PoolOptions) {
    this.cache = cache;
    this.here = here;
    this.workers = Math.max(1, workers);
    const workerThreadOpts = { resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } };
    this.pool = workerpool.pool(workerFile, { workerType: "thread", maxWorkers: this.workers, workerThreadOpts });
    this.front = workerpool.pool(workerFile, { workerType: "thread", maxWorkers: 1 });
    this.side = workerpool.pool(workerFile, { workerType: "thread", maxWorkers: 1 });
  }

  async score(jobs: readonly PairJob[], settings: Settings, { onRow, signal }: ScoreOptions): Promise<void> {
    let next = 0;
    let size = 1;
    const lane = async () => {
      while (next < jobs.length && !signal?.aborted) {
        const first = next;
        const batch = jobs.slice(first, first + size);
        next += batch.length;
        const start = performance.now();
        const rows = await this.scoreBatch(batch, settings);
        for (const [at, { row, isKnown }] of rows.entries()) onRow(row, first + at, isKnown);
        size = nextSize(batch.length, performance.now() - start, jobs.length - next, this.workers);
      }
    };
    const ownLane = async (score: ScoreHere) => {
      while (next < jobs.length && !signal?.aborted) {
        const index = next++;
        const { row, isKnown } = score(jobs[index], settings, this.cache);
        onRow(row, index, isKnown);
        // What the workers have sent meanwhile.
        await new Promise((resolve) => setImmediate(resolve));
      }
    };
    // Two lanes a worker: while one batch is scored, the next waits at the worker's door.
    const lanes = Array.from({ length: 2 * this.workers }, lane);
    await Promise.all(this.here ? [...lanes, ownLane(this.here)] : lanes);
    if (this.cache !== undefined) await pruneCache(this.cache);
  }

  async glance(job: PairJob, settings: Settings, sketch?: SketchWish): Promise<SentPair | SentMaps | FailedRow> {
    try {
      const on = (found: SentPair) => sketch?.onSketch(found);
      return await this.front.exec("glance", [job, settings, sketch?.threshold ?? null], { on });
    } catch (error) {
      return failedRow(job, error);
    }
  }

  async gather(job: PairJob, settings: Settings): Promise<SentPair | SentMaps | FailedRow> {
    try {
      return await this.pool.exec("gather", [job, settings]);
    } catch (error) {
      return failedRow(job, error);
    }
  }

  async thumbnail(job: PairJob, settings: Settings, edge?: number): Promise<PairThumbnail | null> {
    try {
      return await this.pool.exec("thumbnail", [job, settings, edge]);
    } catch {
      // The worker itself died; the picture is not worth more words.
      return null;
    }
  }

  async study<Name extends StudyName>(
    name: Name,
    job: PairJob,
    settings: Settings,
    question: QuestionOf<Name>,
  ): Promise<AnswerOf<Name>> {
    return await this.side.exec("study", [name, job, settings, question]);
  }

  async bootstrap(series: readonly Float64Array[]): Promise<ReadonlyArray<Interval | null>> {
    const share = Math.ceil(series.length / (this.workers + (this.here ? 1 : 0)));
    const shares = Array.from({ length: this.workers }, (_, i) => series.slice(i * share, (i + 1) * share));
    const elsewhere = shares.map((part): Promise<Interval[]> => Promise.resolve(this.pool.exec("bootstrap", [part])));
    const own = bootstrapIntervals(series.slice(this.workers * share));
    return [...(await Promise.all(elsewhere)).flat(), ...own];
  }

  async close(): Promise<void> {
    await Promise.all([this.pool, this.front, this.side].map((pool) => pool.terminate(true)));
  }

  private async scoreBatch(jobs: readonly PairJob[], settings: Settings): Promise<CachedRow[]> {
    try {
      const batch: ScoredBatch = await this.pool.exec("score", [jobs, settings, this.cache, takesTime()]);
      const { rows, timings } = batch;
      addTimings(timings);
      return rows.map(({ row, isKnown }, at) => ({ row: receivedRow(row, jobs[at]), isKnown }));
    } catch (error) {
      // The worker itself died, say of memory; the pool starts another for the rest. One by one, only the culprit fails.
      const [job] = jobs;
      if (jobs.length === 1) return [{ row: failedRow(job, error), isKnown: false }];
      const rows = await Promise.all(jobs.map((one) => this.scoreBatch([one], settings)));
      return rows.flat();
    }
  }
}

/** A batch should keep a worker busy this long: a message costs some tenths of a millisecond, a small pair no more. */
const BATCH_MS = 30;
const LARGEST_BATCH = 64;

/** Pairs in the next batch, after one of `size` that took `ms`, waiting included. At the end no worker should run alone. */
function nextSize(size: number, ms: number, left: number, workers: number): number {
  const wanted = Math.min(2 * size, Math.round((size * BATCH_MS) / Math.max(ms, 0.1)));
  return Math.max(1, Math.min(wanted, LARGEST_BATCH, Math.ceil(left / (4 * workers))));
}
