import { JobQueue } from "./jobQueue.js";

/** Some jobs of a list: those in its queue below an index. */
export interface Share {
  readonly queue: JobQueue;
  readonly end: number;
}

export interface Sharing<Job> {
  /** How many other threads there are. */
  readonly others: number;
  /** Lets one of them take jobs of a share for a while; says of each which it is, once it is done. Rejects where it died. */
  takeTurn(share: Share, done: (index: number) => void): Promise<void>;
  /** Does a job in this thread; not given where it only waits for the others. */
  doHere?(job: Job, index: number): void;
  /** Says of a job that whoever does it dies of it. */
  giveUp(index: number, reason: unknown): void;
}

/**
 * Has a list of jobs done by several threads, each of which takes the next from one queue as it becomes free.
 *
 * @param signal when aborted, no further job is begun.
 */
export async function shareJobs<Job>(
  jobs: readonly Job[],
  { others, takeTurn, doHere, giveUp }: Sharing<Job>,
  signal?: AbortSignal,
): Promise<void> {
  const queue = new JobQueue();
  const stop = () => queue.skipTo(jobs.length);
  signal?.addEventListener("abort", stop);
  if (signal?.aborted) stop();
  /** 1 for those that are. As a set, 10,000 that are not take a third of a megabyte. */
  const done = new Uint8Array(jobs.length);
  const isDone = (index: number) => {
    done[index] = 1;
  };
  const there = async () => {
    for (let first = queue.position; first < jobs.length; first = queue.position) {
      const isWell = await takeTurn({ queue, end: jobs.length }, isDone).then(
        () => true,
        () => false,
      );
      // A thread that dies before its first job would do so for ever.
      if (!isWell && queue.position === first) return;
    }
  };
  const here = async () => {
    if (!doHere) return;
    for (;;) {
      // The others start, and what they have sent meanwhile arrives.
      await new Promise((resolve) => setImmediate(resolve));
      const index = queue.take(jobs.length);
      if (index === null) return;
      doHere(jobs[index], index);
      isDone(index);
    }
  };
  await Promise.all([...Array.from({ length: others }, there), here()]);
  signal?.removeEventListener("abort", stop);
  if (signal?.aborted) return;
  // What a thread had taken when it died, say of memory: one by one, only the culprit fails.
  for (const index of jobs.keys()) {
    if (done[index] === 1) continue;
    const alone = { queue: new JobQueue(), end: index + 1 };
    alone.queue.skipTo(index);
    await takeTurn(alone, () => {}).catch((reason: unknown) => giveUp(index, reason));
  }
}
