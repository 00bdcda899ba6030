import workerpool from "workerpool";

export type Threads = workerpool.Pool;

/** Pixels are not in the heap of a worker, so that a small nursery costs it no time and spares some 15 MB each (measured). */
const YOUNG_MB = 4;

/**
 * Worker threads, each of which starts when there is work for it.
 *
 * @param workerFile the bundled `worker.js`.
 * @param most how many there are at most.
 * @param atOnce how many start before there is work.
 */
export function startThreads(workerFile: string, most: number, atOnce = 0): Threads {
  const workerThreadOpts = { resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } };
  return workerpool.pool(workerFile, { workerType: "thread", maxWorkers: most, minWorkers: atOnce, workerThreadOpts });
}
