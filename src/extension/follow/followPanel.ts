import { commands, type Disposable, type Event, l10n, Uri, ViewColumn, type WebviewPanel, window } from "vscode";
import type { FollowCalls, FollowEvents, FollowView } from "../../protocol/follow.js";
import type { PairJob } from "../../scoring/pairJob.js";
import type { App } from "../app.js";
import { pairTarget, type Target } from "../target.js";
import { WebChannel } from "../web/webChannel.js";

export const FOLLOW = "maskInspector.follow";

/** What the page shows: a folder that is followed, or was. */
export interface Followed {
  /** Of its run. */
  readonly id: string;
  readonly name: string;
  readonly view: FollowView;
  readonly onDidChange: Event<void>;
  /** The pair of a row. */
  jobOf(name: string): PairJob | undefined;
}

/** The page of a followed folder. */
export class FollowPanel implements Disposable {
  private readonly panel: WebviewPanel;
  private readonly channel: WebChannel<FollowCalls, FollowEvents>;
  private readonly listener: Disposable;

  constructor(
    app: App,
    private readonly following: Followed,
    inspect: (target: Target) => void,
    onClose: () => void,
    restored?: WebviewPanel,
  ) {
    const title = l10n.t("Following {0}", following.name);
    this.panel = restored ?? window.createWebviewPanel(FOLLOW, title, ViewColumn.Active);
    this.panel.iconPath = Uri.joinPath(app.context.extensionUri, "media", "icon.png");
    this.channel = new WebChannel<FollowCalls, FollowEvents>(this.panel.webview, {
      extension: app.context.extensionUri,
      bundle: "follow",
      layout: "follow",
      handlers: {
        ready: () => this.render(),
        open: (name) => {
          const job = following.jobOf(name);
          if (job) inspect(pairTarget(job));
        },
        stop: () => void commands.executeCommand("maskInspector.stopFollowing"),
      },
      onError: (error) => app.log.debug(`follow: ${String(error)}`),
    });
    this.listener = following.onDidChange(() => this.render());
    this.panel.onDidChangeViewState(() => this.render());
    this.panel.onDidDispose(() => {
      this.listener.dispose();
      this.channel.dispose();
      onClose();
    });
  }

  /** Of the run that it shows. */
  get id(): string {
    return this.following.id;
  }

  reveal(): void {
    this.panel.reveal();
  }

  dispose(): void {
    this.panel.dispose();
  }

  private render(): void {
    // A hidden page has no document: it asks when it comes back.
    if (this.panel.visible) this.channel.send((page) => page.show(this.following.view));
  }
}
