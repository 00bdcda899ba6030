import { stat } from "node:fs/promises";
import { Uri } from "vscode";
import type { Settings } from "../../core/settings.js";
import type { PairFailure, Position, SentPair, SentScores } from "../../protocol/pairView.js";
import type { PairJob } from "../../scoring/pairJob.js";
import type { App } from "../app.js";
import { displayPath } from "../paths.js";
import { positionOf } from "../ranking/ranking.js";
import { isOfRun } from "../run.js";
import { settingsFor } from "../settings/configuration.js";
import { type LoadContext, loadPair, type SketchedPair } from "./loadPair.js";

/** What a page can show of a pair: binary masks, label or instance maps, or why neither can be had. */
export type Loaded =
  | { readonly kind: "pair"; readonly view: SentPair }
  | { readonly kind: "scores"; readonly view: SentScores }
  | { readonly kind: "failure"; readonly failure: PairFailure };

/** Reads pairs for pages. */
export class PairLoader {
  constructor(private readonly app: Pick<App, "session" | "scorer" | "images">) {}

  /** What a person waits for: it comes as far as it is painted at once. */
  load(job: PairJob, sketch?: SketchedPair): Promise<Loaded> {
    return this.read(job, this.app.scorer.glance, sketch);
  }

  /** What nobody waits for yet: it comes whole. */
  loadAhead(job: PairJob): Promise<Loaded> {
    return this.read(job, this.app.scorer.gather);
  }

  private async read(job: PairJob, read: LoadContext["read"], sketch?: SketchedPair): Promise<Loaded> {
    const loaded = await loadPair(job, await this.settings(job), this.context(read), sketch);
    if (loaded.status === "failed") return { kind: "failure", failure: loaded.failure };
    return loaded.status === "maps" ? { kind: "scores", view: loaded.view } : { kind: "pair", view: loaded.view };
  }

  /** The settings that hold for the run that the pair belongs to, else those of its folder. */
  async settings(job: PairJob): Promise<Settings> {
    const { run, settings } = this.app.session;
    return settings && run && isOfRun(run, job.prediction) ? settings : settingsFor(job.prediction);
  }

  position({ prediction }: PairJob): Position | undefined {
    return positionOf(this.app.session.ranking, prediction);
  }

  /** Names a pair as its files and settings are now: another name, and what was read of it is out of date. */
  async key(job: PairJob): Promise<string> {
    const { prediction, truth, other } = job;
    const files = [prediction, truth, ...(other ? [other.prediction] : [])];
    const times = await Promise.all(files.map((file) => stat(file).then(({ mtimeMs }) => mtimeMs, String)));
    return JSON.stringify([files, times, await this.settings(job)]);
  }

  private context(read: LoadContext["read"]): LoadContext {
    return {
      read,
      findImage: (pair) => this.app.images.find(pair),
      display: displayPath,
      uri: (path) => Uri.file(path).toString(),
      position: (pair) => this.position(pair),
    };
  }
}
