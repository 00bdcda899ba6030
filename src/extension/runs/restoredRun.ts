import type { Scores } from "../../core/evaluate.js";
import type { Report } from "../../report/report.js";
import { orphanRows, type PairRow, Run, type RunFacts, type RunFolders, type TruthArea } from "../run.js";
import { type Kept, keptReport } from "./keptReport.js";

/** A run as it was when it ended. */
export function restoredRun(
  {
    folders,
    facts,
    cancelled,
  }: { readonly folders: RunFolders; readonly facts: RunFacts; readonly cancelled: boolean },
  kept: Kept,
): Run {
  const { settings, pairs, failures, unmatched } = kept;
  const plan = {
    jobs: pairs.map(({ name, prediction, truth }) => ({ name, prediction, truth })),
    failures: failures.filter(({ missing }) => missing === undefined),
    unmatched,
    affixes: { prediction: null, truth: null },
  };
  return Run.restored(
    { folders, settings, plan, facts },
    { state: cancelled ? "cancelled" : "finished", pairs, failures, source: keptReport(kept) },
  );
}

/** A run from what a scores file holds of it: scores, but no evidence. */
export function runOfReport(report: Report, folders: RunFolders, facts: RunFacts): Run {
  const { settings, rows, unmatched, summary } = report;
  const pairs = rows.map((row, index): PairRow => ({ ...row, index, truthArea: areaOf(row.scores) }));
  const failures = [...report.failures, ...orphanRows(folders, unmatched)];
  return restoredRun(
    { folders, facts, cancelled: false },
    { settings, pairs, failures, unmatched, totals: [], summary },
  );
}

/** The truth's pixels are those found and those missed, whatever the threshold. */
function areaOf({ tp, fp, fn, tn }: Scores): TruthArea | null {
  if (typeof tp !== "number" || typeof fp !== "number" || typeof fn !== "number" || typeof tn !== "number") return null;
  return { pixels: tp + fn, counted: tp + fp + fn + tn };
}
