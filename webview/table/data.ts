import type { Confused } from "../../src/protocol/confusion.js";
import type { TableColumns, TableDials, TableRun } from "../../src/protocol/table.js";
import { AREA, CELL, columnOf, DISAGREEMENT, isScore } from "./columns.js";
import { type Disagreement, disagreement } from "./ranks.js";

export interface DataEvents {
  cell(revision: number, cell: Confused): Promise<Float64Array | null>;
  columns(revision: number, ids: readonly string[], dials: TableDials | null): Promise<TableColumns | null>;
  /** Values came, or others than before. */
  onChange(): void;
  onFailure(reason: string): void;
}

export interface Wanted {
  readonly ids: readonly string[];
  readonly dials: TableDials | null;
  readonly compared: readonly [string, string];
  readonly cell: Confused | null;
}

/** The columns of a run that are on the page. Those that are wanted are asked for; the rest is let go. */
export class TableData {
  private run: TableRun | null = null;
  private readonly held = new Map<
    string,
    { readonly values: Float64Array; readonly caveat: string | null; readonly of: string }
  >();
  private wanted: Wanted = { ids: [], dials: null, compared: ["", ""], cell: null };
  /** The settings that values are wanted for. */
  private of = "";
  /** One request at a time: a slider that is drawn asks for the latest only. */
  private isAsking = false;
  private confused: { readonly of: string; readonly values: Float64Array | undefined } | null = null;
  private compared: { readonly key: string; readonly result: Disagreement } | null = null;

  constructor(private readonly events: DataEvents) {}

  /** Starts anew for other rows. Values of the same rows stay until others come, so that nothing flickers. */
  show(run: TableRun | null): void {
    if (run?.names.length !== this.run?.names.length || run?.id !== this.run?.id) this.held.clear();
    this.run = run;
    this.compared = null;
  }

  /** Sees to it that columns are there for these settings. */
  want(wanted: Wanted): void {
    this.wanted = wanted;
    this.of = JSON.stringify([this.run?.revision, wanted.dials]);
    const needed = this.needed();
    for (const id of this.held.keys()) if (!needed.includes(id)) this.held.delete(id);
    void this.fetch();
    void this.fetchCell();
  }

  /** Values by row, NaN where undefined; undefined while they are on their way. */
  values(id: string, compared: readonly [string, string]): Float64Array | undefined {
    if (id === AREA) return this.run?.area;
    if (id === CELL) return this.confused?.values;
    if (id === DISAGREEMENT) return this.disagreement(compared)?.difference;
    return this.held.get(id)?.values;
  }

  disagreement([first, second]: readonly [string, string]): Disagreement | undefined {
    const [a, b] = [this.held.get(first), this.held.get(second)];
    if (!a || !b) return undefined;
    const key = JSON.stringify([first, second, a.of, b.of]);
    if (this.compared?.key !== key) {
      const column = (id: string, { values }: { values: Float64Array }) => ({ values, better: columnOf(id).better });
      this.compared = { key, result: disagreement(column(first, a), column(second, b)) };
    }
    return this.compared.result;
  }

  /** What to know of the column under the settings that were turned; null: nothing. */
  caveat(id: string): string | null {
    return this.held.get(id)?.caveat ?? null;
  }

  /** Values of other settings are shown while those wanted are on their way. */
  get isWaiting(): boolean {
    return Array.from(this.held.values()).some(({ of }) => of !== this.of);
  }

  /** Ids of the scores that the wanted columns are, or are made of. */
  private needed(): string[] {
    const { ids, compared } = this.wanted;
    const scores = ids.flatMap((id) => (id === DISAGREEMENT ? compared : isScore(id) ? [id] : []));
    return Array.from(new Set(scores)).filter((id) => this.run?.scores.includes(id));
  }

  private async fetchCell(): Promise<void> {
    const { run, wanted } = this;
    const of = JSON.stringify([run?.revision, wanted.cell]);
    if (!run || !wanted.cell || this.confused?.of === of) return;
    this.confused = { of, values: this.confused?.values };
    const values = await this.events.cell(run.revision, wanted.cell).catch(() => null);
    if (!values || this.confused?.of !== of) return;
    this.confused = { of, values };
    this.events.onChange();
  }

  private async fetch(): Promise<void> {
    const { run, of, wanted } = this;
    const missing = this.needed().filter((id) => this.held.get(id)?.of !== of);
    if (!run || this.isAsking || missing.length === 0) return;
    this.isAsking = true;
    try {
      const answer = await this.events.columns(run.revision, missing, wanted.dials);
      // Not where rows of another run came meanwhile.
      if (answer && this.run?.revision === run.revision) {
        for (const [i, id] of missing.entries()) {
          this.held.set(id, { values: answer.values[i], caveat: caveatOf(answer, id), of });
        }
        this.compared = null;
        this.events.onChange();
      }
    } catch (error) {
      this.events.onFailure(error instanceof Error ? error.message : String(error));
      return;
    } finally {
      this.isAsking = false;
    }
    // Other settings, rows or columns may be wanted by now.
    if (this.of !== of || this.run !== run || this.wanted !== wanted) await this.fetch();
  }
}

function caveatOf({ asScored, lacking }: TableColumns, id: string): string | null {
  if (asScored.includes(id)) return "As scored: under the settings turned here this score needs the pixels again.";
  return lacking.includes(id) ? "The chosen library has no such score, or needs the pixels again for it." : null;
}
