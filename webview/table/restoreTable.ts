import { columnOf, isScore } from "./columns.js";
import { initialTable, NAME, type SortKey, type TableState } from "./tableState.js";

/** Reads what was kept; anything unusable takes its initial value. */
export function restoreTable(kept: unknown): TableState {
  if (!isRecord(kept)) return initialTable;
  const { run, columns, sort, text, ranges, pictures, compared, dashboard, axes, cell } = kept;
  const [across, up] = strings(axes).filter(isColumn);
  const [first, second] = strings(compared).filter(isColumn).filter(isScore);
  return {
    run: typeof run === "string" ? run : null,
    columns: strings(columns).filter(isColumn),
    sort: (Array.isArray(sort) ? sort : []).flatMap(restoreKey),
    text: typeof text === "string" ? text : "",
    ranges: isRecord(ranges) ? restoreRanges(ranges) : {},
    pictures: pictures !== false,
    compared: first !== undefined && second !== undefined ? [first, second] : initialTable.compared,
    // The host holds them, and tells.
    dials: null,
    dashboard: dashboard === true,
    axes: across !== undefined && up !== undefined ? [across, up] : initialTable.axes,
    cell:
      isRecord(cell) && typeof cell.truth === "number" && typeof cell.predicted === "number"
        ? { truth: cell.truth, predicted: cell.predicted }
        : null,
  };
}

function restoreKey(key: unknown): SortKey[] {
  if (!isRecord(key) || typeof key.column !== "string" || !(key.column === NAME || isColumn(key.column))) return [];
  return [{ column: key.column, descending: key.descending === true }];
}

function restoreRanges(ranges: Readonly<Record<string, unknown>>): TableState["ranges"] {
  const limit = (value: unknown) => (typeof value === "number" ? value : null);
  return Object.fromEntries(
    Object.entries(ranges).flatMap(([column, range]) =>
      isColumn(column) && isRecord(range)
        ? [[column, { minimum: limit(range.minimum), maximum: limit(range.maximum) }]]
        : [],
    ),
  );
}

function isColumn(id: string): boolean {
  try {
    return columnOf(id).id === id;
  } catch {
    return false;
  }
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === "string") : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
