import type { Thumbnail } from "../../src/core/maps/thumbnail.js";
import type { TableRun } from "../../src/protocol/table.js";
import { element, setAttribute } from "../ui/dom.js";
import { revealRow, rowsInSight } from "../ui/rowWindow.js";
import type { Column } from "./columns.js";
import { createGridHead, type ShownHeading } from "./gridHead.js";
import { type Cursor, type GridCommand, gridCommand } from "./gridKeys.js";
import type { HeadingEvents } from "./heading.js";
import { createRowPool } from "./rowPool.js";
import { extendTo, noSelection, type Selection, selectAll, selectOnly, toggleRow } from "./selection.js";
import { cellId } from "./tableRow.js";
import { NAME, type SortKey } from "./tableState.js";
import { createThumbnails } from "./thumbnails.js";

export interface GridContent {
  readonly run: TableRun;
  /** Rows in the order shown. */
  readonly order: Uint32Array;
  readonly columns: readonly Column[];
  readonly headings: readonly ShownHeading[];
  readonly values: ReadonlyArray<Float64Array | undefined>;
  readonly sort: readonly SortKey[];
  /** Row that the inspector shows. */
  readonly opened: number | null;
  readonly pictures: boolean;
  /** That the pictures are at, once it rests. */
  readonly threshold: number;
}

export interface GridEvents extends HeadingEvents {
  open(row: number): void;
  /** Copies the chosen rows. */
  copy(): void;
  hide(column: string): void;
  move(column: string, to: number): void;
  select(selection: Selection): void;
  thumbnail(row: number, threshold: number): Promise<Thumbnail | null>;
}

export interface Grid {
  readonly element: HTMLElement;
  readonly selection: Selection;
  show(content: GridContent): void;
  focus(): void;
  /** To the first row: the order is another one. */
  toTop(): void;
}

/** Heights of rows in CSS pixels, as in the style sheet. */
const ROW = { plain: 22, pictures: 48 } as const;

