import { randomBytes } from "node:crypto";
import { commands, type Disposable, Uri, ViewColumn, type Webview } from "vscode";
import type { Settings } from "../core/settings.js";
import type { HostAction, PageAction } from "../protocol/actions.js";
import type { HostCalls, PageEvents } from "../protocol/calls.js";
import type { Confused } from "../protocol/confusion.js";
import type { FileRole, PairFailure, Position } from "../protocol/pairView.js";
import type { Dials } from "../protocol/persisted.js";
import { createPeer, type Message, type Peer, type Remote } from "../protocol/rpc.js";
import type { PairJob } from "../scoring/pairJob.js";
import type { App } from "./app.js";
import { tell } from "./command.js";
import { compareMaps } from "./compareMaps.js";
import { copyPython } from "./copyPython.js";
import { Filmstrip } from "./filmstrip.js";
import { copyLink } from "./links.js";
import type { LinkedView } from "./linkText.js";
import { type Layout, pageHtml } from "./pageHtml.js";
import { type Loaded, PairLoader } from "./pairLoader.js";
import { displayPath } from "./paths.js";
import { pixelCalls } from "./pixelCalls.js";
import { Preloader } from "./preloader.js";
import { Problem } from "./problem.js";
import { likelyNext } from "./ranking.js";
import { isOfRun } from "./run.js";
import { copyCommandLine, copyRow, savePicture } from "./share.js";
import { pairTarget, type Target } from "./target.js";

/** Where a page stands: in the editor area or in the side bar. */
export interface PagePlace {
  readonly layout: Layout;
  isVisible(): boolean;
  run(action: HostAction): void;
  open(target: Target): void;
  /** The person turned something on the page. */
  turned(dials: Dials): void;
  /** The person has seen the confusion. */
  unlight(): void;
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
  private locked = false;
  private dials: Dials | null = null;
  private lit: Confused | null = null;
  private shownPosition: string | undefined;
  private readonly listener: Disposable;
  private readonly loader: PairLoader;
  private readonly filmstrip: Filmstrip;
  private readonly preloader: Preloader;

