import type { ParameterValue } from "../../src/core/parameters.js";
import type { Settings } from "../../src/core/settings.js";
import type { Confused } from "../../src/protocol/confusion.js";
import type { TableDials, TableRun } from "../../src/protocol/table.js";
import type { Range } from "./arrange.js";
import { AREA, CELL, columnOf, DISAGREEMENT, isScore } from "./columns.js";

export interface SortKey {
  readonly column: string;
  readonly descending: boolean;
}

/** What a person chose on the table page. A value: every change makes a new one, and it survives a reload. */
export interface TableState {
  /** Id of the run that was shown: limits and turned settings are of it. */
  readonly run: string | null;
  readonly columns: readonly string[];
  readonly sort: readonly SortKey[];
  /** Part of a name. */
  readonly text: string;
  readonly ranges: Readonly<Record<string, Range>>;
  readonly pictures: boolean;
  /** The two scores whose ranks are compared. */
  readonly compared: readonly [string, string];
  /** null: as the run was scored. */
  readonly dials: TableDials | null;
  readonly dashboard: boolean;
  /** Columns of the scatter plot: across, up. */
  readonly axes: readonly [string, string];
  /** The confusion whose pixels are a column; ids of classes. */
  readonly cell: Confused | null;
}

export const initialTable: TableState = {
  run: null,
  columns: [],
  sort: [],
  text: "",
  ranges: {},
  pictures: true,
  compared: ["dice", "boundary_loss"],
  dials: null,
  dashboard: false,
  axes: [AREA, "iou"],
  cell: null,
};

export type TableAction =
  | { readonly do: "show"; readonly run: TableRun }
  /** @param add keep the other keys, and put this one behind them. */
  | { readonly do: "sort"; readonly column: string; readonly add: boolean }
  | { readonly do: "toggleColumn"; readonly column: string }
  | { readonly do: "moveColumn"; readonly column: string; readonly to: number }
  | { readonly do: "filter"; readonly column: string; readonly range: Range | null }
  | { readonly do: "text"; readonly text: string }
  | { readonly do: "clearFilters" }
  | { readonly do: "pictures"; readonly shown: boolean }
  | { readonly do: "compare"; readonly scores: readonly [string, string] }
  | { readonly do: "turn"; readonly change: Partial<TableDials>; readonly settings: Settings }
  | {
      readonly do: "turnParameter";
      readonly score: string;
      readonly parameter: string;
      readonly value: ParameterValue;
      readonly settings: Settings;
    }
  | { readonly do: "resetDials" }
  /** What is turned, as the host has it. */
  | { readonly do: "turned"; readonly dials: TableDials | null }
  | { readonly do: "dashboard"; readonly shown: boolean }
  | { readonly do: "axes"; readonly axes: readonly [string, string] }
  | { readonly do: "ranges"; readonly ranges: Readonly<Record<string, Range | null>> }
  /** Shows the pairs that have a confusion, those with most pixels of it first. */
  | { readonly do: "showCell"; readonly cell: Confused };

export function reduceTable(state: TableState, action: TableAction): TableState {
  switch (action.do) {
    case "show":
      return showRun(state, action.run);
    case "sort":
      return { ...state, sort: sortedBy(state.sort, action.column, action.add) };
    case "toggleColumn":
      return withColumns(state, toggled(state.columns, action.column));
    case "moveColumn":
      return { ...state, columns: moved(state.columns, action.column, action.to) };
    case "filter":
      return { ...state, ranges: limited(state.ranges, action.column, action.range) };
    case "text":
      return { ...state, text: action.text };
    case "clearFilters":
      return { ...state, text: "", ranges: {} };
    case "pictures":
      return { ...state, pictures: action.shown };
    case "compare":
      return { ...state, compared: action.scores };
    case "turn":
      return { ...state, dials: { ...dialsOf(state, action.settings), ...action.change } };
    case "turnParameter": {
      const dials = dialsOf(state, action.settings);
      const values = { ...dials.overrides[action.score], [action.parameter]: action.value };
      return { ...state, dials: { ...dials, overrides: { ...dials.overrides, [action.score]: values } } };
    }
    case "resetDials":
      return { ...state, dials: null };
    case "turned":
      return { ...state, dials: action.dials };
    case "dashboard":
      return { ...state, dashboard: action.shown };
    case "axes":
      return { ...state, axes: action.axes };
    case "ranges":
      return {
        ...state,
        ranges: Object.entries(action.ranges).reduce((all, [id, range]) => limited(all, id, range), state.ranges),
      };
    case "showCell":
      return {
        ...state,
        cell: action.cell,
        columns: state.columns.includes(CELL) ? state.columns : [CELL, ...state.columns],
        sort: [{ column: CELL, descending: true }],
        ranges: limited(state.ranges, CELL, { minimum: 1, maximum: null }),
      };
  }
}

