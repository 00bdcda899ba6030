import type { Disposable, Webview } from "vscode";
import { type Calls, createPeer, type Handlers, type Message, type Peer, type Remote } from "../protocol/rpc.js";

/**
 * The host's end of a page's channel, over every document that the webview has: VS Code drops that of a hidden webview,
 * and a page that says it is ready is a new one.
 */
export class PageChannel<Mine extends Calls<Mine> & { ready(): void }, Theirs extends Calls<Theirs>>
  implements Disposable
{
  private peer: Peer<Theirs>;
  private readonly listener: Disposable;

  constructor(
    private readonly webview: Webview,
    private readonly handlers: Handlers<Mine>,
    private readonly onFailure: (error: unknown) => void,
  ) {
    this.peer = this.connect();
    this.listener = webview.onDidReceiveMessage((message: Message) => {
      if (message.kind === "call" && message.name === ("ready" satisfies keyof Mine)) {
        this.peer.close("The page was reloaded.");
        this.peer = this.connect();
      }
      this.peer.receive(message);
    });
  }

  /** Pushes to the page. A page that fails or goes away meanwhile is a matter for the log. */
  send(push: (page: Remote<Theirs>) => Promise<unknown>): void {
    push(this.peer.remote).catch(this.onFailure);
  }

  dispose(): void {
    this.listener.dispose();
    this.peer.close("The page was closed.");
  }

  private connect(): Peer<Theirs> {
    const peer: Peer<Theirs> = createPeer<Mine, Theirs>(this.handlers, (message) => {
      // An answer to a page that is gone would reach the new one, whose calls have the same numbers.
      if (this.peer === peer) void this.webview.postMessage(message);
    });
    return peer;
  }
}
