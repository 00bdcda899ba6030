import { shortTitle } from "../../../src/core/shortTitle.js";
import type { TableRun } from "../../../src/protocol/table.js";
import type { Range } from "../arrange.js";
import { AREA, type Column, isScore } from "../columns.js";
import type { DataSet } from "../dataSet.js";
import { dialsOf, type TableState } from "../tableState.js";
import type { DashboardContent } from "./dashboard.js";

export interface DashboardOf {
  readonly run: TableRun;
  readonly state: TableState;
  /** Columns of the table. */
  readonly columns: readonly Column[];
  readonly passed: Uint32Array;
  readonly opened: number | null;
  column(id: string): Column;
  valuesOf(id: string): Float64Array | undefined;
  /** What to know of a column under the settings that were turned. */
  caveat(id: string): string | null;
}

/** What the dashboard shows of a run; what it lacks is asked for. */
export function dashboardContent(
  { run, state, columns, passed, opened, column, valuesOf, caveat }: DashboardOf,
  dataSet: DataSet,
): DashboardContent {
  const scores = columns.filter(({ id }) => isScore(id));
  const ids = scores.map(({ id }) => id);
  dataSet.want(run, ids, state.dials);
  const axes = state.axes.map(column) as [Column, Column];
  const [across, up] = state.axes.map(valuesOf);
  const range = (id: string): Range | null => state.ranges[id] ?? null;
  return {
    scores: run.scores,
    axes: state.axes,
    scatter:
      across && up
        ? {
            columns: axes,
            values: [across, up],
            ranges: [range(state.axes[0]), range(state.axes[1])],
            names: run.names,
            passed,
            opened,
            caveats: axes.flatMap((axis) => caveatWords(axis, caveat(axis.id))),
          }
        : null,
    columns: scores,
    means: dataSet.means(run, ids),
    caveats: ids.map(caveat),
    distributions: columns.flatMap((shown) => {
      const values = shown.id === AREA || isScore(shown.id) ? valuesOf(shown.id) : undefined;
      return values ? [{ column: shown, values, caveat: caveat(shown.id) }] : [];
    }),
    passed,
    totals: dataSet.totals(run),
    threshold: dialsOf(state, run.settings).threshold,
    failures: run.failures,
  };
}

function caveatWords({ title }: Column, caveat: string | null): string[] {
  return caveat === null ? [] : [`* ${shortTitle(title)}: ${caveat}`];
}
