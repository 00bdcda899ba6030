import type { Disposable, Webview } from "vscode";
import type { PageAction } from "../../protocol/actions.js";
import type { HostCalls, PageEvents, Turned } from "../../protocol/calls.js";
import type { Confused } from "../../protocol/confusion.js";
import type { PairFailure, Position, Unscored } from "../../protocol/pairView.js";
import type { PairJob } from "../../scoring/pairJob.js";
import type { App } from "../app.js";
import { tell } from "../command.js";
import { displayPath } from "../paths.js";
import { Problem } from "../problem.js";
import { likelyNext, unscoredOf } from "../ranking/ranking.js";
import { isOfRun } from "../run.js";
import type { Target } from "../target.js";
import { WebChannel } from "../web/webChannel.js";
import { Filmstrip } from "./filmstrip.js";
import type { LinkedView } from "./linkText.js";
import type { SketchedPair } from "./loadPair.js";
import { pageCalls } from "./pageCalls.js";
import type { PagePlace } from "./pagePlace.js";
import { type Loaded, PairLoader } from "./pairLoader.js";
import { Preloader } from "./preloader.js";

/** Pairs that load faster show no sign of it. */
const LOADING_AFTER_MS = 150;

/** A webview that shows a pair: its document, its channel, and what is on it. */
export class Page implements Disposable {
  private readonly channel: WebChannel<HostCalls, PageEvents>;
  /** Counts what was asked to be shown: only the latest is. */
  private turn = 0;
  /** A pair is under way. */
  private reading = false;
  /** Something else was to be shown while its place was hidden, as far as VS Code had told: it may be there all the same. */
  private isBehind = false;
  private isDisposed = false;
  private locked = false;
  private turned: Turned | null = null;
  private lit: Confused | null = null;
  /** As it is turned on the page. */
  private threshold: number | undefined;
  /** Ends when the page has what it was last asked to show. */
  private given: Promise<unknown> = Promise.resolve();
  private shownStanding: string | undefined;
  private readonly loader: PairLoader;
  private readonly filmstrip: Filmstrip;
  private readonly preloader: Preloader;

  constructor(
    private readonly app: App,
    webview: Webview,
    private readonly place: PagePlace,
    private target: Target,
    /** What a link holds: taken over by the page with the next pair that it shows. */
    private view?: LinkedView["view"],
  ) {
    this.loader = new PairLoader(app);
    this.filmstrip = new Filmstrip(app);
    this.preloader = new Preloader({
      next: () => this.neighbours(),
      key: (job) => this.loader.key(job),
      load: async (job) => {
        const loaded = await this.loader.loadAhead(job);
        return loaded.kind === "pair" ? loaded.view : undefined;
      },
      send: (key, view) => this.channel.remote.preload(key, view),
    });
    this.channel = new WebChannel(webview, {
      extension: app.context.extensionUri,
      bundle: "inspector",
      layout: place.layout,
      handlers: pageCalls({
        app,
        place: {
          ...place,
          turned: (turned) => {
            this.threshold = turned.dials.threshold;
            place.turned(turned);
          },
        },
        loader: this.loader,
        filmstrip: this.filmstrip,
        target: () => this.target,
        ready: () => {
          this.preloader.forget();
          this.setLocked(this.locked);
          this.light(this.lit);
          // What is being read goes to the page that is there when it has come.
          if (this.reading) this.showStrip();
          else void this.render();
        },
      }),
      onError: (error) => this.app.log.debug(`page: ${String(error)}`),
    });
  }

  /** Resolves once the page has what it was asked to show. */
  get settled(): Promise<void> {
    return this.given.then(() => {});
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
    this.isBehind = true;
    this.look();
  }

  /** Its place may have come into sight: catches up with what was to be shown meanwhile. */
  look(): void {
    if (this.isBehind && this.place.isVisible()) void this.render();
  }

  /** Shows the target again if it now stands elsewhere in the ranking. */
  followRanking(): void {
    if (JSON.stringify(this.standing) !== this.shownStanding) this.show(this.target);
    else this.showStrip();
  }

  private get standing(): Position | Unscored | undefined {
    if (this.target.kind === "pair") return this.loader.position(this.target.job);
    return this.target.kind === "failure" ? unscoredOf(this.app.session.ranking, this.target.file) : undefined;
  }

  setLocked(locked: boolean): void {
    this.locked = locked;
    this.channel.send((page) => page.setLocked(locked));
  }

  /** Takes over what is turned and edited in the inspector; null: nothing is. */
  followTurned(turned: Turned | null): void {
    this.turned = turned;
    this.channel.send((page) => page.followTurned(turned));
  }

