import { basename } from "node:path";
import { type Disposable, EventEmitter, RelativePattern, Uri, workspace } from "vscode";
import { catalogue } from "../../core/catalogue.js";
import type { Settings } from "../../core/settings.js";
import type { FollowView } from "../../protocol/follow.js";
import { openRoundWords } from "../../protocol/roundWords.js";
import { Follower } from "../../scoring/follow/follower.js";
import type { Scored } from "../../scoring/follow/shared.js";
import type { TrendPoint } from "../../scoring/follow/trend.js";
import type { PairJob } from "../../scoring/pairJob.js";
import type { App } from "../app.js";
import { displayPath } from "../paths.js";
import { scoreThatRanks } from "../ranking/ranking.js";
import type { RunFolders } from "../run.js";
import { rankingScore } from "../settings/configuration.js";
import { throttle } from "../throttle.js";
import { FollowedRun } from "./followedRun.js";
import type { Followed } from "./followPanel.js";
import { followView } from "./followView.js";
import type { Headline } from "./statusText.js";

/** While files are being written they are looked at this often. */
const BUSY_MS = 200;
/** Without a sign of change: watchers see nothing on many network shares. */
const IDLE_MS = 2000;
/** A look at a large folder takes a while; it is given this many times as long a rest. */
const REST = 5;

/** A folder that is being followed: looks when VS Code says that something changed, and now and then without that. */
export class Following implements Disposable, Followed {
  readonly follower: Follower;
  readonly run: FollowedRun;
  private watching = true;
  private timer: NodeJS.Timeout | undefined;
  private readonly watcher;
  private readonly changed = new EventEmitter<void>();
  /** There is something new to show. */
  readonly onDidChange = this.changed.event;
  private readonly tell = throttle(
    () => {
      if (this.watching && this.follower.rows.size > 0) this.app.runs.showLive(this.run.head);
      this.changed.fire();
    },
    () => Math.max(150, this.follower.rows.size / 5),
  );

  /**
   * @param last the last run of this folder: its name, and its rows by name.
   * @param resumed the run that this goes on with, and its rounds.
   */
  constructor(
    private readonly app: App,
    readonly folders: RunFolders,
    settings: Settings,
    private readonly last: { readonly name: string; readonly rows: Scored } | undefined,
    resumed?: { readonly id: string; readonly startedAt: number; readonly rounds: readonly TrendPoint[] },
  ) {
    const { predictions, truth } = folders;
    this.follower = new Follower({
      folder: predictions,
      truth,
      settings,
      scorer: app.scorer,
      ...(last && { earlier: last.rows }),
      ...(resumed && { rounds: resumed.rounds }),
      onChange: () => this.tell(),
    });
    this.run = new FollowedRun(app, folders, settings, this.follower, resumed?.id, resumed?.startedAt);
    this.watcher = workspace.createFileSystemWatcher(new RelativePattern(Uri.file(predictions), "**/*"));
    for (const event of [this.watcher.onDidCreate, this.watcher.onDidChange, this.watcher.onDidDelete]) {
      event(() => this.lookSoon(0));
    }
    this.lookSoon(0);
  }

  /** No longer watches; what was scored stays. */
  stop(): void {
    this.watching = false;
    clearTimeout(this.timer);
    this.watcher.dispose();
    this.follower.end();
    this.app.runs.showLive(undefined);
    this.keep();
    this.changed.fire();
  }

  get id(): string {
    return this.run.id;
  }

  jobOf(name: string): PairJob | undefined {
    return this.follower.rows.get(name)?.job;
  }

  get isWatching(): boolean {
    return this.watching;
  }

  get name(): string {
    return basename(this.folders.predictions);
  }

  /** The mean of the score that ranks, against the epoch or round before, else against the last run. */
  get headline(): Headline {
    const { rows, trend, unsettled, hasEpochs } = this.follower;
    const score = scoreThatRanks(Array.from(rows.values()), rankingScore());
    const latest = trend.at(-1);
    const { id } = score;
    const shared = latest?.shared;
    const change = shared && {
      than: this.than,
      n: shared.n[id] ?? 0,
      before: shared.before[id] ?? null,
      now: shared.now[id] ?? null,
    };
    return {
      folder: this.name,
      score,
      mean: latest?.means[id] ?? null,
      n: latest?.n ?? 0,
      moment: latest ? `${hasEpochs ? "epoch" : "round"} ${latest.at}` : "",
      ...(change && { change }),
      ...(unsettled > 0 && { open: openRoundWords({ written: unsettled, of: rows.size }, latest?.at ?? 0, true) }),
    };
  }

  /** What the latest point of the trend is compared with. */
  private get than(): string {
    const { trend, hasEpochs } = this.follower;
    return momentBefore(trend, hasEpochs) ?? `the run ${this.last?.name ?? ""}`;
  }

  get view(): FollowView {
    const { predictions, truth } = this.folders;
    return followView(this.follower, {
      run: this.id,
      folder: displayPath(predictions),
      truth: displayPath(truth),
      isWatching: this.watching,
      than: this.than,
      catalogue,
    });
  }

  dispose(): void {
    if (this.watching) this.stop();
    this.changed.dispose();
  }

  /** The window closes: the folder is followed again when it comes back. */
  leave(): void {
    clearTimeout(this.timer);
    this.watcher.dispose();
    this.follower.end();
  }

  private keep(): void {
    this.run.keep(this.watching).catch((error: unknown) => this.app.log.warn(`follow: ${String(error)}`));
  }

  private lookSoon(ms: number): void {
    if (!this.watching) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.look(), ms);
  }

  private async look(): Promise<void> {
    const start = performance.now();
    try {
      await this.follower.look();
    } catch (error) {
      // The folder may be moved or made anew while it is followed.
      this.app.log.warn(`follow: ${String(error)}`);
    }
    if (this.follower.pending === 0) this.keep();
    const took = performance.now() - start;
    this.lookSoon(Math.max(this.follower.pending > 0 ? BUSY_MS : IDLE_MS, REST * took));
  }
}

/** The point that the latest one is compared with, in words. */
export function momentBefore(trend: readonly TrendPoint[], hasEpochs: boolean): string | undefined {
  const before = trend.at(-2);
  return before && `${hasEpochs ? "epoch" : "round"} ${before.at}`;
}
