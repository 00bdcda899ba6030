import type { DataSetMean, DataSetTotals, TableDials, TableRun } from "../../src/protocol/table.js";

export interface DataSetEvents {
  means(revision: number, ids: readonly string[], dials: TableDials | null): Promise<readonly DataSetMean[] | null>;
  totals(revision: number): Promise<DataSetTotals | null>;
  onChange(): void;
}

/** Means and totals of the run, asked for while the dashboard is open. */
export class DataSet {
  private readonly kept = new Map<string, { readonly run: string; readonly of: string; readonly mean: DataSetMean }>();
  private total: { readonly run: TableRun; readonly totals: DataSetTotals | null } | null = null;
  private wanted: {
    readonly run: TableRun;
    readonly ids: readonly string[];
    readonly dials: TableDials | null;
  } | null = null;
  private isAsking = false;

  constructor(private readonly events: DataSetEvents) {}

  want(run: TableRun, ids: readonly string[], dials: TableDials | null): void {
    this.wanted = { run, ids, dials };
    void this.fetch();
  }

  /** Means of a run that are there, perhaps of other settings while those wanted are on their way. */
  means(run: TableRun, ids: readonly string[]): Array<DataSetMean | undefined> {
    return ids.map((id) => {
      const kept = this.kept.get(id);
      return kept?.run === run.id ? kept.mean : undefined;
    });
  }

  totals(run: TableRun): DataSetTotals | null {
    return this.total?.run === run ? this.total.totals : null;
  }

  private async fetch(): Promise<void> {
    const { wanted } = this;
    if (!wanted || this.isAsking) return;
    const { run, ids, dials } = wanted;
    const of = JSON.stringify([run.id, run.revision, dials]);
    const missing = ids.filter((id) => this.kept.get(id)?.of !== of);
    if (missing.length === 0 && this.total?.run === run) return;
    this.isAsking = true;
    try {
      if (this.total?.run !== run) this.total = { run, totals: await this.events.totals(run.revision) };
      const means = missing.length > 0 ? await this.events.means(run.revision, missing, dials) : [];
      for (const [i, id] of missing.entries()) if (means) this.kept.set(id, { run: run.id, of, mean: means[i] });
      this.events.onChange();
    } catch {
      // The host has told why the columns are not there; the means say nothing without them.
      return;
    } finally {
      this.isAsking = false;
    }
    if (this.wanted !== wanted) await this.fetch();
  }
}
