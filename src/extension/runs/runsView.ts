import {
  commands,
  type Disposable,
  EventEmitter,
  l10n,
  MarkdownString,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  type TreeView,
  window,
} from "vscode";
import type { App } from "../app.js";
import { displayPath } from "../paths.js";
import { rankingScore } from "../settings/configuration.js";
import { namesakes, runDifference } from "./runDifference.js";
import { headOf } from "./runFile.js";
import type { RunHead } from "./runHead.js";
import { runDescription, runTooltip, spokenRun } from "./runText.js";

/** The runs in the side bar, latest first; the one under way on top. */
export class RunsView implements TreeDataProvider<RunHead>, Disposable {
  private readonly changed = new EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  readonly view: TreeView<RunHead>;
  /** Of the session when the list was last drawn: rows that stream in change nothing here. */
  private drawn = "";
  /** As they are listed. */
  private shown: RunHead[] = [];

  constructor(private readonly app: App) {
    this.view = window.createTreeView("maskInspector.runs", { treeDataProvider: this });
    app.runs.onDidChange(() => this.refresh());
    app.session.onDidChange(() => {
      const { run } = app.session;
      const now = JSON.stringify([run?.facts, run?.state, rankingScore().id]);
      if (now !== this.drawn) this.refresh();
      this.drawn = now;
    });
  }

  async getChildren(head?: RunHead): Promise<RunHead[]> {
    if (head) return [];
    const kept = await this.app.runs.list();
    const { run } = this.app.session;
    const isNew = run && !kept.some(({ id }) => id === run.facts.id);
    this.shown = [...(isNew ? [headOf(run)] : []), ...kept];
    return this.shown;
  }

  getTreeItem(head: RunHead): TreeItem {
    const { run } = this.app.session;
    const isOpen = run?.facts.id === head.id;
    const isScoring = isOpen && run.state === "scoring";
    const isLive = this.app.runs.liveId === head.id;
    const item = new TreeItem(head.name);
    item.id = head.id;
    const others = namesakes(head, this.shown);
    const difference = runDifference(head, others);
    const description = runDescription(head, rankingScore(), new Date(), difference);
    item.description = isScoring ? l10n.t("scoring…") : isLive ? l10n.t("live · {0}", description) : description;
    const icon = isLive ? "pulse" : isOpen ? "circle-filled" : "circle-outline";
    item.iconPath = new ThemeIcon(isScoring ? "loading~spin" : icon);
    const kind = head.source === undefined ? "run" : "run-file";
    item.contextValue = isScoring ? "scoring" : isLive ? "live" : others.length > 0 ? `${kind} namesake` : kind;
    const label = spokenRun(head, rankingScore(), new Date(), isOpen, difference);
    item.accessibilityInformation = { label: isLive ? l10n.t("{0}, live", label) : label };
    // What is live is seen best where it moves.
    item.command = isLive
      ? { command: "maskInspector.showFollowed", title: l10n.t("Show") }
      : { command: "maskInspector.openRun", title: l10n.t("Open"), arguments: [head] };
    return item;
  }

  resolveTreeItem(item: TreeItem, head: RunHead): TreeItem {
    const others = namesakes(head, this.shown);
    const difference = others.length > 0 ? runDifference(head, others) : null;
    item.tooltip = new MarkdownString(runTooltip(head, rankingScore(), displayPath, difference));
    return item;
  }

  dispose(): void {
    this.view.dispose();
    this.changed.dispose();
  }

  private refresh(): void {
    void this.getChildren().then(({ length }) =>
      commands.executeCommand("setContext", "maskInspector.hasRuns", length > 0),
    );
    this.changed.fire();
  }
}
