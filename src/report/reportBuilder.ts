import { peerNotes } from "../core/conventions/notes.js";
import type { Evidence } from "../core/evidence.js";
import type { Settings } from "../core/settings.js";
import { ConventionSummary } from "./conventionTable.js";
import type { Bootstrap } from "./macro.js";
import { packedList } from "./packed/packedList.js";
import { Packer } from "./packed/packer.js";
import type { PlainRecord } from "./packed/shape.js";
import { plainTallies } from "./plainTallies.js";
import type { Report } from "./report.js";
import type { FailedRow, LoneFile, Row, ScoredRow, Unmatched } from "./row.js";
import { SummaryBuilder } from "./summary.js";

/** What is known before the first pair is scored. */
export interface Planned {
  readonly failures: readonly FailedRow[];
  readonly unmatched: Unmatched;
  readonly alone?: readonly LoneFile[];
}

/**
 * Builds a report from rows in any order; the command line and the extension write the same files through it. Evidence
 * is added up and let go, and rows are packed: only so do thousands of pairs fit. Rows are taken in the order of the jobs, so that the
 * sums do not depend on which worker was faster.
 */
export class ReportBuilder {
  private readonly summary: SummaryBuilder;
  private readonly compared: ConventionSummary | null;
  private readonly rows = new Packer<Omit<ScoredRow, "evidence"> & PlainRecord>();
  private readonly failures: FailedRow[];
  private readonly waiting = new Map<number, Row>();
  private next = 0;

  constructor(
    private readonly plan: Planned,
    private readonly settings: Settings,
  ) {
    this.summary = new SummaryBuilder(settings, this.rows);
    this.compared = settings.compare ? new ConventionSummary() : null;
    this.failures = [...plan.failures];
  }

  /** @param index place of the row among the jobs of the plan. */
  add(row: Row, index: number): void {
    this.waiting.set(index, row);
    for (let ready = this.waiting.get(this.next); ready !== undefined; ready = this.waiting.get(this.next)) {
      this.waiting.delete(this.next++);
      if (ready.status === "failed") this.failures.push(ready);
      else this.take(ready);
    }
  }

  /** See {@link SummaryBuilder.prepare}. */
  prepare(bootstrap: Bootstrap): Promise<void> {
    return this.summary.prepare(bootstrap);
  }

  build(): Report {
    const { settings, failures, summary, plan, compared } = this;
    const { unmatched, alone } = plan;
    const rows = packedList(this.rows);
    const report = { settings, rows, failures, unmatched, ...(alone && { alone }), summary: summary.build() };
    if (!compared) return report;
    const lines = compared.lines(rows.flatMap(({ conventions }) => (conventions ? [conventions] : [])));
    return { ...report, conventions: { means: compared.means(), lines } };
  }

  /** See {@link SummaryBuilder.totals}. */
  totals(): Evidence[] {
    return this.summary.totals();
  }

  private take(row: ScoredRow): void {
    const { evidence, ...rest } = row;
    this.rows.pack({
      ...rest,
      notes: [...rest.notes, ...peerNotes(evidence, this.settings)],
      ...(this.settings.tallies && { tallies: plainTallies(evidence) }),
      ...(this.compared && { conventions: this.compared.add(evidence, this.settings) }),
    });
    this.summary.addScores(rest);
    this.summary.addEvidence(evidence);
  }
}
