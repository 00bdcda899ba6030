import { createTableRow, type RowContent, type TableRow } from "./tableRow.js";

export interface RowPool {
  /** Shows the rows of places from `first` to before `end`, and no others. */
  show(first: number, end: number, contentOf: (place: number) => RowContent): void;
  has(place: number): boolean;
}

/** The elements of the rows in sight: those that scroll out are used again for those that scroll in. */
export function createRowPool(body: HTMLElement): RowPool {
  const shown = new Map<number, TableRow>();
  const free: TableRow[] = [];
  const take = (place: number): TableRow => {
    const row = free.pop() ?? createTableRow();
    shown.set(place, row);
    body.append(row.element);
    return row;
  };
  return {
    show(first, end, contentOf) {
      for (const [place, row] of shown) {
        if (place >= first && place < end) continue;
        shown.delete(place);
        row.element.remove();
        free.push(row);
      }
      for (let place = first; place < end; place++) (shown.get(place) ?? take(place)).show(contentOf(place));
    },
    has: (place) => shown.has(place),
  };
}