  /** Lights the pixels of a confusion, in this pair and those after it; null: none. */
  light(cell: Confused | null): void {
    this.lit = cell;
    this.channel.send((page) => page.light(cell));
  }

  /** Takes over what was turned for all pairs of the run, if the pair shown is one of them. */
  settle(): void {
    const { run, settings } = this.app.session;
    if (!run || !settings || this.target.kind !== "pair" || !isOfRun(run, this.target.job.prediction)) return;
    const { threshold, kernel, preset, overrides = {} } = settings;
    this.channel.send((page) => page.settle({ threshold, kernel, preset, overrides }));
  }

  act(action: PageAction): void {
    this.channel.send((page) => page.act(action));
  }

  dispose(): void {
    this.preloader.cancel();
    this.turn++;
    this.isDisposed = true;
    this.channel.dispose();
  }

  private async render(): Promise<void> {
    const turn = ++this.turn;
    const { target } = this;
    this.isBehind = false;
    this.showStrip();
    if (target.kind === "empty") return this.channel.send((page) => page.empty(target.message));
    if (target.kind === "failure") {
      const unscored = unscoredOf(this.app.session.ranking, target.file);
      this.shownStanding = JSON.stringify(unscored);
      return this.channel.send((page) => page.fail({ ...target.failure, ...(unscored && { unscored }) }));
    }
    // One pair at a time: who walks fast must not wait for every pair passed by.
    if (this.reading) return;
    this.reading = true;
    const showing = this.showPair(target.job, turn);
    this.given = showing.then((pushed) => pushed?.given).catch(() => {});
    try {
      await showing;
    } catch (error) {
      void tell(this.app.log, "show", error);
      if (turn === this.turn) this.channel.send((page) => page.fail(failureOf(target.job, error)));
    } finally {
      this.reading = false;
    }
    if (turn === this.turn || this.isDisposed) return;
    this.isBehind = true;
    this.look();
  }

  private showStrip(): void {
    if (this.place.layout === "panel") this.channel.send((page) => page.showStrip(this.filmstrip.strip(this.target)));
  }

  /** @returns what ends when the page has the pair; undefined where another was asked for meanwhile. */
  private async showPair(job: PairJob, turn: number): Promise<{ given: Promise<void> } | undefined> {
    await this.place.first?.();
    const position = this.loader.position(job);
    this.shownStanding = JSON.stringify(position);
    this.preloader.cancel();
    const key = await this.loader.key(job);
    const isShown = await this.showPreloaded(key, position);
    const loaded = isShown ? undefined : await this.load(job, key, turn);
    if (turn !== this.turn) return undefined;
    const { view } = this;
    this.view = undefined;
    const given = this.channel.send(async (page) => {
      if (loaded?.kind === "failure") await page.fail(loaded.failure);
      else if (loaded?.kind === "scores") await page.showScores(loaded.view);
      else if (loaded) await page.show(loaded.view, key);
      // Not before the pair is there: it comes with choices of its own.
      if (view) await page.adopt(view);
      if (this.turned) await page.followTurned(this.turned);
    });
    this.preloader.note(key);
    this.preloader.run().catch((error: unknown) => this.app.log.debug(`ahead: ${String(error)}`));
    return { given };
  }

  /** Says that a pair is being read, if that takes long enough to be noticed. */
  private load(job: PairJob, key: string, turn: number): Promise<Loaded> {
    const timer = setTimeout(() => this.channel.send((page) => page.loading(job.name)), LOADING_AFTER_MS);
    return this.loader.load(job, this.sketch(key, turn)).finally(() => clearTimeout(timer));
  }

  /** What the page can paint before it has the whole pair; the small picture of the side bar can wait. */
  private sketch(key: string, turn: number): SketchedPair | undefined {
    if (this.place.layout === "side" || this.threshold === undefined) return undefined;
    const { threshold } = this;
    return {
      threshold,
      onSketch: (view) => {
        if (turn === this.turn) void this.channel.send((page) => page.sketch(view, key, threshold));
      },
    };
  }

  /** False: the page does not hold it, or was reloaded meanwhile and holds nothing. */
  private async showPreloaded(key: string, position: Position | undefined): Promise<boolean> {
    if (!this.preloader.has(key)) return false;
    return this.channel.remote.showPreloaded(key, position ?? null).catch(() => false);
  }

  /** The neighbours in the ranking; while a folder is scored the workers have other things to do. */
  private neighbours(): readonly PairJob[] {
    const { ranking, run } = this.app.session;
    if (this.place.layout === "side" || this.target.kind !== "pair" || !ranking || run?.state === "scoring") return [];
    return likelyNext(ranking, this.target.job.prediction);
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
