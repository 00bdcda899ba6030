import { JobQueue } from "./jobQueue.js";

/** Some jobs of a list, to be taken from its queue. */
export interface Share<Job> {
  readonly jobs: readonly Job[];
  /** Index of the first of them in the list. */
  readonly first: number;
  readonly queue: JobQueue;
}

export interface Sharing<Job> {
  /** How many other threads there are. */
  readonly others: number;
  /** Jobs that one of them is told of at once: it should not run out of them during a turn. */
  readonly told: number;
  /** Lets one of them take jobs of a share for a while; says of each which it is, once it is done. Rejects where it died. */
  takeTurn(share: Share<Job>, done: (index: number) => void): Promise<void>;
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
  { others, told, takeTurn, doHere, giveUp }: Sharing<Job>,
  signal?: AbortSignal,
): Promise<void> {
  const queue = new JobQueue();
  const stop = () => queue.skipTo(jobs.length);
  signal?.addEventListener("abort", stop);
  if (signal?.aborted) stop();
  const missing = new Set(jobs.keys());
  const there = async () => {
    for (let first = queue.position; first < jobs.length; first = queue.position) {
      const share = { jobs: jobs.slice(first, first + told), first, queue };
      const isWell = await takeTurn(share, (index) => missing.delete(index)).then(
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
      missing.delete(index);
    }
  };
  await Promise.all([...Array.from({ length: others }, there), here()]);
  signal?.removeEventListener("abort", stop);
  if (signal?.aborted) return;
  // What a thread had taken when it died, say of memory: one by one, only the culprit fails.
  for (const index of missing) {
    const alone = { jobs: [jobs[index]], first: index, queue: new JobQueue() };
    alone.queue.skipTo(index);
    await takeTurn(alone, () => {}).catch((reason: unknown) => giveUp(index, reason));
  }
}