/** The settings that hold: what was turned, else the run's own. */
export function dialsOf({ dials }: Pick<TableState, "dials">, settings: Settings): TableDials {
  return dials ?? { threshold: settings.threshold, preset: settings.preset, overrides: settings.overrides ?? {} };
}

function showRun(state: TableState, run: TableRun): TableState {
  const same = state.run === run.id;
  // A run that has just begun has no pairs yet: what was chosen waits for them.
  const isEmpty = run.names.length === 0;
  const has = (id: string) => (id === CELL ? same : !isScore(id) || isEmpty || run.scores.includes(id));
  const kept = state.columns.filter(has);
  const columns = kept.some(isScore) ? kept : usualColumns(run);
  const sort = state.sort.filter(({ column }) => column === NAME || has(column));
  return {
    ...state,
    run: run.id,
    columns,
    sort: sort.length > 0 ? sort : [{ column: run.rankBy, descending: isWorstFirst(run.rankBy) }],
    ranges: same ? state.ranges : {},
    text: same ? state.text : "",
    dials: same && run.canTurn ? state.dials : null,
    axes: state.axes.every(has) ? state.axes : usualAxes(run),
    cell: same ? state.cell : null,
  };
}

/** Ids of the columns that some part of the page draws, sorts or filters by. */
export function wantedColumns({ columns, sort, ranges, axes, dashboard }: TableState): readonly string[] {
  const others = [...sort.map((key) => key.column), ...Object.keys(ranges), ...(dashboard ? axes : [])];
  return Array.from(new Set([...columns, ...others])).filter((id) => id !== NAME);
}

/** Id of the first column in sort keys: names are in their natural order as they come. */
export const NAME = "name";

/** The score that ranks, then one of each sort, as far as the run has them. */
function usualColumns({ rankBy, scores, area }: TableRun): string[] {
  const usual = [
    "iou",
    "dice",
    "bce",
    "boundary_iou",
    "hd95",
    "boundary_loss",
    "miou",
    "pixel_accuracy",
    "pq",
    "sq",
    "rq",
  ];
  const some = usual.filter((id) => id !== rankBy && scores.includes(id)).slice(0, 5);
  return [...(scores.includes(rankBy) ? [rankBy] : []), ...some, ...(area.some((pixels) => pixels >= 0) ? [AREA] : [])];
}

/** The area of the truth against the score that ranks shows what small objects do to it. */
function usualAxes({ rankBy, scores, area }: TableRun): readonly [string, string] {
  const hasArea = area.some((pixels) => pixels >= 0);
  return [hasArea ? AREA : (scores.find((id) => id !== rankBy) ?? rankBy), rankBy];
}

/** Whether the worst is at the top when the largest is. */
export function isWorstFirst(column: string): boolean {
  return column !== NAME && column !== AREA && columnOf(column).better === "lower";
}

function sortedBy(keys: readonly SortKey[], column: string, add: boolean): readonly SortKey[] {
  const known = keys.find((key) => key.column === column);
  const next = { column, descending: known ? !known.descending : isWorstFirst(column) || column === DISAGREEMENT };
  if (!add) return [next];
  return known ? keys.map((key) => (key === known ? next : key)) : [...keys, next];
}

function toggled(columns: readonly string[], column: string): readonly string[] {
  return columns.includes(column) ? columns.filter((other) => other !== column) : [...columns, column];
}

/** Without the keys and limits of columns that went: what cannot be seen should not act. */
function withColumns(state: TableState, columns: readonly string[]): TableState {
  const isThere = (column: string) => column === NAME || columns.includes(column);
  return {
    ...state,
    columns,
    sort: state.sort.filter(({ column }) => isThere(column)),
    ranges: Object.fromEntries(Object.entries(state.ranges).filter(([column]) => isThere(column))),
  };
}

function moved(columns: readonly string[], column: string, to: number): readonly string[] {
  const others = columns.filter((other) => other !== column);
  others.splice(Math.min(others.length, Math.max(0, to)), 0, column);
  return others;
}

function limited(ranges: TableState["ranges"], column: string, range: Range | null): TableState["ranges"] {
  const { [column]: _, ...others } = ranges;
  return range && (range.minimum !== null || range.maximum !== null) ? { ...others, [column]: range } : others;
}
