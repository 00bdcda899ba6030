import { basename } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { commands, l10n, ProgressLocation, window } from "vscode";
import type { EvidenceWriter } from "../../scoring/evidenceFile.js";
import type { App } from "../app.js";
import { tell } from "../command.js";
import { Problem } from "../problem.js";
import type { Run } from "../run.js";
import { chooseAnother } from "./nextSteps.js";
import { showSummary } from "./summaryMessage.js";
import { progressText } from "./timeLeft.js";

/** Runs shorter than this show no notification, only the bar of the view. */
const NOTIFY_AFTER_MS = 700;
const NOTIFY_EVERY_MS = 250;

/** Scores a run: rows stream into the session. Ends with the worst pair open. @throws Problem when nothing was scored. */
export async function scoreRun(app: App, run: Run): Promise<Run> {
  const { session, scorer, log } = app;
  const signal = session.begin(run);
  const start = performance.now();
  await commands.executeCommand("maskInspector.ranking.focus");
  const evidence = await app.runs.record(run);
  const work = scorer.score(run.plan.jobs, run.settings, {
    signal,
    onRow(row, index, use) {
      if (row.status === "scored") evidence.add(index, row.evidence);
      run.add(row, index, use === "known");
      if (session.run === run) session.rowsChanged();
    },
  });
  void window.withProgress({ location: { viewId: "maskInspector.ranking" } }, () => settled(work));
  void notifyWhileRunning(app, run, settled(work), start);
  await work.catch(async (error: unknown) => {
    await evidence.discard();
    throw error;
  });
  if (run.state === "scoring") run.state = "finished";
  session.end(run);
  const seconds = (performance.now() - start) / 1000;
  run.facts = { ...run.facts, seconds };
  const summary = `${run.pairs.length} of ${run.total} pairs of ${run.folders.predictions} scored in ${seconds.toFixed(2)} s`;
  log.info(`${summary}, ${run.known} of them from the cache`);
  // Not awaited: an export that is faster finds its intervals itself.
  run.prepare((groups) => scorer.bootstrap(groups)).catch((error: unknown) => log.debug(`intervals: ${String(error)}`));
  // The scores are there, whether or not they can be kept.
  keep(app, run, evidence).catch((error: unknown) => void tell(log, "keep", error));
  // Another run may have taken over meanwhile: what it shows is not to be disturbed.
  if (session.run === run) await conclude(app, run);
  return run;
}

async function keep({ runs }: App, run: Run, evidence: EvidenceWriter): Promise<void> {
  if (run.pairs.length === 0) return evidence.discard();
  await evidence.finish();
  await runs.keep(run);
}

async function conclude({ session }: App, run: Run): Promise<void> {
  if (run.pairs.length === 0 && run.state === "finished") {
    const [first] = run.failures.filter(({ name }) => run.plan.jobs.some((job) => job.name === name));
    throw new Problem(
      l10n.t("None of the {0} pairs could be scored. {1}: {2}", run.total, first?.name ?? "", first?.reason ?? ""),
      first?.remedy ?? "",
      chooseAnother(run.folders.predictions),
    );
  }
  showSummary(session, run, "check");
  if (run.pairs.length > 0) await commands.executeCommand("maskInspector.showWorstPair");
}

async function notifyWhileRunning({ session }: App, run: Run, work: Promise<void>, start: number): Promise<void> {
  const quick = await Promise.race([work.then(() => true), sleep(NOTIFY_AFTER_MS, false)]);
  if (quick) return;
  const { predictions, truth } = run.folders;
  const title = l10n.t("Scoring {0} against {1}", basename(predictions), basename(truth));
  await window.withProgress(
    { location: ProgressLocation.Notification, title, cancellable: true },
    async (progress, token) => {
      token.onCancellationRequested(() => {
        if (session.run === run) session.cancel();
      });
      let shown = 0;
      const show = () => {
        const done = run.done;
        const increment = (100 * (done - shown)) / run.total;
        shown = done;
        progress.report({ message: progressText(done, run.total, performance.now() - start), increment });
      };
      show();
      const timer = setInterval(show, NOTIFY_EVERY_MS);
      await work.finally(() => clearInterval(timer));
    },
  );
}

/** The same end, without its error: whoever awaits the work itself deals with that. */
function settled(work: Promise<void>): Promise<void> {
  return work.catch(() => undefined);
}
