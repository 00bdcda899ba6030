import { randomBytes } from "node:crypto";
import { type Disposable, Uri, type Webview } from "vscode";
import type { Calls, Handlers, Message, Peer, Remote } from "../../protocol/rpc.js";
import { createPeer } from "../../protocol/rpc.js";
import { type Layout, pageHtml } from "./pageHtml.js";

export interface WebChannelOptions<Mine extends Calls<Mine>> {
  readonly extension: Uri;
  /** Name of its bundle in dist/page. */
  readonly bundle: string;
  readonly layout: Layout;
  readonly handlers: Handlers<Mine>;
  /** A push that the page did not take. */
  readonly onError: (error: unknown) => void;
}

/** Fills a webview with one of our pages and joins it to a typed channel, again whenever VS Code reloads the page. */
export class WebChannel<Mine extends Calls<Mine>, Theirs extends Calls<Theirs>> implements Disposable {
  private peer: Peer<Theirs>;
  private readonly listener: Disposable;

  constructor(
    private readonly webview: Webview,
    private readonly options: WebChannelOptions<Mine>,
  ) {
    const { extension, bundle, layout } = options;
    const folder = Uri.joinPath(extension, "dist", "page");
    const resource = (name: string) => webview.asWebviewUri(Uri.joinPath(folder, name)).toString();
    this.peer = this.connect();
    this.listener = webview.onDidReceiveMessage((message: Message) => this.receive(message));
    webview.options = { enableScripts: true, localResourceRoots: [folder] };
    webview.html = pageHtml({
      layout,
      script: resource(`${bundle}.js`),
      style: resource(`${bundle}.css`),
      source: webview.cspSource,
      nonce: randomBytes(16).toString("base64"),
    });
  }

  get remote(): Remote<Theirs> {
    return this.peer.remote;
  }

  /** Pushes to the page; a page that is gone meanwhile is no failure of what was done. */
  async send(push: (page: Remote<Theirs>) => Promise<unknown>): Promise<void> {
    await push(this.peer.remote).catch(this.options.onError);
  }

  dispose(): void {
    this.listener.dispose();
    this.peer.close("The page was closed.");
  }

  /** A page that says it is ready is a new one: VS Code drops the document of a hidden webview. */
  private receive(message: Message): void {
    if (message.kind === "call" && message.name === "ready") {
      this.peer.close("The page was reloaded.");
      this.peer = this.connect();
    }
    this.peer.receive(message);
  }

  private connect(): Peer<Theirs> {
    const peer: Peer<Theirs> = createPeer<Mine, Theirs>(this.options.handlers, (message) => {
      // An answer to a page that is gone would reach the new one, whose calls have the same numbers.
      if (this.peer === peer) void this.webview.postMessage(message);
    });
    return peer;
  }
}
