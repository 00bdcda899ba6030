import { join } from "node:path";
import type { Evidence } from "../core/evidence.js";
import type { Settings } from "../core/settings.js";
import type { Report } from "../report/report.js";
import type { FailedRow, Row, ScoredRow, Unmatched } from "../report/row.js";
import type { Plan } from "../scoring/folders.js";
import { ReportBuilder } from "./reportBuilder.js";

export interface RunFolders {
  /** Absolute path. */
  readonly predictions: string;
  /** Absolute path. */
  readonly truth: string;
}

/** A scored pair as the ranking keeps it. */
export interface PairRow extends Omit<ScoredRow, "evidence"> {
  /** Place among the jobs. */
  readonly index: number;
  /** Share of the counted pixels that are foreground in the ground truth, in [0, 1]. */
  readonly foreground: number | null;
}

export type RunState = "scoring" | "finished" | "cancelled";

/** A folder of predictions being scored, or scored: its rows stream in. */
export class Run {
  state: RunState = "scoring";
  /** Jobs that ended, scored or not. */
  done = 0;
  readonly pairs: PairRow[] = [];
  readonly failures: FailedRow[];
  private readonly builder: ReportBuilder;

  constructor(
    readonly folders: RunFolders,
    readonly settings: Settings,
    readonly plan: Plan,
  ) {
    this.builder = new ReportBuilder(plan, settings);
    this.failures = [...plan.failures, ...orphanRows(folders, plan.unmatched)];
  }

  /** Pairs to score. */
  get total(): number {
    return this.plan.jobs.length;
  }

  /** @param index place of the row among the jobs. */
  add(row: Row, index: number): void {
    this.done++;
    this.builder.add(row, index);
    if (row.status === "failed") this.failures.push(row);
    else {
      const { evidence, ...kept } = row;
      this.pairs.push({ ...kept, index, foreground: foregroundShare(evidence) });
    }
  }

  /** What Export writes: the same as the command line's. */
  report(): Report {
    return this.builder.build();
  }
}

/** Null for label and instance maps, which have no foreground. */
function foregroundShare(evidence: Evidence): number | null {
  if (evidence.kind !== "binary") return null;
  const { negatives, positives } = evidence.pixels;
  const sum = (counts: Float64Array) => counts.reduce((total, count) => total + count, 0);
  const inside = sum(positives);
  return inside / (inside + sum(negatives));
}

function orphanRows({ predictions, truth }: RunFolders, unmatched: Unmatched): FailedRow[] {
  const row = (folder: string, file: string, reason: string, remedy: string): FailedRow => ({
    status: "failed",
    name: file,
    file: join(folder, file),
    reason,
    remedy,
  });
  return [
    ...unmatched.predictions.map((file) =>
      row(predictions, file, "It has no ground truth.", `Put a mask of the same name into ${truth}.`),
    ),
    ...unmatched.truth.map((file) =>
      row(truth, file, "It has no prediction.", `Put a mask of the same name into ${predictions}.`),
    ),
  ];
}
