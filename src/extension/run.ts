import { basename, join } from "node:path";
import type { Evidence } from "../core/evidence.js";
import type { Settings } from "../core/settings.js";
import { softSums } from "../core/sums.js";
import type { Report } from "../report/report.js";
import { ReportBuilder } from "../report/reportBuilder.js";
import type { FailedRow, Row, ScoredRow, Unmatched } from "../report/row.js";
import type { Plan } from "../scoring/folders.js";
import { stemOf } from "./stem.js";

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
  /** Foreground of the ground truth; null for label and instance maps, which have none. */
  readonly truthArea: TruthArea | null;
}

export interface TruthArea {
  /** Foreground pixels. */
  readonly pixels: number;
  /** Pixels that count: all but the ignored ones. */
  readonly counted: number;
}

/** What could not be scored. */
export interface FailureRow extends FailedRow {
  /** The partner that a file lacks, when that is the reason. */
  readonly missing?: "prediction" | "truth";
}

export type RunState = "scoring" | "finished" | "cancelled";

/** A folder of predictions being scored, or scored: its rows stream in. */
export class Run {
  state: RunState = "scoring";
  /** Jobs that ended, scored or not. */
  done = 0;
  readonly pairs: PairRow[] = [];
  readonly failures: FailureRow[];
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
      this.pairs.push({ ...kept, index, truthArea: truthArea(evidence) });
    }
  }

  /** What Export writes: the same as the command line's. */
  report(): Report {
    return this.builder.build();
  }
}

function truthArea(evidence: Evidence): TruthArea | null {
  if (evidence.kind !== "binary") return null;
  const { truth, pixels } = softSums(evidence.pixels);
  return { pixels: truth, counted: pixels };
}

function orphanRows({ predictions, truth }: RunFolders, unmatched: Unmatched): FailureRow[] {
  return [
    ...unmatched.predictions.map(
      (file): FailureRow => ({
        status: "failed",
        name: stemOf(file),
        file: join(predictions, file),
        reason: "It has no ground truth.",
        remedy: `Put a mask of the same name into ${basename(truth)}, or choose another ground truth.`,
        missing: "truth",
      }),
    ),
    ...unmatched.truth.map(
      (file): FailureRow => ({
        status: "failed",
        name: stemOf(file),
        file: join(truth, file),
        reason: "It has no prediction.",
        remedy: `Let the model write its mask of the same name into ${basename(predictions)}.`,
        missing: "prediction",
      }),
    ),
  ];
}
