import type { Settings } from "../core/settings.js";
import type { Report } from "../report/report.js";
import type { FailedRow, Row, ScoredRow } from "../report/row.js";
import { SummaryBuilder } from "../report/summary.js";
import type { Plan } from "../scoring/folders.js";

/**
 * Builds the report of a run from rows in any order. Evidence is added up and let go: only so do thousands of 16-bit
 * pairs fit. Rows are added up in the order of the jobs, so that the sums do not depend on which worker was faster.
 */
export class ReportBuilder {
  private readonly summary: SummaryBuilder;
  private readonly rows: Array<Omit<ScoredRow, "evidence">> = [];
  private readonly failures: FailedRow[];
  private readonly waiting = new Map<number, Row>();
  private next = 0;

  constructor(
    private readonly plan: Plan,
    private readonly settings: Settings,
  ) {
    this.summary = new SummaryBuilder(settings);
    this.failures = [...plan.failures];
  }

  /** @param index place of the row among the jobs of the plan. */
  add(row: Row, index: number): void {
    this.waiting.set(index, row);
    for (let ready = this.waiting.get(this.next); ready !== undefined; ready = this.waiting.get(this.next)) {
      this.waiting.delete(this.next++);
      if (ready.status === "failed") this.failures.push(ready);
      else {
        this.summary.add(ready);
        const { evidence, ...kept } = ready;
        this.rows.push(kept);
      }
    }
  }

  build(): Report {
    const { settings, rows, failures, summary, plan } = this;
    return { settings, rows, failures, unmatched: plan.unmatched, summary: summary.build() };
  }
}
