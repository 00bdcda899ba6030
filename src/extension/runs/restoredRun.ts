import type { Scores } from "../../core/evaluate.js";
import type { Report } from "../../report/report.js";
import { loneFiles } from "../../scoring/folders.js";
import type { PairJob } from "../../scoring/pairJob.js";
import { orphanRows, type PairRow, Run, type RunFacts, type RunFolders } from "../run.js";
import { type Kept, keptReport } from "./keptReport.js";

/** A run as it was when it ended. */
export function restoredRun(
  {
    folders,
    facts,
    cancelled,
  }: { readonly folders: RunFolders; readonly facts: RunFacts; readonly cancelled: boolean },
  kept: Omit<Kept, "alone"> & { readonly jobs: readonly PairJob[] },
): Run {
  const { settings, pairs, jobs, failures, unmatched } = kept;
  const plan = {
    jobs,
    failures: failures.filter(({ missing }) => missing === undefined),
    unmatched,
    alone: loneFiles(unmatched, folders),
    affixes: { prediction: null, truth: null },
    notes: [],
  };
  return Run.restored(
    { folders, settings, plan, facts },
    {
      state: cancelled ? "cancelled" : "finished",
      pairs,
      failures,
      source: keptReport({ ...kept, alone: plan.alone }),
    },
  );
}

/** A run from what a scores file holds of it: scores, but no evidence. */
export function runOfReport(report: Report, folders: RunFolders, facts: RunFacts): Run {
  const { settings, rows, unmatched, summary } = report;
  const pairs = rows.map((row, index): PairRow => ({ ...areaOf(row.scores), ...row, index }));
  const jobs = rows.map(({ name, prediction, truth }) => ({ name, prediction, truth }));
  const failures = [...report.failures, ...orphanRows(folders, unmatched)];
  return restoredRun(
    { folders, facts, cancelled: false },
    { settings, pairs, jobs, failures, unmatched, totals: [], summary },
  );
}

/** For a file that does not say it: the truth's pixels are those found and those missed, whatever the threshold. */
function areaOf({ tp, fp, fn, tn }: Scores): Pick<PairRow, "truthArea"> {
  if (typeof tp !== "number" || typeof fp !== "number" || typeof fn !== "number" || typeof tn !== "number") return {};
  return { truthArea: { pixels: tp + fn, counted: tp + fp + fn + tn } };
}
