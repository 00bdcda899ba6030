import { randomUUID } from "node:crypto";
import { stat } from "node:fs/promises";
import { dirname } from "node:path";
import { commands, l10n, type Uri, window, workspace } from "vscode";
import type { BinaryEvidence } from "../../core/evidence.js";
import { commonFolder, type Rerooting, rerooted, slashed } from "../../pairing/reroot.js";
import { talliesFrom } from "../../report/plainTallies.js";
import { readScores } from "../../report/readScores.js";
import type { Report } from "../../report/report.js";
import type { App } from "../app.js";
import { displayPath, pathOf } from "../paths.js";
import type { Run } from "../run.js";
import { stemOf } from "../stem.js";
import { type Located, locateFiles } from "./locateFiles.js";
import { runOfReport } from "./restoredRun.js";

/** As many files of one name are looked at in the workspace. */
const MOST_FOUND = 50;

/** Opens scores that were written elsewhere as a run, and says where its masks are. */
export async function openScores(app: App, given?: Uri): Promise<Run | undefined> {
  const uri = given ?? (await askForFile());
  if (!uri) return undefined;
  const file = pathOf(uri);
  const { report, evidence } = withoutTallies(
    withSlashes(readScores(new TextDecoder().decode(await workspace.fs.readFile(uri)))),
  );
  const whereIs = (role: "prediction" | "truth") =>
    locate(
      app,
      report.rows.map((row) => row[role]),
      file,
    );
  const [predictions, truth] = await Promise.all([whereIs("prediction"), whereIs("truth")]);
  const here = movedTo(report, predictions.rerooting, truth.rerooting);
  const folders = {
    predictions: commonFolder(here.rows.map((row) => row.prediction)),
    truth: commonFolder(here.rows.map((row) => row.truth)),
  };
  const { mtimeMs } = await stat(file);
  const run = runOfReport(here, folders, {
    id: randomUUID(),
    name: stemOf(file),
    startedAt: Math.round(mtimeMs),
    source: file,
  });
  app.images.forget();
  await keepTallies(app, run, evidence);
  app.session.open(run);
  await app.runs.keep(run, report.summary);
  await commands.executeCommand("maskInspector.ranking.focus");
  if (run.pairs.length > predictions.missing.length) await commands.executeCommand("maskInspector.showWorstPair");
  tell(run, predictions, truth);
  return run;
}

/** Takes the tallies out of the rows: they would be held with the run. @returns them by place of their pair. */
function withoutTallies(report: Report): { report: Report; evidence: ReadonlyMap<number, BinaryEvidence> } {
  const evidence = new Map<number, BinaryEvidence>();
  const rows = report.rows.map(({ tallies, ...row }, index) => {
    const own = talliesFrom(tallies);
    if (own) evidence.set(index, own);
    return row;
  });
  const { tallies: _, ...settings } = report.settings;
  return { report: { ...report, settings, rows }, evidence };
}

/** Where the file has them, settings can be turned for all pairs as for those that were scored here. */
async function keepTallies(app: App, run: Run, evidence: ReadonlyMap<number, BinaryEvidence>): Promise<void> {
  if (evidence.size === 0) return;
  const writer = await app.runs.record(run);
  for (const [index, own] of evidence) writer.add(index, own);
  await writer.finish();
}

async function askForFile(): Promise<Uri | undefined> {
  const [folder] = workspace.workspaceFolders ?? [];
  const [file] =
    (await window.showOpenDialog({
      title: l10n.t("Open a file of scores"),
      openLabel: l10n.t("Open"),
      filters: { JSON: ["json"] },
      ...(folder && { defaultUri: folder.uri }),
    })) ?? [];
  return file;
}

function locate({ log }: App, files: readonly string[], scores: string): Promise<Located> {
  return locateFiles(files, dirname(scores), async (name) => {
    const pattern = `**/${name.replace(/[[\]{}*?]/g, "[$&]")}`;
    try {
      return (await workspace.findFiles(pattern, "**/node_modules/**", MOST_FOUND)).map(({ fsPath }) => fsPath);
    } catch (error) {
      // Some servers have no search; what lies around the scores file is found without it.
      log.warn(`openScores: ${String(error)}`);
      return [];
    }
  });
}

/** What was written on another system has other separators. */
function withSlashes(report: Report): Report {
  return movedBy(report, slashed, slashed);
}

function movedTo(report: Report, predictions: Rerooting | null, truth: Rerooting | null): Report {
  const move = (rerooting: Rerooting | null) => (path: string) => (rerooting ? rerooted(path, rerooting) : path);
  return movedBy(report, move(predictions), move(truth));
}

function movedBy(report: Report, ofPrediction: (path: string) => string, ofTruth: (path: string) => string): Report {
  return {
    ...report,
    rows: report.rows.map((row) => ({ ...row, prediction: ofPrediction(row.prediction), truth: ofTruth(row.truth) })),
    failures: report.failures.map(({ prediction, truth, ...row }) => ({
      ...row,
      file: ofTruth(ofPrediction(row.file)),
      ...(prediction !== undefined && { prediction: ofPrediction(prediction) }),
      ...(truth !== undefined && { truth: ofTruth(truth) }),
    })),
  };
}

/** Where the masks are, when they are not where they were scored. */
function tell({ facts, folders, pairs }: Run, predictions: Located, truth: Located): void {
  const lost = new Set([...predictions.missing, ...truth.missing]).size;
  const moved = predictions.rerooting ?? truth.rerooting;
  const found = moved ? l10n.t(" Its masks were found in {0}.", displayPath(folders.predictions)) : "";
  if (lost > 0) {
    const [first = ""] = [...predictions.missing, ...truth.missing];
    void window.showWarningMessage(
      l10n.t(
        "{0}: {1} pairs opened.{2} {3} files are not here, such as {4}.",
        facts.name,
        pairs.length,
        found,
        lost,
        first,
      ),
    );
  } else if (moved) {
    void window.showInformationMessage(l10n.t("{0}: {1} pairs opened.{2}", facts.name, pairs.length, found));
  }
}
