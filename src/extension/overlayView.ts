import { commands, type Disposable, l10n, type WebviewView, type WebviewViewProvider, window } from "vscode";
import type { HostAction } from "../protocol/actions.js";
import { activeFile } from "./activeFile.js";
import type { App } from "./app.js";
import { glance } from "./inspectMask.js";
import { Page } from "./page.js";
import { neighbour } from "./ranking.js";
import { pairTarget, type Target } from "./target.js";

/** Whoever walks through files quickly is not followed to each. */
const SETTLE_MS = 150;

/** The view in the side bar: the overlay of the mask selected anywhere. */
export class OverlayView implements WebviewViewProvider, Disposable {
  private page: Page | undefined;
  private visible = false;
  private target: Target = {
    kind: "empty",
    message: l10n.t("Select a mask in the Explorer, the editor or the ranking."),
  };
  /** Counts what was asked for, so that a slow search does not replace a later choice. */
  private turn = 0;
  private timer: NodeJS.Timeout | undefined;
  private readonly listener: Disposable;

  constructor(private readonly app: App) {
    this.listener = window.tabGroups.onDidChangeTabs(() => this.follow());
  }

  resolveWebviewView(view: WebviewView): void {
    const place = {
      layout: "side" as const,
      isVisible: () => view.visible,
      open: (target: Target) => this.show(target),
      run: (action: HostAction) => this.run(action),
    };
    const page = new Page(this.app, view.webview, place, this.target);
    this.page = page;
    this.visible = view.visible;
    view.onDidChangeVisibility(() => {
      this.visible = view.visible;
      if (view.visible) this.follow();
    });
    view.onDidDispose(() => {
      page.dispose();
      if (this.page === page) this.page = undefined;
    });
    this.follow();
  }

  show(target: Target): void {
    this.turn++;
    clearTimeout(this.timer);
    this.target = target;
    this.page?.show(target);
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.listener.dispose();
    this.page?.dispose();
  }

  /** Shows the pair of the mask in the active editor, if there is one; searching is left until the view is visible. */
  private follow(): void {
    const file = activeFile()?.fsPath;
    if (file === undefined || !this.visible || this.isShown(file)) return;
    const turn = ++this.turn;
    clearTimeout(this.timer);
    this.timer = setTimeout(async () => {
      try {
        const target = await glance(this.app, file);
        if (target && turn === this.turn) this.show(target);
      } catch (error) {
        this.app.log.warn(`overlay: ${String(error)}`);
      }
    }, SETTLE_MS);
  }

  private isShown(file: string): boolean {
    const { target } = this;
    if (target.kind === "failure") return target.file === file;
    return target.kind === "pair" && (target.job.prediction === file || target.job.truth === file);
  }

  /** It walks by itself; all else is asked of the inspector. */
  private run(action: HostAction): void {
    if (action === "nextPair") this.step(1);
    else if (action === "previousPair") this.step(-1);
    else void commands.executeCommand(`maskInspector.${action}`);
  }

  private step(by: 1 | -1): void {
    const { ranking } = this.app.session;
    const prediction = this.target.kind === "pair" ? this.target.job.prediction : "";
    const next = ranking && neighbour(ranking, prediction, by);
    if (next) this.show(pairTarget(next));
  }
}
