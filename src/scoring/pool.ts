import { availableParallelism } from "node:os";
import workerpool from "workerpool";
import type { Settings } from "../core/settings.js";
import type { FailedRow, Row } from "../report/row.js";
import type { GatheredPair } from "./gatherPair.js";
import type { PairJob } from "./pairJob.js";
import { failedRow } from "./readPair.js";
import type { ScoreOptions, Scorer } from "./scorer.js";
import type { AnswerOf, QuestionOf, StudyName } from "./study.js";
import type { PairThumbnail } from "./thumbnailOfPair.js";

export interface PoolOptions {
  /** The bundled `worker.js`. */
  readonly workerFile: string;
  /** Threads; one a core unless given. */
  readonly workers?: number;
}

/** Scores in worker threads, which read the files themselves: the calling thread only sees finished rows. */
export class ScoringPool implements Scorer {
  private readonly pool: workerpool.Pool;
  /** One more thread for the pair that a person waits for: it must not queue behind a folder. Starts when first used. */
  private readonly front: workerpool.Pool;
  /** And one for what is studied of that pair, which must not hold up the next pair. Starts when first used. */
  private readonly side: workerpool.Pool;
  private readonly workers: number;

  constructor({ workerFile, workers = availableParallelism() }: PoolOptions) {
    this.workers = Math.max(1, workers);
    this.pool = workerpool.pool(workerFile, { workerType: "thread", maxWorkers: this.workers });
    this.front = workerpool.pool(workerFile, { workerType: "thread", maxWorkers: 1 });
    this.side = workerpool.pool(workerFile, { workerType: "thread", maxWorkers: 1 });
  }

  async score(jobs: readonly PairJob[], settings: Settings, { onRow, signal }: ScoreOptions): Promise<void> {
    let next = 0;
    const lane = async () => {
      while (next < jobs.length && !signal?.aborted) {
        const index = next++;
        onRow(await this.scoreOne(jobs[index], settings), index);
      }
    };
    // Two lanes a worker: while one pair is scored, the next waits at the worker's door.
    await Promise.all(Array.from({ length: 2 * this.workers }, lane));
  }

  async gather(job: PairJob, settings: Settings, ahead = false): Promise<GatheredPair | FailedRow> {
    try {
      return await (ahead ? this.pool : this.front).exec("gather", [job, settings]);
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

  async close(): Promise<void> {
    await Promise.all([this.pool, this.front, this.side].map((pool) => pool.terminate(true)));
  }

  private async scoreOne(job: PairJob, settings: Settings): Promise<Row> {
    try {
      return await this.pool.exec("score", [job, settings]);
    } catch (error) {
      // The worker itself died, say of memory; the pool starts another for the rest.
      return failedRow(job, error);
    }
  }
}
