import type { Pool } from "workerpool";
import type { RescoreRequest } from "./rescore.js";

/** Scores runs again from their tallies, in a thread of its own: it keeps the tallies of the run that is open. */
export class Rescorer {
  /** Starts when it is first used. */
  private thread: Promise<Pool> | undefined;

  /** @param workerFile the bundled `worker.js`. */
  constructor(private readonly workerFile: string) {}

  /** @returns a column a score, by index of the pair; NaN where undefined. Rejects where the tallies cannot be read. */
  async rescore(request: RescoreRequest): Promise<Float64Array[]> {
    this.thread ??= this.start();
    return (await this.thread).exec("rescore", [request]);
  }

  async close(): Promise<void> {
    await (await this.thread)?.terminate(true);
  }

  private async start(): Promise<Pool> {
    // The library takes longer to load than all the rest of the extension.
    const { default: workerpool } = await import("workerpool");
    return workerpool.pool(this.workerFile, { workerType: "thread", maxWorkers: 1 });
  }
}
