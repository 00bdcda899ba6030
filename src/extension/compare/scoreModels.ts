import { basename } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { l10n, ProgressLocation, window } from "vscode";
import type { Settings } from "../../core/settings.js";
import type { EvidenceWriter } from "../../scoring/evidenceFile.js";
import { planPairs } from "../../scoring/folders.js";
import type { App } from "../app.js";
import { tell } from "../command.js";
import { displayPath } from "../paths.js";
import { Problem } from "../problem.js";
import { Run, type RunFolders } from "../run.js";
import type { RunHead } from "../runs/runHead.js";
import { settingsFor } from "../settings/configuration.js";

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
  const known = await app.runs.list();
  const runs = await Promise.all(
    folders.map(async (predictions) => {
      const plan = await planPairs(predictions, truth, settings.classes);
      const own = { predictions, truth };
      // The same once more is no other run: it is scored again, from the cache, and takes the place of the one before.
      const same = known.find((head) => isSame(head, own, settings));
      const facts = same && { id: same.id, name: same.name };
      if (plan.jobs.length > 0) return new Run(own, settings, plan, facts);
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
  for (const run of runs) await app.memory.remember(run.folders);
  return runs;
}

/** Whether a run that is kept is of these folders and settings. */
function isSame(head: RunHead, { predictions, truth }: RunFolders, settings: Settings): boolean {
  const { folders } = head;
  return (
    folders.predictions === predictions &&
    folders.truth === truth &&
    head.followed === undefined &&
    isDeepStrictEqual(head.settings, settings)
  );
}

async function scoreAll(
  app: App,
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
    const evidence = await app.runs.record(run);
    await app.scorer.score(run.plan.jobs, run.settings, {
      signal,
      onRow(row, index) {
        if (row.status === "scored") evidence.add(index, row.evidence);
        run.add(row, index);
        onPart(1 / total);
      },
    });
    run.state = signal.aborted ? "cancelled" : "finished";
    run.facts = { ...run.facts, seconds: (performance.now() - start) / 1000 };
    // The comparison stands, whether or not its runs can be kept.
    keep(app, run, evidence).catch((error: unknown) => void tell(app.log, "keep", error));
  }
}

async function keep({ runs }: App, run: Run, evidence: EvidenceWriter): Promise<void> {
  if (run.state === "cancelled" || run.pairs.length === 0) return evidence.discard();
  await evidence.finish();
  await runs.keep(run);
}
