import { randomUUID } from "node:crypto";
import { basename, join } from "node:path";
import type { Settings } from "../../core/settings.js";
import { meansOf } from "../../report/macro.js";
import { planPairs } from "../../scoring/folders.js";
import type { Follower } from "../../scoring/follow/follower.js";
import type { App } from "../app.js";
import { Run, type RunFolders } from "../run.js";
import type { RunHead } from "../runs/runHead.js";
import { writeRecord } from "./followRecord.js";

/** A followed folder among the runs: live while it is followed, kept as it was last. */
export class FollowedRun {
  /** Updates of the follower that are kept. */
  private kept = 0;
  /** What the record was last written for. */
  private recorded = "";
  private keeping: Promise<void> | undefined;

  /** @param id of the run that it goes on with, and when that began. */
  constructor(
    private readonly app: Pick<App, "runs" | "scorer" | "session">,
    private readonly folders: RunFolders,
    private readonly settings: Settings,
    private readonly follower: Follower,
    readonly id: string = randomUUID(),
    private readonly startedAt: number = Date.now(),
  ) {}

  /** The run as it stands, for the list. */
  get head(): RunHead {
    const { follower, settings } = this;
    const rows = Array.from(follower.rows.values());
    const kinds: Record<string, number> = {};
    for (const { kind } of rows) kinds[kind] = (kinds[kind] ?? 0) + 1;
    return {
      ...this.facts,
      folders: this.runFolders,
      settings,
      cancelled: false,
      kinds,
      failures: follower.failures.length,
      means: meansOf(rows, settings),
    };
  }

  /**
   * Keeps the pairs as they were last scored. They are scored once more, from the cache, as any run is: its tallies then
   * need not be held. Where a file was overwritten meanwhile, nothing is kept before the follower has seen it.
   */
  keep(isWatching: boolean): Promise<void> {
    // One after the other; one that failed was told, and does not keep the next from trying.
    const before = this.keeping?.catch(() => undefined) ?? Promise.resolve();
    this.keeping = before.then(() => this.keepNow(isWatching));
    return this.keeping;
  }

  private async keepNow(isWatching: boolean): Promise<void> {
    const { app, follower } = this;
    const { updates } = follower;
    if (follower.rows.size > 0 && updates !== this.kept) {
      const run = await this.scored();
      if (!run || follower.updates !== updates) return;
      await app.runs.keep(run);
      this.kept = updates;
    }
    const { trend } = follower;
    const state = [this.kept, trend.length, isWatching].join();
    if (this.kept === 0 || state === this.recorded) return;
    await this.record(isWatching);
    this.recorded = state;
  }

  private async scored(): Promise<Run | undefined> {
    const { app, follower, settings, runFolders } = this;
    const plan = await planPairs(runFolders.predictions, runFolders.truth, settings.classes);
    const jobs = plan.jobs.filter(({ name }) => follower.rows.has(name));
    const run = new Run(runFolders, settings, { ...plan, jobs, failures: follower.failures }, this.facts);
    const evidence = await app.runs.record(run);
    let isSame = true;
    await app.scorer.score(jobs, settings, {
      onRow(row, index, use) {
        const own = follower.rows.get(row.name);
        isSame &&= row.status === "scored" && JSON.stringify(row.scores) === JSON.stringify(own?.scores);
        if (row.status === "scored") evidence.add(index, row.evidence);
        run.add(row, index, use === "known");
      },
    });
    if (!isSame || run.pairs.length < jobs.length) {
      await evidence.discard();
      return undefined;
    }
    await evidence.finish();
    run.state = "finished";
    return run;
  }

  private record(isWatching: boolean): Promise<void> {
    const { trend, hasEpochs } = this.follower;
    const { predictions: folder, truth } = this.folders;
    return writeRecord(this.app.runs.recordFile(this.id), { folder, truth, isWatching, hasEpochs, points: trend });
  }

  private get facts() {
    const { latestFolder } = this.follower;
    const name = basename(this.folders.predictions);
    return {
      id: this.id,
      name: latestFolder === "" ? name : `${name}, ${latestFolder}`,
      startedAt: this.startedAt,
      followed: true as const,
    };
  }

  /** Those of the latest epoch. */
  private get runFolders(): RunFolders {
    return { ...this.folders, predictions: join(this.folders.predictions, this.follower.latestFolder) };
  }
}
