import workerpool from "workerpool";
import type { Settings } from "../core/settings.js";
import { sent } from "./deflate.js";
import { gatherPair, glancePair, withSketch } from "./gatherPair.js";
import type { PairJob } from "./pairJob.js";
import type { RescoreRequest } from "./rescore.js";
import { intervalsOfSent } from "./sentSeries.js";
import { study } from "./study.js";
import { thumbnailOfPair } from "./thumbnailOfPair.js";
import { type Turn, takeTurn } from "./turn.js";

/** To load what it needs takes more than a millisecond (measured), and most threads never score again. */
const loadRescoring = (): typeof import("./rescore.js") => require("./rescore.js");

/** What a worker of the pool does. */
export const tasks = {
  score: (turn: Turn, settings: Settings, cache: string | undefined) =>
    takeTurn(turn, settings, cache, workerpool.workerEmit),
  gather: (job: PairJob, settings: Settings) => sent(gatherPair(job, settings)),
  /** @param threshold of the sketch that is told on the way; null: none is. */
  glance: (job: PairJob, settings: Settings, threshold: number | null) =>
    withSketch(glancePair(job, settings), threshold, workerpool.workerEmit),
  thumbnail(job: PairJob, settings: Settings, edge?: number) {
    const small = thumbnailOfPair(job, settings, edge);
    return small && new workerpool.Transfer(small, [small.parts.buffer]);
  },
  study,
  async rescore(request: RescoreRequest) {
    const columns = await loadRescoring().rescore(request);
    return new workerpool.Transfer(
      columns,
      columns.map(({ buffer }) => buffer),
    );
  },
  bootstrap: intervalsOfSent,
};

workerpool.worker(tasks);
