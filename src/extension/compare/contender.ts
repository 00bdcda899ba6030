import { evaluate, type Scores } from "../../core/evaluate.js";
import type { EvidenceKind } from "../../core/evidence.js";
import { type Comparison, compareModels } from "../../report/comparison/comparison.js";
import { distinctNames } from "../../report/comparison/names.js";
import type { Report } from "../../report/report.js";
import type { Run } from "../run.js";

/** Brings runs together; the first is the baseline. Runs of other truths share no image. */
export function compareRuns(runs: readonly Run[]): Comparison {
  const names = namesOf(runs);
  return compareModels(
    runs[0]?.folders.truth ?? "",
    runs.map((run, i) => ({ name: names[i], predictions: run.folders.predictions, report: reportOf(run) })),
  );
}

/** Runs go by their names; folders tell equal ones apart, and if those are equal too, a number. */
function namesOf(runs: readonly Run[]): string[] {
  const own = runs.map(({ facts }) => facts.name);
  return new Set(own).size === own.length ? own : distinctNames(runs.map(({ folders }) => folders.predictions));
}

/** What a comparison reads of a report. The intervals of all scores, which take seconds for a large run, are not in it. */
function reportOf(run: Run): Report {
  const ordered = [...run.pairs].sort((a, b) => a.index - b.index);
  return {
    settings: run.settings,
    rows: ordered,
    failures: run.failures.filter(({ missing }) => missing === undefined),
    unmatched: run.plan.unmatched,
    summary: { macro: {}, micro: microOf(run) },
  };
}

function microOf(run: Run): Scores {
  const totals = run.totals();
  // A run that was opened from a file of scores has no evidence, but the summary that stood there.
  if (totals.length === 0) return run.report().summary.micro;
  const pairs = (kind: EvidenceKind) => run.pairs.filter((pair) => pair.kind === kind).length;
  // As in a summary: where several kinds have a score, that of most pairs stands.
  const fewestFirst = [...totals].sort((a, b) => pairs(a.kind) - pairs(b.kind));
  return Object.assign({}, ...fewestFirst.map((total) => evaluate(total, run.settings)));
}
