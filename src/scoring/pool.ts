import { availableParallelism } from "node:os";
import workerpool from "workerpool";
import { bootstrapIntervals, type Interval } from "../core/bootstrap.js";
import type { Settings } from "../core/settings.js";
import { addTimings, takesTime } from "../core/timings.js";
import type { FailedRow } from "../report/row.js";
import type { SentMaps, SentPair } from "./deflate.js";
import { JobQueue } from "./jobQueue.js";
import type { PairJob } from "./pairJob.js";
import { pruneCache } from "./pruneCache.js";
import { failedRow } from "./readPair.js";
import type { CachedRow } from "./scoreCached.js";
import type { ScoreOptions, Scorer, SketchWish } from "./scorer.js";
import { receivedRow } from "./sentRow.js";
import type { AnswerOf, QuestionOf, StudyName } from "./study.js";
import type { PairThumbnail } from "./thumbnailOfPair.js";
import type { EndOfTurn, ScoredPair, Turn } from "./turn.js";

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
  /** Milliseconds after which a worker that scores a folder lets others in, who want a picture of a pair; 30 unless given. */
  readonly turnMs?: number;
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
  private readonly turnMs: number;

  constructor({ workerFile, workers = availableParallelism(), cache, here, turnMs = 30 }: PoolOptions) {
    this.cache = cache;
    this.here = here;
    this.turnMs = turnMs;
    this.workers = Math.max(1, workers);
    const workerThreadOpts = { resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } };
    this.pool = workerpool.pool(workerFile, { workerType: "thread", maxWorkers: this.workers, workerThreadOpts });
    this.front = workerpool.pool(workerFile, { workerType: "thread", maxWorkers: 1 });
    this.side = workerpool.pool(workerFile, { workerType: "thread", maxWorkers: 1 });
  }

  async score(jobs: readonly PairJob[], settings: Settings, { onRow, signal }: ScoreOptions): Promise<void> {
    const queue = new JobQueue();
    const stop = () => queue.skipTo(jobs.length);
    signal?.addEventListener("abort", stop);
    if (signal?.aborted) stop();
    const missing = new Set(jobs.keys());
    const take = ({ index, row, isKnown }: ScoredPair) => {
      missing.delete(index);
      onRow(row, index, isKnown);
    };
    const lane = async () => {
      for (let first = queue.position; first < jobs.length; first = queue.position) {
        const turn = { jobs: jobs.slice(first, first + WINDOW), first, queue };
        const isWell = await this.takeTurn(turn, settings, take).then(
          () => true,
          () => false,
        );
        // A worker that dies before its first pair would do so for ever.
        if (!isWell && queue.position === first) return;
      }
    };
    const ownLane = async (score: ScoreHere) => {
      for (let index = queue.take(jobs.length); index !== null; index = queue.take(jobs.length)) {
        take({ index, ...score(jobs[index], settings, this.cache) });
        // What the workers have sent meanwhile.
        await new Promise((resolve) => setImmediate(resolve));
      }
    };
    const lanes = Array.from({ length: this.workers }, lane);
    await Promise.all(this.here ? [...lanes, ownLane(this.here)] : lanes);
    signal?.removeEventListener("abort", stop);
    // What a worker had taken when it died, say of memory. One after the other: only the culprit fails, and what waits in
    // a pool whose worker dies would wait for ever.
    for (const index of signal?.aborted ? [] : missing) await this.scoreAlone(jobs[index], index, settings, take);
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

  private async scoreAlone(
    job: PairJob,
    index: number,
    settings: Settings,
    take: (scored: ScoredPair) => void,
  ): Promise<void> {
    try {
      await this.takeTurn({ jobs: [job], first: 0, queue: new JobQueue() }, settings, (scored) =>
        take({ ...scored, index }),
      );
    } catch (error) {
      take({ index, row: failedRow(job, error), isKnown: false });
    }
  }

  /** Lets a worker score for a while. */
  private async takeTurn(
    { jobs, first, queue }: { jobs: readonly PairJob[]; first: number; queue: JobQueue },
    settings: Settings,
    take: (scored: ScoredPair) => void,
  ): Promise<void> {
    const on = (scored: readonly ScoredPair[]) => {
      for (const { index, row, isKnown } of scored)
        take({ index, row: receivedRow(row, jobs[index - first]), isKnown });
    };
    const turn: Turn = { jobs, first, queue: queue.memory, ms: this.turnMs, isTimed: takesTime() };
    const { scored, timings }: EndOfTurn = await this.pool.exec("score", [turn, settings, this.cache], { on });
    on(scored);
    addTimings(timings);
  }
}

/** Jobs that a worker is told of at once: enough for several turns of a message, and few beside all. */
const WINDOW = 64;
