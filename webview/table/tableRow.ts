import { element, icon, setAttribute, setText } from "../ui/dom.js";
import { splitName } from "../ui/format.js";
import type { Column } from "./columns.js";

/** What a row shows. */
export interface RowContent {
  /** Place in the order shown, from 0. */
  readonly place: number;
  readonly row: number;
  readonly name: string;
  readonly columns: readonly Column[];
  /** Of each column; undefined while it is on its way. */
  readonly values: ReadonlyArray<Float64Array | undefined>;
  readonly isSelected: boolean;
  /** The inspector shows it. */
  readonly isOpen: boolean;
  /** Column of the keyboard where it stands on this row: -1 is the name. */
  readonly cursor: number | null;
  /** undefined: not here yet; null: there is none. */
  readonly picture: HTMLCanvasElement | null | undefined;
}

export interface TableRow {
  readonly element: HTMLElement;
  show(content: RowContent): void;
}

export const cellId = (place: number, column: number): string => `cell-${place}-${column}`;

/** A row of the grid; it is used again for other pairs as they scroll in. */
export function createTableRow(): TableRow {
  const picture = element("div", { class: "row-picture" });
  const marker = element("span", { class: "row-marker" });
  const [start, end] = [element("span", { class: "name-start" }), element("span", { class: "name-end" })];
  const name = element(
    "div",
    { class: "cell cell-name", role: "rowheader" },
    marker,
    picture,
    element("div", { class: "row-name" }, start, end),
  );
  const row = element("div", { class: "row", role: "row" }, name);
  const cells: HTMLElement[] = [];

  const setCells = (count: number) => {
    while (cells.length < count) {
      const cell = element("div", { class: "cell", role: "gridcell" });
      cells.push(cell);
      row.append(cell);
    }
    while (cells.length > count) cells.pop()?.remove();
  };

  return {
    element: row,
    show(content) {
      const { place, columns, values, isSelected, isOpen, cursor } = content;
      row.style.setProperty("--place", String(place));
      setAttribute(row, "aria-rowindex", String(place + 2));
      setAttribute(row, "aria-selected", String(isSelected));
      setAttribute(row, "data-row", String(content.row));
      setAttribute(row, "data-open", isOpen ? "" : null);
      const [first, last] = splitName(content.name);
      setText(start, first);
      setText(end, last);
      setAttribute(name, "title", content.name);
      setAttribute(name, "id", cellId(place, -1));
      setAttribute(name, "data-cursor", cursor === -1 ? "" : null);
      setAttribute(name, "aria-label", isOpen ? `${content.name}, open in the inspector` : content.name);
      if (isOpen !== marker.hasChildNodes()) marker.replaceChildren(...(isOpen ? [icon("eye")] : []));
      const { picture: image } = content;
      if ((image ?? null) !== picture.firstChild) picture.replaceChildren(...(image ? [image] : []));
      setCells(columns.length);
      for (const [i, cell] of cells.entries()) {
        const value = values[i]?.[content.row];
        setText(cell, value === undefined ? "" : Number.isNaN(value) ? "—" : columns[i].format(value));
        setAttribute(cell, "id", cellId(place, i));
        setAttribute(cell, "data-cursor", cursor === i ? "" : null);
        setAttribute(cell, "data-value", value === undefined || Number.isNaN(value) ? "" : String(value));
      }
    },
  };
}
