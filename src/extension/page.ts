import { randomBytes } from "node:crypto";
import { commands, type Disposable, Uri, ViewColumn, type Webview } from "vscode";
import type { HostAction, PageAction } from "../protocol/actions.js";
import type { HostCalls, PageEvents, Regathering } from "../protocol/calls.js";
import type { FileRole, PairFailure } from "../protocol/pairView.js";
import { createPeer, type Message, type Peer, type Remote } from "../protocol/rpc.js";
import type { ScoredRow } from "../report/row.js";
import type { PairJob } from "../scoring/pairJob.js";
import type { App } from "./app.js";
import { tell } from "./command.js";
import { settingsFor } from "./configuration.js";
import { copyPython } from "./copyPython.js";
import { type LoadContext, loadPair } from "./loadPair.js";
import { scoreAlone, scoresView } from "./loadScores.js";
import { type Layout, pageHtml } from "./pageHtml.js";
import { displayPath } from "./paths.js";
import { Problem } from "./problem.js";
import { positionOf } from "./ranking.js";
import type { Target } from "./target.js";

/** Where a page stands: in the editor area or in the side bar. */
export interface PagePlace {
  readonly layout: Layout;
  isVisible(): boolean;
  run(action: HostAction): void;
}

/** Pairs that load faster show no sign of it. */
const LOADING_AFTER_MS = 150;

/** A webview that shows a pair: its document, its channel, and what is on it. */
export class Page implements Disposable {
  private peer: Peer<PageEvents>;
  /** Counts what was asked to be shown: only the latest is. */
  private turn = 0;
  /** A pair is under way. */
  private reading = false;
  private isDisposed = false;
  private shownPosition: string | undefined;
  private readonly listener: Disposable;

