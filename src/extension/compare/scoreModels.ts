import { basename } from "node:path";
import { l10n, ProgressLocation, window } from "vscode";
import { planPairs } from "../../scoring/folders.js";
import type { App } from "../app.js";
import { tell } from "../command.js";
import { settingsFor } from "../configuration.js";
import { displayPath } from "../paths.js";
import { Problem } from "../problem.js";
import { Run } from "../run.js";

/**
 * Scores several folders of predictions against one ground truth, with the settings of the first, and keeps each as a
 * run. @returns undefined when the person cancelled.
 */
export async function scoreModels(
  app: App,
  folders: readonly string[],
  truth: string,
): Promise<readonly Run[] | undefined> {
  const settings = await settingsFor(folders[0] ?? truth);
  const runs = await Promise.all(
    folders.map(async (predictions) => {
      const plan = await planPairs(predictions, truth, settings.classes);
      if (plan.jobs.length > 0) return new Run({ predictions, truth }, settings, plan);
      throw new Problem(
        l10n.t("No mask in {0} has a partner of the same name in {1}.", displayPath(predictions), displayPath(truth)),
        l10n.t("Compare folders that hold predictions for the same images."),
      );
    }),
  );
  const stop = new AbortController();
  const title = l10n.t("Scoring {0} models against {1}", runs.length, basename(truth));
  await window.withProgress(
    { location: ProgressLocation.Notification, title, cancellable: true },
    (progress, token) => {
      token.onCancellationRequested(() => stop.abort());
      return scoreAll(app, runs, stop.signal, (part) => progress.report({ increment: 100 * part }));
    },
  );
  if (stop.signal.aborted) return undefined;
  for (const run of runs) {
    await app.memory.remember(run.folders);
    // The comparison stands, whether or not its runs can be kept.
    app.runs.keep(run).catch((error: unknown) => void tell(app.log, "keep", error));
  }
  return runs;
}

async function scoreAll(
  { scorer }: App,
  runs: readonly Run[],
  signal: AbortSignal,
  onPart: (part: number) => void,
): Promise<void> {
  const total = runs.reduce((sum, run) => sum + run.total, 0);
  for (const run of runs) {
    if (signal.aborted) return;
    const start = performance.now();
    // Not when it was planned: the order of the runs is that of their times.
    run.facts = { ...run.facts, startedAt: Date.now() };
    await scorer.score(run.plan.jobs, run.settings, {
      signal,
      onRow(row, index) {
        run.add(row, index);
        onPart(1 / total);
      },
    });
    run.state = signal.aborted ? "cancelled" : "finished";
    run.facts = { ...run.facts, seconds: (performance.now() - start) / 1000 };
  }
}
