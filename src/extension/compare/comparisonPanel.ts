import { commands, type Disposable, l10n, Uri, ViewColumn, type WebviewPanel, window } from "vscode";
import {
  type ComparisonCalls,
  type ComparisonChoices,
  type ComparisonEvents,
  persistedRuns,
} from "../../protocol/comparison.js";
import type { Comparison } from "../../report/comparison/comparison.js";
import type { App } from "../app.js";
import { tell } from "../command.js";
import { displayPath } from "../paths.js";
import { Problem } from "../problem.js";
import type { Run } from "../run.js";
import { pairTarget, type Target } from "../target.js";
import { WebChannel } from "../web/webChannel.js";
import { comparisonView } from "./comparisonView.js";
import { compareRuns } from "./contender.js";
import { exportComparison } from "./exportComparison.js";

export const COMPARISON = "maskInspector.comparison";

/** The page that compares models: one panel, whose runs change. */
export class ComparisonPanel implements Disposable {
  private panel: WebviewPanel | undefined;
  private channel: WebChannel<ComparisonCalls, ComparisonEvents> | undefined;
  private runs: readonly Run[] = [];
  private comparison: Comparison | undefined;

  constructor(
    private readonly app: App,
    private readonly inspect: (target: Target, step: (by: 1 | -1) => void) => void,
  ) {}

  /** What is compared; undefined while the page is closed. */
  get shown(): Comparison | undefined {
    return this.panel && this.comparison;
  }

  /** @throws Problem where the runs share no image. */
  show(runs: readonly Run[]): void {
    const comparison = compareRuns(runs);
    if (comparison.images.length === 0) {
      throw new Problem(
        l10n.t("There is no image that could be scored for every model."),
        l10n.t("Compare models that predicted the same images."),
      );
    }
    this.runs = runs;
    this.comparison = comparison;
    if (this.panel) {
      this.panel.reveal();
      this.render();
    } else {
      this.adopt(window.createWebviewPanel(COMPARISON, "", ViewColumn.Active));
    }
    if (this.panel) this.panel.title = this.title();
  }

  /** Takes over a panel that VS Code restored, with the state that its page kept. */
  async restore(panel: WebviewPanel, state: unknown): Promise<void> {
    const ids = persistedRuns(state);
    this.panel?.dispose();
    try {
      const runs = await this.app.runs.read(ids);
      this.runs = runs;
      this.comparison = compareRuns(runs);
    } catch (error) {
      this.comparison = undefined;
      this.app.log.warn(`comparison: ${String(error)}`);
    }
    this.adopt(panel);
    panel.title = this.title();
  }

  async export(): Promise<void> {
    if (!this.comparison) {
      throw new Problem(l10n.t("No comparison is open."), l10n.t("Use Compare Prediction Folders…."));
    }
    const jobs = this.runs.flatMap(({ plan }) => plan.jobs);
    await exportComparison(this.comparison, jobs, this.app.scorer);
  }

  dispose(): void {
    this.panel?.dispose();
  }

  private title(): string {
    const names = this.comparison?.models.map(({ name }) => name) ?? [];
    return names.length === 2 ? names.join(" ↔ ") : l10n.t("{0} models", names.length);
  }

  private adopt(panel: WebviewPanel): void {
    const { extensionUri } = this.app.context;
    panel.iconPath = Uri.joinPath(extensionUri, "media", "icon.png");
    const channel = new WebChannel<ComparisonCalls, ComparisonEvents>(panel.webview, {
      extension: extensionUri,
      bundle: "compare",
      layout: "compare",
      handlers: {
        ready: () => this.render(),
        open: (image, choices, order) => {
          if (this.comparison) this.open(this.comparison, image, choices, order);
        },
        exportTables: () => this.export().catch((error: unknown) => void tell(this.app.log, "export", error)),
        explainScore: (id) => void commands.executeCommand("maskInspector.explainScore", id),
      },
      onError: (error) => this.app.log.debug(`comparison: ${String(error)}`),
    });
    panel.onDidDispose(() => {
      channel.dispose();
      if (this.panel === panel) this.panel = this.channel = this.comparison = undefined;
    });
    this.panel = panel;
    this.channel = channel;
  }

  private render(): void {
    const { comparison, runs } = this;
    this.channel?.send((page) =>
      comparison
        ? page.show(comparisonView(comparison, runs, displayPath))
        : page.say(l10n.t("The runs that were compared here are gone. Use Compare Prediction Folders… again.")),
    );
  }

  private open(of: Comparison, image: number, choices: ComparisonChoices, order: readonly number[]): void {
    const { baseline, challenger } = choices;
    const rows = of.images[image]?.rows;
    const [a, b] = [rows?.[baseline], rows?.[challenger]];
    const [name, own] = [baseline, challenger].map((model) => of.models[model]?.name ?? "");
    if (!a || !b) return;
    this.inspect(pairTarget(b, { name, own, prediction: a.prediction }), (by) => {
      const next = order[order.indexOf(image) + by];
      if (next === undefined) return;
      this.open(of, next, choices, order);
      if (of === this.comparison) this.channel?.send((page) => page.opened(next));
    });
  }
}
