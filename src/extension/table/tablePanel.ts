import { access } from "node:fs/promises";
import { commands, type Disposable, env, l10n, Uri, ViewColumn, type WebviewPanel, window } from "vscode";
import { scoreById } from "../../core/catalogue.js";
import { isLibrary } from "../../core/conventions/index.js";
import type { Confused } from "../../protocol/confusion.js";
import type { TableCalls, TableColumns, TableDials, TableEvents } from "../../protocol/table.js";
import type { App } from "../app.js";
import { registerCommand, tell } from "../command.js";
import type { Inspector } from "../inspector/inspector.js";
import { displayPath } from "../paths.js";
import type { PairRow, Run } from "../run.js";
import { score } from "../scoring/scoreFolder.js";
import { setRankingScore } from "../settings/configuration.js";
import { pairTarget } from "../target.js";
import { WebChannel } from "../web/webChannel.js";
import { cellColumn, meansOfColumns, totalsOf } from "./dataSet.js";
import { byRow, columnOf, reachOf, tableRows, tableRun } from "./tableRows.js";

export const TABLE = "maskInspector.table";

/** The rows that the page was last told of. */
interface Shown {
  readonly run: Run;
  readonly revision: number;
  readonly rows: readonly PairRow[];
}

/** The ranking table: one panel that shows the open run. */
export class TablePanel implements Disposable {
  private panel: WebviewPanel | undefined;
  private channel: WebChannel<TableCalls, TableEvents> | undefined;
  private shown: Shown | undefined;
  private revision = 0;
  /** What the page was last told of, in short. */
  private told = "";
  private readonly listeners: readonly Disposable[];

  constructor(
    private readonly app: App,
    private readonly inspector: Inspector,
  ) {
    this.listeners = [
      app.session.onDidChange(() => void this.push()),
      app.session.onDidTurn(() => this.pushTurned()),
      app.runs.onDidChange(() => void this.push()),
      inspector.onDidShow(() => this.pushOpened()),
    ];
  }

  show(): void {
    if (this.panel) {
      this.panel.reveal();
      return;
    }
    this.adopt(window.createWebviewPanel(TABLE, l10n.t("Ranking"), this.freeColumn(), { enableFindWidget: false }));
  }

  /** Takes over a panel that VS Code restored. */
  restore(panel: WebviewPanel): void {
    this.panel?.dispose();
    this.adopt(panel);
  }

  dispose(): void {
    for (const listener of this.listeners) listener.dispose();
    this.panel?.dispose();
  }

  private adopt(panel: WebviewPanel): void {
    panel.iconPath = Uri.joinPath(this.app.context.extensionUri, "media", "icon.png");
    const channel = this.connect(panel);
    panel.onDidDispose(() => {
      channel.dispose();
      if (this.panel === panel) this.panel = this.channel = undefined;
    });
    this.panel = panel;
    this.channel = channel;
  }

  private connect({ webview }: WebviewPanel): WebChannel<TableCalls, TableEvents> {
    return new WebChannel<TableCalls, TableEvents>(webview, {
      extension: this.app.context.extensionUri,
      bundle: "table",
      layout: "table",
      onError: (error) => this.app.log.debug(`table: ${String(error)}`),
      handlers: {
        ready: () => {
          this.told = "";
          void this.push();
        },
        columns: (revision, ids, dials) => this.columns(revision, ids, dials),
        means: (revision, ids, dials) => this.means(revision, ids, dials),
        totals: (revision) => (this.shown?.revision === revision ? totalsOf(this.shown.run) : null),
        cell: (revision, cell) => (this.shown?.revision === revision ? cellColumn(this.shown.rows, cell) : null),
        light: (revision, cell) => this.light(revision, cell),
        thumbnail: (revision, row, threshold) => {
          const job = this.jobAt(revision, row);
          return job && this.shown ? this.app.scorer.thumbnail(job, { ...this.shown.run.settings, threshold }) : null;
        },
        openRow: (revision, row) => {
          const job = this.jobAt(revision, row);
          if (job) this.inspector.show(pairTarget(job), { preserveFocus: true });
        },
        openFailure: (revision, index) => {
          const row = this.shown?.revision === revision ? this.shown.run.failures[index] : undefined;
          if (row) void commands.executeCommand("maskInspector.openPair", { kind: "failure", row });
        },
        copy: async (text) => env.clipboard.writeText(text),
        explainScore: (id) => void commands.executeCommand("maskInspector.explainScore", id),
        rankBy: async (id) => setRankingScore(scoreById(id)),
        turn: (run, dials) => {
          if (this.app.session.run?.facts.id === run) this.app.session.turn(dials);
        },
        scoreAgain: () => this.scoreAgain(),
      },
    });
  }

