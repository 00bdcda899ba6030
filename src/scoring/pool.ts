import { availableParallelism } from "node:os";
import workerpool from "workerpool";
import { bootstrapIntervals, type Interval, type SeriesGroup } from "../core/bootstrap.js";
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
import { inShares, roomFor, sentGroup } from "./sentSeries.js";
import { shareable } from "./sharedJobs.js";
import { type Sharing, shareJobs } from "./shareJobs.js";
import type { AnswerOf, QuestionOf, StudyName } from "./study.js";
import { startThreads, type Threads } from "./threads.js";
import type { PairThumbnail } from "./thumbnailOfPair.js";
import type { EndOfTurn, ScoredPair, Turn } from "./turn.js";

export interface PoolOptions {
  /** The bundled `worker.js`. */
  readonly workerFile: string;
  /** How many threads score; one a core unless given. */
  readonly workers?: number;
  /** Those threads, where they have been started already. */
  readonly threads?: Threads;
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

/** Scores in worker threads, which read the files themselves: the calling thread only sees finished rows. */
export class ScoringPool implements Scorer {
  private readonly pool: Threads;
  /** One more thread for the pair that a person waits for: it must not queue behind a folder. Starts when first used. */
  private readonly front: Threads;
  /** And one for what is studied of that pair, which must not hold up the next pair. Starts when first used. */
  private readonly side: Threads;
  private readonly workers: number;
  private readonly cache: string | undefined;
  private readonly here: ScoreHere | undefined;
  private readonly turnMs: number;

  constructor({ workerFile, workers = availableParallelism(), threads, cache, here, turnMs = 30 }: PoolOptions) {
    this.cache = cache;
    this.here = here;
    this.turnMs = turnMs;
    this.workers = Math.max(1, workers);
    this.pool = threads ?? startThreads(workerFile, this.workers);
    this.front = workerpool.pool(workerFile, { workerType: "thread", maxWorkers: 1 });
    this.side = workerpool.pool(workerFile, { workerType: "thread", maxWorkers: 1 });
  }

  async score(jobs: readonly PairJob[], settings: Settings, { onRow, signal }: ScoreOptions): Promise<void> {
    const { here, cache } = this;
    const list = shareable(jobs);
    const sharing: Sharing<PairJob> = {
      others: this.workers,
      takeTurn: ({ queue, end }, done) =>
        this.takeTurn({ jobs: list, queue: queue.memory, end }, settings, ({ index, row, use }) => {
          done(index);
          onRow(receivedRow(row, jobs[index]), index, use);
        }),
      ...(here && {
        doHere(job: PairJob, index: number) {
          const { row, use } = here(job, settings, cache);
          onRow(row, index, use);
        },
      }),
      giveUp: (index, reason) => onRow(failedRow(jobs[index], reason), index, "new"),
    };
    await shareJobs(jobs, sharing, signal);
    if (cache !== undefined) await pruneCache(cache);
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

  async bootstrap(groups: readonly SeriesGroup[]): Promise<Array<Array<Interval | null>>> {
    const shares = inShares(groups, this.workers + (this.here ? 1 : 0));
    const found: Array<Array<Array<Interval | null>>> = [];
    // Whoever is free takes the next.
    const queue = shares.entries();
    const there = async () => {
      const rooms = (shares[0] ?? []).map(() => roomFor(groups));
      for (const [i, share] of queue) {
        const sent = share.map((group, at) => sentGroup(group, rooms[at]));
        found[i] = await this.pool.exec("bootstrap", [sent]);
      }
    };
    const here = async () => {
      for (const [i, share] of queue) {
        // What the others have found meanwhile arrives.
        await new Promise((resolve) => setImmediate(resolve));
        found[i] = share.map(bootstrapIntervals);
      }
    };
    await Promise.all([...Array.from({ length: this.workers }, there), ...(this.here ? [here()] : [])]);
    return found.flat();
  }

  async close(): Promise<void> {
    await Promise.all([this.pool, this.front, this.side].map((pool) => pool.terminate(true)));
  }

  /** Lets a worker score for a while. */
  private async takeTurn(
    share: Pick<Turn, "jobs" | "queue" | "end">,
    settings: Settings,
    take: (scored: ScoredPair) => void,
  ): Promise<void> {
    const on = (scored: readonly ScoredPair[]) => {
      for (const pair of scored) take(pair);
    };
    const turn: Turn = { ...share, ms: this.turnMs, isTimed: takesTime() };
    const { scored, timings }: EndOfTurn = await this.pool.exec("score", [turn, settings, this.cache], { on });
    on(scored);
    addTimings(timings);
  }
}
