import { basename } from "node:path";
import { EventEmitter } from "vscode";
import { catalogue } from "../../core/catalogue.js";
import type { FollowView } from "../../protocol/follow.js";
import type { FollowedRow } from "../../scoring/follow/follower.js";
import type { PairJob } from "../../scoring/pairJob.js";
import { displayPath } from "../paths.js";
import type { Run } from "../run.js";
import { momentBefore } from "./following.js";
import type { Followed } from "./followPanel.js";
import type { FollowRecord } from "./followRecord.js";
import { followView } from "./followView.js";

/** What was kept of a folder that is no longer followed. */
export class EndedFollowing implements Followed {
  readonly onDidChange = new EventEmitter<void>().event;

  constructor(
    private readonly run: Run,
    private readonly record: FollowRecord,
  ) {}

  get id(): string {
    return this.run.facts.id;
  }

  get name(): string {
    return basename(this.record.folder);
  }

  jobOf(name: string): PairJob | undefined {
    return this.run.pairs.find((pair) => pair.name === name);
  }

  get view(): FollowView {
    const { run, record } = this;
    const rows = new Map(
      run.pairs.map((pair): [string, FollowedRow] => {
        const { name, kind, scores } = pair;
        return [name, { job: pair, kind, scores, before: null, update: 0 }];
      }),
    );
    const { points: trend, hasEpochs } = record;
    const failures = run.failures.filter(({ missing }) => missing === undefined);
    const withoutTruth = run.failures.filter(({ missing }) => missing === "truth").length;
    return followView(
      { rows, trend, failures, pending: 0, withoutTruth, hasEpochs, unsettled: 0 },
      {
        run: this.id,
        folder: displayPath(record.folder),
        truth: displayPath(record.truth),
        isWatching: false,
        than: momentBefore(trend, hasEpochs) ?? "the run before",
        catalogue,
      },
    );
  }
}