  constructor(
    private readonly app: App,
    private readonly webview: Webview,
    private readonly place: PagePlace,
    private target: Target,
  ) {
    const folder = Uri.joinPath(app.context.extensionUri, "dist", "page");
    const resource = (name: string) => webview.asWebviewUri(Uri.joinPath(folder, name)).toString();
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

  /** Shows the pair again if it now stands elsewhere in the ranking. */
  followRanking(): void {
    if (this.target.kind === "pair" && this.position(this.target.job) !== this.shownPosition) this.show(this.target);
  }

  act(action: PageAction): void {
    this.send((page) => page.act(action));
  }

  dispose(): void {
    this.turn++;
    this.isDisposed = true;
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
    const peer: Peer<PageEvents> = createPeer<HostCalls, PageEvents>(
      {
        ready: () => void this.render(),
        run: (action) => this.place.run(action),
        openFile: (role) => this.openFile(role).catch((error: unknown) => void tell(this.app.log, "openFile", error)),
        regather: (change) => this.regather(change),
        chooseTruth: () => void commands.executeCommand("maskInspector.inspectMask", this.file(), [], { choose: true }),
        copyPython: (call) => this.told("copyPython", copyPython(this.job(), call)),
        explainScore: (id) => void commands.executeCommand("maskInspector.explainScore", id),
        openInspector: () => void commands.executeCommand("maskInspector.openPair", { kind: "pair", pair: this.job() }),
      },
      (message) => {
        // An answer to a page that is gone would reach the new one, whose calls have the same numbers.
        if (this.peer === peer) void this.webview.postMessage(message);
      },
    );
    return peer;
  }

  private async render(): Promise<void> {
    const turn = ++this.turn;
    const { target } = this;
    if (target.kind === "empty") return this.send((page) => page.empty(target.message));
    if (target.kind === "failure") return this.send((page) => page.fail(target.failure));
    // One pair at a time: who walks fast must not wait for every pair passed by.
    if (this.reading) return;
    this.reading = true;
    try {
      await this.showPair(target.job, turn);
    } catch (error) {
      void tell(this.app.log, "show", error);
      if (turn === this.turn) this.send((page) => page.fail(failureOf(target.job, error)));
    } finally {
      this.reading = false;
    }
    if (turn !== this.turn && !this.isDisposed && this.place.isVisible()) await this.render();
  }

  private async showPair(job: PairJob, turn: number): Promise<void> {
    this.shownPosition = this.position(job);
    const timer = setTimeout(() => this.send((page) => page.loading(job.name)), LOADING_AFTER_MS);
    const push = await this.read(job).finally(() => clearTimeout(timer));
    if (turn === this.turn) this.send(push);
  }

  /** What to show of a pair: its pixels, the scores of maps that are not drawn, or why neither can be had. */
  private async read(job: PairJob): Promise<(page: Remote<PageEvents>) => Promise<unknown>> {
    const [settings, context] = [await this.settings(job), this.context()];
    const asScores = (row: Omit<ScoredRow, "evidence"> | undefined) => row && scoresView(row, settings, context);
    const known = asScores(this.app.session.run?.pairs.find(({ prediction }) => prediction === job.prediction));
    if (known) return (page) => page.showScores(known);
    const loaded = await loadPair(job, settings, context);
    if (loaded.status === "loaded") return (page) => page.show(loaded.view);
    const scores = asScores(await scoreAlone(job, settings, this.app.scorer));
    return (page) => (scores ? page.showScores(scores) : page.fail(loaded.failure));
  }

  private position({ prediction }: PairJob): string | undefined {
    return JSON.stringify(positionOf(this.app.session.ranking, prediction));
  }

  private context(): LoadContext {
    const { scorer, images, session } = this.app;
    return {
      scorer,
      findImage: (pair) => images.find(pair),
      display: displayPath,
      uri: (path) => Uri.file(path).toString(),
      position: (pair) => positionOf(session.ranking, pair.prediction),
    };
  }

  private async regather(change: Regathering) {
    const job = this.job();
    const gathered = await this.app.scorer.gather(job, { ...(await this.settings(job)), ...change });
    if (gathered.status === "failed") throw new Error(`${gathered.reason} ${gathered.remedy}`);
    const { evidence, weight } = gathered;
    return { evidence, weight };
  }

  /** The settings of the run that the pair belongs to, else those of its folder. */
  private async settings(job: PairJob) {
    const { run } = this.app.session;
    return run?.plan.jobs.some(({ prediction }) => prediction === job.prediction)
      ? run.settings
      : settingsFor(job.prediction);
  }

  private async openFile(role: FileRole): Promise<void> {
    const job = this.job();
    const file = role === "image" ? await this.app.images.find(job) : job[role];
    if (file === undefined) throw new Problem("This pair has no source image.", "");
    const viewColumn = this.place.layout === "panel" ? ViewColumn.Beside : ViewColumn.Active;
    await commands.executeCommand("vscode.open", Uri.file(file), { viewColumn });
  }

  private job(): PairJob {
    if (this.target.kind === "pair") return this.target.job;
    throw new Problem("No pair is open.", "Open one from the ranking.");
  }

  private file(): Uri | undefined {
    if (this.target.kind === "empty") return undefined;
    return Uri.file(this.target.kind === "pair" ? this.target.job.prediction : this.target.file);
  }

  /** The same work; a failure is told the person, and rejects for the page as well. */
  private told<Result>(what: string, work: Promise<Result>): Promise<Result> {
    work.catch((error: unknown) => void tell(this.app.log, what, error));
    return work;
  }

  /** Pushes to the page; a page that fails or goes away meanwhile is a matter for the log. */
  private send(push: (page: Remote<PageEvents>) => Promise<unknown>): void {
    push(this.peer.remote).catch((error: unknown) => this.app.log.debug(`page: ${String(error)}`));
  }
}

/** A pair that could not even be asked for: its settings cannot be used, say. */
function failureOf({ name, prediction }: PairJob, error: unknown): PairFailure {
  const remedy = error instanceof Problem ? error.remedy : "";
  return {
    name,
    file: displayPath(prediction),
    reason: error instanceof Error ? error.message : String(error),
    remedy,
  };
}