  constructor(
    private readonly app: App,
    private readonly webview: Webview,
    private readonly place: PagePlace,
    private target: Target,
    /** What a link holds: taken over by the page with the next pair that it shows. */
    private view?: LinkedView["view"],
  ) {
    const folder = Uri.joinPath(app.context.extensionUri, "dist", "page");
    const resource = (name: string) => webview.asWebviewUri(Uri.joinPath(folder, name)).toString();
    this.loader = new PairLoader(app);
    this.filmstrip = new Filmstrip(app);
    this.preloader = new Preloader({
      next: () => this.neighbours(),
      key: (job) => this.loader.key(job),
      load: async (job) => {
        const loaded = await this.loader.load(job, true);
        return loaded.kind === "pair" ? loaded.view : undefined;
      },
      send: (key, view) => this.peer.remote.preload(key, view),
    });
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

  /**
   * Shows something else; the last call wins. A hidden page shows it when it comes back.
   * @param view what a link holds, to be taken over with the pair.
   */
  show(target: Target, view?: LinkedView["view"]): void {
    this.target = target;
    this.view = view;
    this.turn++;
    if (this.place.isVisible()) void this.render();
  }

  /** Shows the pair again if it now stands elsewhere in the ranking. */
  followRanking(): void {
    const { target } = this;
    if (target.kind === "pair" && JSON.stringify(this.loader.position(target.job)) !== this.shownPosition)
      this.show(target);
    else this.showStrip();
  }

  setLocked(locked: boolean): void {
    this.locked = locked;
    this.send((page) => page.setLocked(locked));
  }

  /** Takes over what is turned in the inspector; null: nothing is. */
  followDials(dials: Dials | null): void {
    this.dials = dials;
    this.send((page) => page.followDials(dials));
  }

  /** Lights the pixels of a confusion, in this pair and those after it; null: none. */
  light(cell: Confused | null): void {
    this.lit = cell;
    this.send((page) => page.light(cell));
  }

  /** Takes over what was turned for all pairs of the run, if the pair shown is one of them. */
  settle(): void {
    const { run, settings } = this.app.session;
    if (!run || !settings || this.target.kind !== "pair" || !isOfRun(run, this.target.job.prediction)) return;
    const { threshold, kernel, preset, overrides = {} } = settings;
    this.send((page) => page.settle({ threshold, kernel, preset, overrides }));
  }

  act(action: PageAction): void {
    this.send((page) => page.act(action));
  }

  dispose(): void {
    this.preloader.cancel();
    this.turn++;
    this.isDisposed = true;
    this.listener.dispose();
    this.peer.close("The page was closed.");
  }

  /** A page that says it is ready is a new one: VS Code drops the document of a hidden webview. */
  private receive(message: Message): void {
    if (message.kind === "call" && message.name === ("ready" satisfies keyof HostCalls)) {
      this.peer.close("The page was reloaded.");
      this.preloader.forget();
      this.peer = this.connect();
    }
    this.peer.receive(message);
  }

  private connect(): Peer<PageEvents> {
    const peer: Peer<PageEvents> = createPeer<HostCalls, PageEvents>(
      {
        ready: () => {
          this.setLocked(this.locked);
          this.light(this.lit);
          void this.render();
        },
        run: (action) => this.place.run(action),
        openFile: (role) => this.openFile(role).catch((error: unknown) => void tell(this.app.log, "openFile", error)),
        frames: (revision, from, count) => this.filmstrip.frames(revision, from, count),
        thumbnail: (revision, place) => this.filmstrip.thumbnail(revision, place),
        openPlace: (revision, place) => {
          const pair = this.filmstrip.pairAt(revision, place);
          if (pair) this.place.open(pairTarget(pair));
        },
        ...pixelCalls({
          scorer: this.app.scorer,
          job: () => this.job(),
          settings: (job) => this.loader.settings(job),
          uri: (path) => Uri.file(path).toString(),
          path: (uri) => Uri.parse(uri).fsPath,
        }),
        compareMaps: async (pair) => {
          const job = this.job();
          if (pair !== Uri.file(job.prediction).toString()) throw new Error("Another pair is open now.");
          return compareMaps(job, await this.loader.settings(job), this.app.scorer);
        },
        chooseTruth: () => void commands.executeCommand("maskInspector.inspectMask", this.file(), [], { choose: true }),
        copyPython: (call) => this.told("copyPython", copyPython(this.job(), call)),
        copyLink: (view) => this.told("copyLink", copyLink(this.app.context.extension.id, this.job(), view)),
        savePicture: (png) => this.told("savePicture", savePicture(png, this.job().name)),
        copyRow: (format, dials) =>
          this.told(
            "copyRow",
            this.withDials(dials, (job, settings) => copyRow(this.app, job, settings, format)),
          ),
        copyCommandLine: (dials) =>
          this.told(
            "copyCommandLine",
            this.withDials(dials, (job, settings) => copyCommandLine(this.app, job, settings)),
          ),
        turned: (dials) => this.place.turned(dials),
        unlight: () => this.place.unlight(),
        complain: (message) => void tell(this.app.log, "page", new Problem(message, "")),
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
    this.showStrip();
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

  private showStrip(): void {
    if (this.place.layout === "panel") this.send((page) => page.showStrip(this.filmstrip.strip(this.target)));
  }

  private async showPair(job: PairJob, turn: number): Promise<void> {
    const position = this.loader.position(job);
    this.shownPosition = JSON.stringify(position);
    this.preloader.cancel();
    const key = await this.loader.key(job);
    const isShown = await this.showPreloaded(key, position);
    const loaded = isShown ? undefined : await this.load(job);
    if (turn !== this.turn) return;
    const { view } = this;
    this.view = undefined;
    this.send(async (page) => {
      if (loaded?.kind === "failure") await page.fail(loaded.failure);
      else if (loaded?.kind === "scores") await page.showScores(loaded.view);
      else if (loaded) await page.show(loaded.view, key);
      // Not before the pair is there: it comes with choices of its own.
      if (view) await page.adopt(view);
      if (this.dials) await page.followDials(this.dials);
    });
    this.preloader.note(key);
    this.preloader.run().catch((error: unknown) => this.app.log.debug(`ahead: ${String(error)}`));
  }

  /** Says that a pair is being read, if that takes long enough to be noticed. */
  private load(job: PairJob): Promise<Loaded> {
    const timer = setTimeout(() => this.send((page) => page.loading(job.name)), LOADING_AFTER_MS);
    return this.loader.load(job).finally(() => clearTimeout(timer));
  }

  /** False: the page does not hold it. */
  private async showPreloaded(key: string, position: Position | undefined): Promise<boolean> {
    return this.preloader.has(key) && this.peer.remote.showPreloaded(key, position ?? null);
  }

  /** The neighbours in the ranking; while a folder is scored the workers have other things to do. */
  private neighbours(): readonly PairJob[] {
    const { ranking, run } = this.app.session;
    if (this.place.layout === "side" || this.target.kind !== "pair" || !ranking || run?.state === "scoring") return [];
    return likelyNext(ranking, this.target.job.prediction);
  }

  /** What the page evaluates with: the settings of the pair under what was turned there. */
  private async withDials(dials: Dials, act: (job: PairJob, settings: Settings) => Promise<void>): Promise<void> {
    const job = this.job();
    await act(job, { ...(await this.loader.settings(job)), ...dials });
  }

  private async openFile(role: FileRole): Promise<void> {
    const job = this.job();
    const file =
      role === "image" ? await this.app.images.find(job) : role === "other" ? job.other?.prediction : job[role];
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
