import { commands, type Disposable, l10n, Uri, ViewColumn, type WebviewPanel, window } from "vscode";
import type { FollowCalls, FollowEvents } from "../../protocol/follow.js";
import type { App } from "../app.js";
import { pairTarget, type Target } from "../target.js";
import { WebChannel } from "../webChannel.js";
import type { Following } from "./following.js";

/** The page of a followed folder. */
export class FollowPanel implements Disposable {
  private readonly panel: WebviewPanel;
  private readonly channel: WebChannel<FollowCalls, FollowEvents>;
  private readonly listener: Disposable;

  constructor(
    app: App,
    private readonly following: Following,
    inspect: (target: Target) => void,
    onClose: () => void,
  ) {
    const title = l10n.t("Following {0}", following.name);
    this.panel = window.createWebviewPanel("maskInspector.follow", title, ViewColumn.Active);
    this.panel.iconPath = Uri.joinPath(app.context.extensionUri, "media", "icon.png");
    this.channel = new WebChannel<FollowCalls, FollowEvents>(this.panel.webview, {
      extension: app.context.extensionUri,
      bundle: "follow",
      layout: "follow",
      handlers: {
        ready: () => this.render(),
        open: (name) => {
          const row = following.follower.rows.get(name);
          if (row) inspect(pairTarget(row.job));
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
