import { basename, dirname } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { commands, type Disposable, EventEmitter, Uri, ViewColumn, type WebviewPanel, window } from "vscode";
import type { HostAction, PageAction } from "../../protocol/actions.js";
import type { Turned } from "../../protocol/calls.js";
import type { Confused } from "../../protocol/confusion.js";
import { isLockedState, persistedUris } from "../../protocol/persisted.js";
import type { App } from "../app.js";
import { neighbour } from "../ranking/ranking.js";
import { targetOf } from "../ranking/rankingView.js";
import type { Run } from "../run.js";
import { stemOf } from "../stem.js";
import { isSamePair, listedFile, pairTarget, type Target } from "../target.js";
import type { LinkedView } from "./linkText.js";
import { Page } from "./page.js";

/** A page that is hidden before it has its pair never says that it has. */
const LONGEST_MS = 2000;

export const INSPECTOR = "maskInspector.inspector";

const EMPTY: Target = { kind: "empty", message: "Choose a pair in the ranking, or use Inspect Mask in the Explorer." };

export interface ShowOptions {
  readonly preserveFocus?: boolean;
  readonly view?: LinkedView["view"] | undefined;
  /** What J and K do instead of walking the ranking, as long as this target is shown. */
  readonly step?: (by: 1 | -1) => void;
}

/** The inspector: one panel beside the source, whose pair changes. */
export class Inspector implements Disposable {
  private panel: WebviewPanel | undefined;
  private page: Page | undefined;
  private locked = false;
  private lit: { readonly run: Run; readonly cell: Confused } | null = null;
  private stepElsewhere: ((by: 1 | -1) => void) | undefined;
  private readonly showed = new EventEmitter<Target>();
  /** The panel was given something to show. */
  readonly onDidShow = this.showed.event;

  private readonly turned = new EventEmitter<Turned | null>();
  /** What is turned and edited on the panel's page; null: the panel is closed. */
  readonly onDidTurn = this.turned.event;

  private readonly listener: Disposable;

  constructor(private readonly app: App) {
    this.listener = app.session.onDidChange(() => {
      // Classes of another run are others.
      if (this.lit && app.session.run !== this.lit.run) this.light(null);
      // While rows stream in, places change with each of them.
      if (app.session.run?.state !== "scoring") this.page?.followRanking();
    });
  }

  /** What the panel shows; undefined while it is closed. */
  get shown(): Target | undefined {
    return this.page?.shown;
  }

  /** Resolves once the panel has what it was asked to show, at once while it is closed, and soon in any case. */
  get settled(): Promise<void> {
    return Promise.race([this.page?.settled, delay(LONGEST_MS)]).then(() => {});
  }

  /** Where the panel stands; undefined while it is closed. */
  get column(): ViewColumn | undefined {
    return this.panel?.viewColumn;
  }

  get title(): string | undefined {
    return this.panel?.title;
  }

  /** The panel stays on its pair, whatever is opened or selected elsewhere. */
  get isLocked(): boolean {
    return this.locked;
  }

  /** Whether the panel takes over what a person looks at elsewhere. */
  get follows(): boolean {
    return this.panel !== undefined && !this.locked;
  }

  setLocked(locked: boolean): void {
    this.locked = locked;
    void commands.executeCommand("setContext", "maskInspector.locked", locked);
    this.page?.setLocked(locked);
  }

  /** Lights the pixels of a confusion in the pairs of a run; null: none. */
  light(lit: { readonly run: Run; readonly cell: Confused } | null): void {
    this.lit = lit;
    this.page?.light(lit?.cell ?? null);
  }

  /** Takes over the pair that a person looks at elsewhere, without coming to the front. */
  follow(target: Target): void {
    if (!this.panel || !this.page || isSamePair(target, this.shown)) return;
    this.stepElsewhere = undefined;
    this.panel.title = titleOf(target);
    this.page.show(target);
    this.showed.fire(target);
  }

  /**
   * @param preserveFocus keep the keyboard where it is.
   * @param view what a link holds, for the page to take over.
   */
  show(target: Target, { preserveFocus = false, view, step }: ShowOptions = {}): void {
    this.stepElsewhere = step;
    if (this.panel && this.page) {
      this.panel.title = titleOf(target);
      this.page.show(target, view);
      if (!this.panel.visible || !preserveFocus) this.panel.reveal(undefined, preserveFocus);
    } else {
      const viewColumn = freeColumn();
      const isAlone = window.tabGroups.all.length === 1;
      this.adopt(window.createWebviewPanel(INSPECTOR, titleOf(target), { viewColumn, preserveFocus }), target, view);
      if (isAlone && viewColumn === ViewColumn.Beside && target.kind === "pair" && target.job.other) widen();
    }
    this.showed.fire(target);
  }

