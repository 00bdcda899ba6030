import { randomUUID } from "node:crypto";
import { basename, join } from "node:path";
import type { Evidence } from "../core/evidence.js";
import type { Settings } from "../core/settings.js";
import type { Bootstrap } from "../report/macro.js";
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
}

/** What could not be scored. */
export interface FailureRow extends FailedRow {
  /** The partner that a file lacks, when that is the reason. */
  readonly missing?: "prediction" | "truth";
}

export type RunState = "scoring" | "finished" | "cancelled";

/** What names a run and places it in time. */
export interface RunFacts {
  readonly id: string;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** How long scoring took. */
  readonly seconds?: number;
  /** The scores file that it was opened from: absolute path. */
  readonly source?: string;
  /** Its folder was followed while it was written. */
  readonly followed?: true;
}

/** Where the report of a run comes from: rows as they are scored, or what was kept of them. */
export interface ReportSource {
  build(): Report;
  /** The evidence of all pairs together, by kind. */
  totals(): readonly Evidence[];
}

/** What is left of a run that ended. */
export interface EndedRun {
  readonly state: Exclude<RunState, "scoring">;
  readonly pairs: readonly PairRow[];
  readonly failures: readonly FailureRow[];
  readonly source: ReportSource;
}

/** A folder of predictions being scored, or scored: its rows stream in. */
export class Run {
  state: RunState = "scoring";
  /** Jobs that ended, scored or not. */
  done = 0;
  /** Of these, the ones whose scores were in the cache: their files were not opened. */
  known = 0;
  readonly pairs: PairRow[] = [];
  readonly failures: FailureRow[];
  facts: RunFacts;
  private readonly builder: ReportBuilder;
  private ended: ReportSource | undefined;

  constructor(
    readonly folders: RunFolders,
    readonly settings: Settings,
    readonly plan: Plan,
    facts: Partial<RunFacts> = {},
  ) {
    this.facts = { id: randomUUID(), name: basename(folders.predictions), startedAt: Date.now(), ...facts };
    this.builder = new ReportBuilder(plan, settings);
    this.failures = [...plan.failures, ...orphanRows(folders, plan.unmatched)];
  }

  /** A run as it was when it ended. */
  static restored(head: Pick<Run, "folders" | "settings" | "plan" | "facts">, ended: EndedRun): Run {
    const run = new Run(head.folders, head.settings, head.plan, head.facts);
    run.state = ended.state;
    run.done = ended.pairs.length;
    for (const pair of ended.pairs) run.pairs.push(pair);
    run.failures.splice(0, run.failures.length, ...ended.failures);
    run.ended = ended.source;
    return run;
  }

  /** Pairs to score. */
  get total(): number {
    return this.plan.jobs.length;
  }

  /** @param index place of the row among the jobs. */
  add(row: Row, index: number, isKnown = false): void {
    this.done++;
    if (isKnown) this.known++;
    this.builder.add(row, index);
    if (row.status === "failed") this.failures.push(row);
    else {
      const { evidence: _, ...kept } = row;
      this.pairs.push({ ...kept, index });
    }
  }

  /** Finds the intervals of the means in another thread. */
  async prepare(bootstrap: Bootstrap): Promise<void> {
    await this.builder.prepare(bootstrap);
  }

  /** What Export writes: the same as the command line's. */
  report(): Report {
    return (this.ended ?? this.builder).build();
  }

  /** The evidence of all pairs together, by kind; none for a run that was opened from a scores file. */
  totals(): readonly Evidence[] {
    return (this.ended ?? this.builder).totals();
  }
}

export function orphanRows({ predictions, truth }: RunFolders, unmatched: Unmatched): FailureRow[] {
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

/** Whether a run scored a prediction. */
export function isOfRun({ plan }: Pick<Run, "plan">, prediction: string): boolean {
  return plan.jobs.some((job) => job.prediction === prediction);
}
