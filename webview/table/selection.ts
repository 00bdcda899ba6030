/** Which rows are chosen, by their number in the data, and where the keyboard stands. */
export interface Selection {
  readonly rows: ReadonlySet<number>;
  /** The row of the keyboard; null before there is one. */
  readonly active: number | null;
  /** Where Shift extends from. */
  readonly anchor: number | null;
}

export const noSelection: Selection = { rows: new Set(), active: null, anchor: null };

/** Chooses one row alone. */
export function selectOnly(row: number): Selection {
  return { rows: new Set([row]), active: row, anchor: row };
}

/** Adds a row to those chosen, or takes it from them. */
export function toggleRow({ rows }: Selection, row: number): Selection {
  const next = new Set(rows);
  if (!next.delete(row)) next.add(row);
  return { rows: next, active: row, anchor: row };
}

/** Chooses all rows from the anchor to one, in the order shown. */
export function extendTo({ anchor, active }: Selection, row: number, order: Uint32Array): Selection {
  const start = anchor ?? active ?? row;
  const [from, to] = [order.indexOf(start), order.indexOf(row)].sort((a, b) => a - b);
  if (from < 0) return selectOnly(row);
  return { rows: new Set(order.subarray(from, to + 1)), active: row, anchor: start };
}

export function selectAll({ active, anchor }: Selection, order: Uint32Array): Selection {
  return { rows: new Set(order), active, anchor };
}

/** The chosen rows in the order shown; those that a filter hides are not among them. */
export function shownRows({ rows }: Selection, order: Uint32Array): Uint32Array {
  return order.filter((row) => rows.has(row));
}
