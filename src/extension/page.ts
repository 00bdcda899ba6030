import { randomBytes } from "node:crypto";
import { type Disposable, Uri, type Webview } from "vscode";
import type { HostCalls, PageAction, PageEvents } from "../protocol/calls.js";
import type { PairFailure } from "../protocol/pairView.js";
import { createPeer, type Handlers, type Message, type Peer } from "../protocol/rpc.js";
import type { PairJob } from "../scoring/pairJob.js";
import type { App } from "./app.js";
import { settingsFor } from "./configuration.js";
import { loadPair } from "./loadPair.js";
import { openBeside } from "./openBeside.js";
import { type Layout, pageHtml } from "./pageHtml.js";
import { displayPath } from "./paths.js";
import { positionOf } from "./ranking.js";
import { findSourceImage } from "./sourceImages.js";

/** What a page is to show. */
export type Target =
  | { readonly kind: "pair"; readonly job: PairJob }
  | {
      readonly kind: "failure";
      readonly failure: PairFailure;
      /** Absolute path of the file that has no pair, when a partner can be chosen. */
      readonly file?: string;
    }
  | { readonly kind: "empty"; readonly message: string };

/** The calls of the page that depend on where it stands: in the editor area or in the side bar. */
export interface PagePlace {
  readonly layout: Layout;
  isVisible(): boolean;
  step(by: 1 | -1): void;
}

/** Pairs that load faster show no sign of it. */
const LOADING_AFTER_MS = 150;

/** A webview that shows a pair: its document, its channel, and what is on it. */
export class Page implements Disposable {
  private target: Target;
  private peer: Peer<PageEvents>;
  private turn = 0;
  private readonly listener: Disposable;

  constructor(
    private readonly app: App,
    private readonly webview: Webview,
    private readonly place: PagePlace,
    target: Target,
  ) {
    const folder = Uri.joinPath(app.context.extensionUri, "dist", "page");
    const resource = (name: string) => webview.asWebviewUri(Uri.joinPath(folder, name)).toString();
    this.target = target;
    this.peer = this.connect();
    this.listener = webview.onDidReceiveMessage((message: Message) => this.receive(message));
    webview.options = { enableScripts: true, localResourceRoots: [folder] };
    webview.html = pageHtml({
      layout: place.layout,
      script: resource("inspector.js"),
      style: resource("inspector.css"),
      source: webview.cspSource,
      nonce: randomBytes(16).toString("base64"),
    });
  }

  get shown(): Target {
    return this.target;
  }

  /** Shows something else; the last call wins. A hidden page shows it when it comes back. */
  show(target: Target): void {
    this.target = target;
    this.turn++;
    if (this.place.isVisible()) void this.render();
  }

  /** Shows the same again: its files or its place in the ranking may have changed. */
  refresh(): void {
    this.show(this.target);
  }

  act(action: PageAction): void {
    this.send((page) => page.act(action));
  }

  dispose(): void {
    this.turn++;
    this.listener.dispose();
    this.peer.close("The page was closed.");
  }

  /** A page that says it is ready is a new one: VS Code drops the document of a hidden webview. */
  private receive(message: Message): void {
    if (message.kind === "call" && message.name === ("ready" satisfies keyof HostCalls)) {
      this.peer.close("The page was reloaded.");
      this.peer = this.connect();
    }
    this.peer.receive(message);
  }

  private connect(): Peer<PageEvents> {
    const handlers: Handlers<HostCalls> = {
      ready: () => void this.render(),
      step: (by) => this.place.step(by),
      openFile: (role) => this.withPair(({ uris }) => openBeside(uris[role])),
      regather: (change) => this.regather(change),
      chooseTruth: () => void this.command("inspectMask", this.uri(), { choose: true }),
      openInspector: () => void this.command("inspectMask", this.uri()),
    };
    const peer: Peer<PageEvents> = createPeer<HostCalls, PageEvents>(handlers, (message) => {
      // An answer to a page that is gone would reach the new one, whose calls have the same numbers.
      if (this.peer === peer) void this.webview.postMessage(message);
    });
    return peer;
  }

  private async render(): Promise<void> {
    const turn = ++this.turn;
    const { target } = this;
    if (target.kind === "empty") return this.send((page) => page.empty(target.message));
    if (target.kind === "failure") return this.send((page) => page.fail(target.failure));
    const { job } = target;
    const timer = setTimeout(() => this.send((page) => page.loading(job.name)), LOADING_AFTER_MS);
    const loaded = await this.load(job).finally(() => clearTimeout(timer));
    if (turn !== this.turn) return;
    this.send((page) => (loaded.status === "loaded" ? page.show(loaded.view) : page.fail(loaded.failure)));
  }
}