  /** Tells the page what there is to show. */
  private async push(): Promise<void> {
    const { run, ranking } = this.app.session;
    if (!this.channel) return;
    if (!run || !ranking) {
      this.shown = undefined;
      this.told = "";
      this.channel.send((page) => page.show(null));
      return;
    }
    const canTurn = run.state !== "scoring" && (await isThere(this.app.runs.evidenceFile(run)));
    // Another run was opened meanwhile, and told.
    if (this.app.session.run !== run) return;
    // The order of the side bar is another one with every turn of the settings: the rows here are the same.
    const { facts, state, pairs, failures } = run;
    const told = JSON.stringify([facts, state, pairs.length, failures.length, ranking.score.id, canTurn]);
    if (told === this.told && this.shown?.run === run) return;
    this.told = told;
    const rows = tableRows(run);
    const revision = ++this.revision;
    this.shown = { run, rows, revision };
    if (this.panel) this.panel.title = l10n.t("Ranking: {0}", run.facts.name);
    const view = tableRun(run, rows, {
      revision,
      canTurn,
      rankBy: ranking.score.id,
      predictions: displayPath(run.folders.predictions),
      truth: displayPath(run.folders.truth),
    });
    this.channel?.send((page) => page.show(view));
    this.pushTurned();
    this.pushOpened();
  }

  private pushTurned(): void {
    const { turned } = this.app.session;
    this.channel?.send((page) => page.turned(turned));
  }

  private pushOpened(): void {
    const target = this.inspector.shown;
    const row =
      target?.kind === "pair"
        ? (this.shown?.rows.findIndex(({ prediction }) => prediction === target.job.prediction) ?? -1)
        : -1;
    this.channel?.send((page) => page.opened(row < 0 ? null : row));
  }

  private async columns(
    revision: number,
    ids: readonly string[],
    dials: TableDials | null,
  ): Promise<TableColumns | null> {
    const { shown } = this;
    if (shown?.revision !== revision) return null;
    const { run, rows } = shown;
    const settings = { ...run.settings, ...dials };
    const reach = ids.map((id) => (dials ? reachOf(id, run.settings, settings) : "same"));
    const turned = ids.filter((_, i) => reach[i] === "tallies");
    const file = this.app.runs.evidenceFile(run);
    const pairs = run.plan.jobs.length;
    const columns = turned.length > 0 ? await this.app.rescorer.rescore({ file, ids: turned, settings, pairs }) : [];
    return {
      values: ids.map((id) => {
        const column = columns[turned.indexOf(id)];
        return column ? byRow(rows, id, column) : columnOf(rows, id);
      }),
      asScored: ids.filter((_, i) => reach[i] === "pixels"),
      lacking: turned.filter((_, i) => isLibrary(settings.preset) && columns[i].every(Number.isNaN)),
    };
  }

  /** The page does not wait for it: a run that is under way shows itself. */
  private scoreAgain(): void {
    const { run, settings } = this.app.session;
    if (!run || !settings) return;
    score(this.app, run.folders, { name: run.facts.name, settings }).catch(
      (error: unknown) => void tell(this.app.log, "scoreAgain", error),
    );
  }

  /** Opens the pair that has most pixels of a confusion, with those lit; null puts them out. */
  private light(revision: number, cell: Confused | null): void {
    if (this.shown?.revision !== revision) return;
    if (!cell) {
      this.inspector.light(null);
      return;
    }
    const pixels = cellColumn(this.shown.rows, cell);
    const most = pixels.reduce((best, count, row) => (count > (pixels[best] || 0) ? row : best), 0);
    const job = this.jobAt(revision, most);
    this.inspector.light({ run: this.shown.run, cell });
    if (job) this.inspector.show(pairTarget(job), { preserveFocus: true });
  }

  private async means(revision: number, ids: readonly string[], dials: TableDials | null) {
    const { shown } = this;
    const columns = await this.columns(revision, ids, dials);
    return columns && shown ? meansOfColumns(this.app.scorer, shown, ids, columns, dials) : null;
  }

  /** The job behind a row: it also knows the class maps behind the prediction. */
  private jobAt(revision: number, row: number) {
    const pair = this.shown?.revision === revision ? this.shown.rows[row] : undefined;
    return pair && (this.shown?.run.plan.jobs[pair.index] ?? pair);
  }

  /** Beside the inspector where that is open, so that both can be seen. */
  private freeColumn(): ViewColumn {
    const { column } = this.inspector;
    if (column === undefined) return ViewColumn.Active;
    return column === ViewColumn.One ? ViewColumn.Beside : ViewColumn.One;
  }
}

async function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

/** Registers the panel with what restores it after the window is reloaded. */
export function registerTable(app: App, inspector: Inspector): readonly Disposable[] {
  const table = new TablePanel(app, inspector);
  return [
    table,
    window.registerWebviewPanelSerializer(TABLE, {
      deserializeWebviewPanel: async (panel) => table.restore(panel),
    }),
    registerCommand(app.log, "openTable", () => table.show()),
  ];
}