/** The table: a grid of which only the rows in sight exist, so that 100,000 scroll as ten do. */
export function createGrid(events: GridEvents): Grid {
  const head = createGridHead(events);
  const body = element("div", { class: "table-body", role: "rowgroup" });
  const grid = element(
    "div",
    {
      class: "table",
      role: "grid",
      tabindex: "0",
      "aria-label": "Pairs",
      "aria-multiselectable": "true",
      "data-testid": "table",
    },
    element("div", { class: "table-top", role: "rowgroup" }, head.element),
    body,
  );

  let content: GridContent | null = null;
  let selection: Selection = noSelection;
  let cursor: Cursor = { inHead: false, column: -1 };
  const rows = createRowPool(body);

  const height = () => (content?.pictures ? ROW.pictures : ROW.plain);
  const placeOf = (row: number | null) => (row === null || !content ? -1 : content.order.indexOf(row));
  const pageRows = () => Math.max(1, Math.floor((grid.clientHeight - head.element.offsetHeight) / height()) - 1);
  const list = () => ({
    scroller: grid,
    height: height(),
    count: content?.order.length ?? 0,
    head: head.element.offsetHeight,
  });

  const thumbnails = createThumbnails(
    events.thumbnail,
    (row) => {
      const place = placeOf(row);
      return place >= 0 && rows.has(place);
    },
    () => request(),
  );

  let requested = false;
  const request = () => {
    if (requested) return;
    requested = true;
    requestAnimationFrame(() => {
      requested = false;
      layOut();
    });
  };

  const layOut = () => {
    if (!content) return;
    const { order, columns, values, run, opened, pictures } = content;
    const [first, end] = rowsInSight(list());
    rows.show(first, end, (place) => {
      const row = order[place];
      return {
        place,
        row,
        name: run.names[row],
        columns,
        values,
        isSelected: selection.rows.has(row),
        isOpen: row === opened,
        cursor: row === selection.active && !cursor.inHead ? cursor.column : null,
        picture: pictures ? thumbnails.get(row) : null,
      };
    });
    showCursor();
  };

  const showCursor = () => {
    const place = placeOf(selection.active);
    const id = cursor.inHead ? `heading-${cursor.column}` : place >= 0 ? cellId(place, cursor.column) : null;
    setAttribute(grid, "aria-activedescendant", id);
    head.showCursor(cursor);
  };

  const reveal = (place: number) => {
    if (place >= 0) revealRow(list(), place);
  };

  const revealColumn = () => {
    const target = head.at(cursor.column);
    if (!target) return;
    const left = target.offsetLeft - head.name.offsetWidth;
    if (left < grid.scrollLeft) grid.scrollLeft = left;
    const right = target.offsetLeft + target.offsetWidth;
    if (right > grid.scrollLeft + grid.clientWidth) grid.scrollLeft = right - grid.clientWidth;
  };

  const select = (next: Selection) => {
    selection = next;
    events.select(next);
    reveal(placeOf(next.active));
    layOut();
  };

  const moveTo = (place: number, extend: boolean) => {
    if (!content || content.order.length === 0) return;
    const row = content.order[Math.min(content.order.length - 1, Math.max(0, place))];
    select(extend ? extendTo(selection, row, content.order) : selectOnly(row));
  };

  const run = (command: GridCommand) => {
    if (!content) return;
    const column = content.columns[cursor.column];
    const { order } = content;
    switch (command.do) {
      case "move":
        return moveTo(placeOf(selection.active) + command.by, command.extend);
      case "goTo":
        return moveTo(command.end === "first" ? 0 : order.length - 1, command.extend);
      case "cursor":
        cursor = command.cursor;
        if (!cursor.inHead && placeOf(selection.active) < 0) moveTo(0, false);
        revealColumn();
        return layOut();
      case "open":
        return selection.active === null ? undefined : events.open(selection.active);
      case "toggle":
        return selection.active === null ? undefined : select(toggleRow(selection, selection.active));
      case "selectAll":
        return select(selectAll(selection, order));
      case "clear":
        return select({ ...selection, rows: new Set() });
      case "copy":
        return events.copy();
      case "sort":
        return events.sort(column?.id ?? NAME, command.add);
      case "menu":
        return column && events.menu(column.id, head.at(cursor.column) ?? grid);
      case "hide":
        return column && events.hide(column.id);
      case "moveColumn": {
        if (!column) return;
        const to = Math.min(content.columns.length - 1, Math.max(0, cursor.column + command.by));
        cursor = { ...cursor, column: to };
        return events.move(column.id, to);
      }
    }
  };

  grid.addEventListener("scroll", request, { passive: true });
  grid.addEventListener("keydown", (event) => {
    if (event.target !== grid || !content) return;
    const { key, shiftKey, altKey } = event;
    const command = gridCommand({ key, shiftKey, altKey, command: event.ctrlKey || event.metaKey }, cursor, {
      columns: content.columns.length,
      page: pageRows(),
      isFirst: placeOf(selection.active) <= 0,
    });
    if (!command) return;
    event.preventDefault();
    event.stopPropagation();
    run(command);
  });
  body.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-row]") : null;
    if (!target || !content) return;
    const row = Number(target.dataset.row);
    cursor = { ...cursor, inHead: false };
    if (event.shiftKey) select(extendTo(selection, row, content.order));
    else if (event.ctrlKey || event.metaKey) select(toggleRow(selection, row));
    else {
      select(selectOnly(row));
      events.open(row);
    }
  });
  grid.addEventListener("focus", () => {
    if (content && placeOf(selection.active) < 0 && !cursor.inHead) moveTo(0, false);
  });
  new ResizeObserver(request).observe(grid);

  return {
    element: grid,
    get selection() {
      return selection;
    },
    show(next) {
      // A run that is told of again has the same rows, unless pairs came.
      const isOther = content?.run.id !== next.run.id || content.run.names.length !== next.run.names.length;
      if (content?.run.id !== next.run.id) {
        selection = noSelection;
        grid.scrollTop = 0;
      }
      if (isOther) thumbnails.clear();
      thumbnails.setThreshold(next.threshold);
      content = next;
      cursor = { ...cursor, column: Math.min(cursor.column, next.columns.length - 1) };
      head.show(next.headings, next.sort);
      setAttribute(grid, "aria-rowcount", String(next.order.length + 1));
      setAttribute(grid, "aria-colcount", String(next.columns.length + 1));
      setAttribute(grid, "data-pictures", next.pictures ? "" : null);
      grid.style.setProperty("--columns", String(next.columns.length));
      body.style.height = `${next.order.length * height()}px`;
      layOut();
    },
    toTop() {
      grid.scrollTop = 0;
    },
    focus: () => grid.focus({ preventScroll: true }),
  };
}
