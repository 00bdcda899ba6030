import { basename } from "node:path";
import { type Disposable, EventEmitter, RelativePattern, Uri, workspace } from "vscode";
import { catalogue } from "../../core/catalogue.js";
import type { Settings } from "../../core/settings.js";
import type { FollowView } from "../../protocol/follow.js";
import { Follower } from "../../scoring/follow/follower.js";
import type { Scored } from "../../scoring/follow/shared.js";
import type { App } from "../app.js";
import { rankingScore } from "../configuration.js";
import { displayPath } from "../paths.js";
import { scoreThatRanks } from "../ranking.js";
import type { RunFolders } from "../run.js";
import { throttle } from "../throttle.js";
import { followView } from "./followView.js";
import type { Headline } from "./statusText.js";

/** While files are being written they are looked at this often. */
const BUSY_MS = 200;
/** Without a sign of change: watchers see nothing on many network shares. */
const IDLE_MS = 2000;
/** A look at a large folder takes a while; it is given this many times as long a rest. */
const REST = 5;

/** A folder that is being followed: looks when VS Code says that something changed, and now and then without that. */
export class Following implements Disposable {
  readonly follower: Follower;
  private watching = true;
  private timer: NodeJS.Timeout | undefined;
  private readonly watcher;
  private readonly changed = new EventEmitter<void>();
  /** There is something new to show. */
  readonly onDidChange = this.changed.event;
  private readonly tell = throttle(
    () => this.changed.fire(),
    () => Math.max(150, this.follower.rows.size / 5),
  );

  /** @param last the last run of this folder: its name, and its rows by name. */
  constructor(
    private readonly app: App,
    readonly folders: RunFolders,
    settings: Settings,
    private readonly last: { readonly name: string; readonly rows: Scored } | undefined,
  ) {
    const { predictions, truth } = folders;
    this.follower = new Follower({
      folder: predictions,
      truth,
      settings,
      scorer: app.scorer,
      ...(last && { earlier: last.rows }),
      onChange: () => this.tell(),
    });
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
    this.changed.fire();
  }

  get isWatching(): boolean {
    return this.watching;
  }

  get name(): string {
    return basename(this.folders.predictions);
  }

  /** The mean of the score that ranks, against the epoch or round before, else against the last run. */
  get headline(): Headline {
    const { rows, trend } = this.follower;
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
    return { folder: this.name, score, mean: latest?.means[id] ?? null, ...(change && { change }) };
  }

  /** What the latest point of the trend is compared with. */
  private get than(): string {
    const { trend, hasEpochs } = this.follower;
    const before = trend.at(-2);
    return before ? `${hasEpochs ? "epoch" : "round"} ${before.at}` : `the run ${this.last?.name ?? ""}`;
  }

  get view(): FollowView {
    const { predictions, truth } = this.folders;
    return followView(this.follower, {
      folder: displayPath(predictions),
      truth: displayPath(truth),
      isWatching: this.watching,
      than: this.than,
      catalogue,
    });
  }

  dispose(): void {
    this.stop();
    this.changed.dispose();
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
    const took = performance.now() - start;
    this.lookSoon(Math.max(this.follower.pending > 0 ? BUSY_MS : IDLE_MS, REST * took));
  }
}
