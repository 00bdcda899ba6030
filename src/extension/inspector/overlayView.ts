import { setTimeout as sleep } from "node:timers/promises";
import { commands, type Disposable, EventEmitter, l10n, type WebviewView, type WebviewViewProvider } from "vscode";
import type { HostAction } from "../../protocol/actions.js";
import type { Turned } from "../../protocol/calls.js";
import type { App } from "../app.js";
import { neighbour } from "../ranking/ranking.js";
import { targetOf } from "../ranking/rankingView.js";
import { listedFile, type Target } from "../target.js";
import { Page } from "./page.js";

/** A panel that has not got its pair by then does not hold the overlay up any longer. */
const LONGEST_WAIT_MS = 1000;

/** The view in the side bar: the overlay of the mask selected anywhere. */
export class OverlayView implements WebviewViewProvider, Disposable {
  private page: Page | undefined;
  private visible = false;
  private turned: Turned | null = null;
  private target: Target = {
    kind: "empty",
    message: l10n.t("Select a mask in the Explorer, the editor or the ranking."),
  };
  private readonly appeared = new EventEmitter<void>();
  /** The view has come into sight. */
  readonly onDidAppear = this.appeared.event;

  /** @param first what a person looks at before: the overlay waits for it, so that the two do not hold each other up. */
  constructor(
    private readonly app: App,
    private readonly first: () => Promise<void>,
  ) {}

  get isVisible(): boolean {
    return this.visible;
  }

  get shown(): Target {
    return this.target;
  }

  resolveWebviewView(view: WebviewView): void {
    const place = {
      layout: "side" as const,
      isVisible: () => view.visible,
      open: (target: Target) => this.show(target),
      first: () => Promise.race([this.first(), sleep(LONGEST_WAIT_MS)]),
      turned: () => {},
      unlight: () => {},
      run: (action: HostAction) => this.run(action),
    };
    const page = new Page(this.app, view.webview, place, this.target);
    this.page = page;
    page.followTurned(this.turned);
    const look = () => {
      this.visible = view.visible;
      page.look();
      if (view.visible) this.appeared.fire();
    };
    view.onDidChangeVisibility(look);
    view.onDidDispose(() => {
      page.dispose();
      if (this.page === page) this.page = undefined;
    });
    look();
  }

  /** Takes over what is turned and edited in the inspector; null: nothing is. */
  followTurned(turned: Turned | null): void {
    this.turned = turned;
    this.page?.followTurned(turned);
  }

  /** Takes over what was turned for all pairs of the run. */
  settle(): void {
    this.page?.settle();
  }

  show(target: Target): void {
    this.target = target;
    this.page?.show(target);
  }

  dispose(): void {
    this.page?.dispose();
    this.appeared.dispose();
  }

  /** It walks by itself; all else is asked of the inspector. */
  private run(action: HostAction): void {
    if (action === "nextPair") this.step(1);
    else if (action === "previousPair") this.step(-1);
    else void commands.executeCommand(`maskInspector.${action}`);
  }

  private step(by: 1 | -1): void {
    const { ranking } = this.app.session;
    const next = ranking && neighbour(ranking, listedFile(this.target), by);
    if (next) this.show(targetOf(next));
  }
}
