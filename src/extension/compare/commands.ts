import { type Disposable, type Uri, window } from "vscode";
import type { App } from "../app.js";
import { registerCommand } from "../command.js";
import type { RunHead } from "../runs/runHead.js";
import type { Target } from "../target.js";
import { chooseModels } from "./chooseModels.js";
import { chooseRuns } from "./chooseRuns.js";
import { COMPARISON, ComparisonPanel } from "./comparisonPanel.js";
import { scoreModels } from "./scoreModels.js";

/** What automation may give, so that nothing is asked. */
export interface CompareOptions {
  readonly truth?: Uri;
}

/** Registers what compares models; `inspect` shows a pair, and walks on by `step`. */
export function registerCompare(app: App, inspect: (target: Target, step: (by: 1 | -1) => void) => void): Disposable[] {
  const register = <Args extends unknown[]>(name: string, run: (...args: Args) => unknown) =>
    registerCommand(app.log, name, run);
  const panel = new ComparisonPanel(app, inspect);
  return [
    panel,
    window.registerWebviewPanelSerializer(COMPARISON, {
      deserializeWebviewPanel: (restored, state: unknown) => panel.restore(restored, state),
    }),
    register("compareFolders", async (uri?: Uri, selected?: readonly Uri[], options: CompareOptions = {}) => {
      const models = await chooseModels(app, selected ?? (uri ? [uri] : []), options.truth?.fsPath);
      const runs = models && (await scoreModels(app, models.folders, models.truth));
      if (runs) panel.show(runs);
    }),
    register("compareRuns", async (given?: RunHead) => {
      const ids = await chooseRuns(app, given);
      if (ids) panel.show(await app.runs.read(ids));
    }),
    register("exportComparison", () => panel.export()),
  ];
}