  /** Takes over a panel that VS Code restored, with the state that its page kept. */
  restore(panel: WebviewPanel, state: unknown): void {
    const uris = persistedUris(state);
    const [prediction, truth, other] = [fileOf(uris?.prediction), fileOf(uris?.truth), fileOf(uris?.other)];
    const target: Target =
      prediction !== undefined && truth !== undefined
        ? pairTarget(
            { name: nameOf(state) ?? stemOf(prediction), prediction, truth },
            // Models go by their folders.
            other === undefined ? undefined : { name: folderOf(other), own: folderOf(prediction), prediction: other },
          )
        : EMPTY;
    this.panel?.dispose();
    this.adopt(panel, target);
    this.setLocked(target.kind === "pair" && isLockedState(state));
    panel.title = titleOf(target);
    this.showed.fire(target);
  }

  /** Walks the ranking as it is shown, or the images of a comparison: +1 down, -1 up. */
  step(by: 1 | -1): void {
    // Two models have no place in the ranking of one: after a reload, when nobody walks them, they stay.
    if (this.shown?.kind === "pair" && this.shown.job.other) {
      this.stepElsewhere?.(by);
      return;
    }
    const { ranking } = this.app.session;
    const from = listedFile(this.shown);
    const next = ranking && neighbour(ranking, from, by);
    const target = next && targetOf(next);
    if (target && listedFile(target) !== from) this.show(target, { preserveFocus: true });
  }

  /** Takes over what was turned for all pairs of the run. */
  settle(): void {
    this.page?.settle();
  }

  act(action: PageAction): void {
    this.page?.act(action);
  }

  dispose(): void {
    this.listener.dispose();
    this.panel?.dispose();
    this.showed.dispose();
    this.turned.dispose();
  }

  private adopt(panel: WebviewPanel, target: Target, view?: LinkedView["view"]): void {
    panel.iconPath = Uri.joinPath(this.app.context.extensionUri, "media", "icon.png");
    const place = {
      layout: "panel" as const,
      isVisible: () => panel.visible,
      open: (next: Target) => this.show(next, { preserveFocus: true }),
      turned: (turned: Turned) => this.turned.fire(turned),
      unlight: () => this.light(null),
      run: (action: HostAction) => void commands.executeCommand(`maskInspector.${action}`),
    };
    const page = new Page(this.app, panel.webview, place, target, view);
    if (this.lit) page.light(this.lit.cell);
    panel.onDidChangeViewState(() => page.look());
    panel.onDidDispose(() => {
      page.dispose();
      if (this.panel !== panel) return;
      this.panel = this.page = undefined;
      this.setLocked(false);
      this.turned.fire(null);
    });
    this.panel = panel;
    this.page = page;
  }
}

/** Beside what is being read; an empty window needs no second column. */
function freeColumn(): ViewColumn {
  return window.tabGroups.activeTabGroup.tabs.length === 0 ? ViewColumn.Active : ViewColumn.Beside;
}

/** Two models and where they agree are three pictures: more room than for the tables that they were opened from. */
function widen(): void {
  const layout = { orientation: 0, groups: [{ size: 0.38 }, { size: 0.62 }] };
  void commands.executeCommand("vscode.setEditorLayout", layout);
}

function titleOf(target: Target): string {
  if (target.kind === "pair") return target.job.name;
  return target.kind === "failure" ? target.failure.name : "Mask Inspector";
}

const folderOf = (file: string) => basename(dirname(file));

/** The path of a persisted URI; the state comes from a page, so that anything may stand there. */
function fileOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const uri = Uri.parse(text);
  return uri.scheme === "file" ? uri.fsPath : undefined;
}

function nameOf(state: unknown): string | undefined {
  const pair: unknown = typeof state === "object" && state !== null && "pair" in state ? state.pair : undefined;
  if (typeof pair !== "object" || pair === null || !("name" in pair)) return undefined;
  return typeof pair.name === "string" ? pair.name : undefined;
}
