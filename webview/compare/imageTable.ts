import type { Score } from "../../src/core/score.js";
import type { Column } from "../../src/core/statistics/improvement.js";
import { element, hidden, setAttribute, setText } from "../ui/dom.js";
import { formatCount, formatIn } from "../ui/format.js";
import { createVirtualRows, ROW } from "../ui/virtualRows.js";
import { differenceBar } from "./marks.js";
import { arranged, type ImageRow, imageRows, type Order, type OrderBy } from "./order.js";

export interface ImageTableContent {
  readonly names: readonly string[];
  readonly score: Score;
  readonly baseline: Column;
  readonly challenger: Column;
  readonly titles: readonly [baseline: string, challenger: string];
}

export interface ImageTable {
  readonly element: HTMLElement;
  show(content: ImageTableContent): void;
  /** The images as they are shown. */
  order(): readonly number[];
  /** Moves to the row of an image. */
  point(image: number): void;
}

const heads: ReadonlyArray<readonly [OrderBy, string]> = [
  ["image", "Image"],
  ["baseline", "A"],
  ["challenger", "B"],
  ["difference", "B − A"],
];

/** Image by image, the biggest regression first; a row opens in the inspector. */
export function createImageTable(onOpen: (image: number) => void): ImageTable {
  let rows: readonly ImageRow[] = [];
  let shown: readonly ImageRow[] = [];
  let order: Order = { by: "difference", ascending: true };
  let active = 0;
  let largest = 0;
  let format = formatIn([0, 1]);

  const list = createVirtualRows((index) => rowElement(index));
  const filter = element("input", {
    type: "search",
    class: "filter",
    placeholder: "Filter images",
    "aria-label": "Filter images by name",
    "data-testid": "image-filter",
  });
  const count = element("span", { class: "quiet", role: "status" });
  const buttons = heads.map(([by, title]) => {
    const button = element("button", { type: "button", class: "sort", "data-testid": `sort-${by}` }, title);
    button.addEventListener("click", () => {
      order = { by, ascending: order.by === by ? !order.ascending : true };
      arrange();
    });
    return element("span", { class: `cell ${by}`, role: "columnheader" }, button);
  });
  const head = element(
    "div",
    { class: "image-head", role: "row" },
    ...buttons,
    element("span", { class: "cell bar", role: "columnheader" }, hidden("Difference as a bar")),
  );
  const grid = element(
    "div",
    { class: "image-grid", role: "grid", tabindex: "0", "aria-label": "Images", "data-testid": "images" },
    head,
    list.element,
  );
  const table = element("div", { class: "images" }, element("div", { class: "image-tools" }, filter, count), grid);

  const arrange = () => {
    shown = arranged(rows, order, filter.value);
    active = 0;
    for (const [i, [by]] of heads.entries()) {
      setAttribute(buttons[i], "aria-sort", by === order.by ? (order.ascending ? "ascending" : "descending") : null);
    }
    setText(count, shown.length === rows.length ? "" : `${formatCount(shown.length)} of ${formatCount(rows.length)}`);
    setAttribute(grid, "aria-rowcount", String(shown.length + 1));
    list.setCount(shown.length);
    list.reveal(0);
    announceActive();
  };
  const announceActive = () => setAttribute(grid, "aria-activedescendant", shown.length > 0 ? `image-${active}` : null);
  const move = (to: number) => {
    active = Math.min(shown.length - 1, Math.max(0, to));
    list.redraw();
    list.reveal(active);
    announceActive();
  };

  const rowElement = (index: number): HTMLElement => {
    const row = shown[index];
    const cell = (name: string, text: string, value: number | null) =>
      element(
        "span",
        { class: `cell ${name}`, role: "gridcell", "data-value": value === null ? "" : String(value) },
        text,
      );
    const created = element(
      "div",
      {
        class: index === active ? "image-row active" : "image-row",
        role: "row",
        id: `image-${index}`,
        "aria-rowindex": String(index + 2),
        "aria-selected": String(index === active),
        "data-image": row.name,
      },
      element("span", { class: "cell image", role: "rowheader", title: row.name }, row.name),
      cell("baseline", format(row.baseline), row.baseline),
      cell("challenger", format(row.challenger), row.challenger),
      cell("difference", `${(row.difference ?? 0) > 0 ? "+" : ""}${format(row.difference)}`, row.difference),
      element(
        "span",
        { class: "cell bar", role: "gridcell" },
        differenceBar(row.improvement, largest),
        hidden(verdictOf(row)),
      ),
    );
    created.addEventListener("click", () => {
      move(index);
      onOpen(row.image);
    });
    return created;
  };

  filter.addEventListener("input", arrange);
  grid.addEventListener("keydown", (event) => {
    const page = Math.max(1, Math.floor(list.element.clientHeight / ROW) - 1);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: shown.length - 1,
    };
    if (event.target !== grid) return;
    if (event.key in steps) move(steps[event.key]);
    else if (event.key === "Enter" && shown[active]) onOpen(shown[active].image);
    else return;
    event.preventDefault();
  });

  return {
    element: table,
    show(content) {
      rows = imageRows(content.names, content.baseline, content.challenger, content.score.better);
      format = formatIn(content.score.range);
      largest = rows.reduce((most, { improvement }) => Math.max(most, Math.abs(improvement ?? 0)), 0);
      setAttribute(
        grid,
        "aria-label",
        `Images by ${content.score.title}: A is ${content.titles[0]}, B is ${content.titles[1]}`,
      );
      arrange();
    },
    order: () => shown.map(({ image }) => image),
    point(image) {
      const at = shown.findIndex((row) => row.image === image);
      if (at >= 0) move(at);
    },
  };
}

function verdictOf({ improvement }: ImageRow): string {
  if (improvement === null) return "not comparable";
  return improvement > 0 ? "better" : improvement < 0 ? "worse" : "equal";
}
