import { arrowOf } from "../../src/core/score.js";
import { shortTitle } from "../../src/core/shortTitle.js";
import { element, icon, setAttribute, setText } from "../ui/dom.js";
import { formatParameter } from "../ui/format.js";
import type { Range } from "./arrange.js";
import { type Column, isScore } from "./columns.js";
import { type Axis, barsPath, fromPart, rounded, toPart } from "./histogram.js";

export interface HeadingContent {
  readonly column: Column;
  /** Place among the sort keys, from 1, and direction; null where it does not sort. */
  readonly sort: { readonly place: number; readonly of: number; readonly descending: boolean } | null;
  readonly range: Range | null;
  /** null while the values are on their way. */
  readonly histogram: { readonly axis: Axis; readonly all: Uint32Array; readonly shown: Uint32Array } | null;
  /** What to know of its values under the settings that were turned. */
  readonly caveat: string | null;
  readonly hasCursor: boolean;
}

export interface HeadingEvents {
  sort(column: string, add: boolean): void;
  menu(column: string, anchor: HTMLElement): void;
  brush(column: string, range: Range | null): void;
  /** The column is dragged onto another. */
  drop(column: string, onto: string): void;
}

export interface Heading {
  readonly element: HTMLElement;
  show(content: HeadingContent): void;
}

const WIDTH = 96;
const HEIGHT = 24;
/** Less than this many pixels is a click, which clears the limits, and no brush. */
const LEAST = 3;
/** How a column is named while it is dragged. */
const DRAG_TYPE = "application/x-mask-inspector-column";

const svg = (tag: string, attributes: Readonly<Record<string, string>>): SVGElement => {
  const created = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) created.setAttribute(name, value);
  return created;
};

/** The heading of a column: its title sorts, its histogram is brushed, its button opens its menu. */
export function createHeading(events: HeadingEvents, place: number): Heading {
  const title = element("span", { class: "heading-title" });
  const order = element("span", { class: "heading-order" });
  const note = element("span", { class: "heading-note" });
  const arrow = element("span", { class: "heading-arrow" });
  const label = element("div", { class: "heading-label" }, title, arrow, note, order);
  const menu = element("button", { type: "button", class: "heading-menu", tabindex: "-1" }, icon("chevron-down"));
  const [all, shown, brush] = [
    svg("path", { class: "bars-all" }),
    svg("path", { class: "bars-shown" }),
    svg("rect", { class: "brush", y: "0", height: String(HEIGHT) }),
  ];
  const chart = svg("svg", {
    class: "heading-chart",
    viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
    preserveAspectRatio: "none",
    "aria-hidden": "true",
  });
  chart.append(all, shown, brush);
  const head = element(
    "div",
    { class: "heading", role: "columnheader", draggable: "true", id: `heading-${place}` },
    element("div", { class: "heading-top" }, label, menu),
    chart,
  );
  let content: HeadingContent | null = null;

  label.addEventListener("click", ({ shiftKey }) => content && events.sort(content.column.id, shiftKey));
  menu.addEventListener("click", () => content && events.menu(content.column.id, menu));
  head.addEventListener("contextmenu", (event) => {
    event.preventDefault();
    if (content) events.menu(content.column.id, menu);
  });
  listenToBrush(chart, (from, to) => {
    const axis = content?.histogram?.axis;
    if (!content || !axis) return;
    const limit = (part: number) => rounded(axis, fromPart(axis, part));
    events.brush(
      content.column.id,
      from === null ? null : { minimum: from <= 0 ? null : limit(from), maximum: to >= 1 ? null : limit(to) },
    );
  });
  listenToDrag(head, () => content?.column.id ?? "", events.drop);

  return {
    element: head,
    show(next) {
      content = next;
      const { column, sort, range, histogram, caveat, hasCursor } = next;
      setText(title, shortTitle(column.title));
      setText(arrow, isScore(column.id) ? arrowOf(column) : "");
      setAttribute(head, "data-testid", `heading-${column.id}`);
      setAttribute(menu, "aria-label", `${column.title}: filter and more`);
      setAttribute(menu, "data-testid", `menu-${column.id}`);
      setAttribute(head, "aria-sort", sort ? (sort.descending ? "descending" : "ascending") : "none");
      setText(order, sort ? `${sort.descending ? "▼" : "▲"}${sort.of > 1 ? sort.place : ""}` : "");
      setText(note, caveat === null ? "" : "*");
      setAttribute(head, "data-limited", range ? "" : null);
      setAttribute(head, "data-cursor", hasCursor ? "" : null);
      const limits = range ? `. Limited to ${rangeText(range)}` : "";
      setAttribute(
        label,
        "title",
        [`${column.title}${limits}`, column.words, caveat].filter((part) => part).join("\n"),
      );
      setAttribute(
        head,
        "aria-label",
        `${column.title}${isScore(column.id) ? `, ${column.better} is better` : ""}${limits}`,
      );
      const most = histogram ? Math.max(...histogram.all) : 0;
      setAttribute(all, "d", histogram ? barsPath(histogram.all, most, WIDTH, HEIGHT) : "");
      setAttribute(shown, "d", histogram ? barsPath(histogram.shown, most, WIDTH, HEIGHT) : "");
      const [from, to] = histogram && range ? partsOf(histogram.axis, range) : [0, 0];
      setAttribute(brush, "x", String(from * WIDTH));
      setAttribute(brush, "width", String((to - from) * WIDTH));
    },
  };
}

function partsOf(axis: Axis, { minimum, maximum }: Range): readonly [number, number] {
  return [minimum === null ? 0 : toPart(axis, minimum), maximum === null ? 1 : toPart(axis, maximum)];
}

/** "0.2 to 0.5", "at least 0.2", "at most 0.5". */
export function rangeText({ minimum, maximum }: Range): string {
  if (minimum !== null && maximum !== null) return `${formatParameter(minimum)} to ${formatParameter(maximum)}`;
  if (minimum !== null) return `at least ${formatParameter(minimum)}`;
  return `at most ${formatParameter(maximum ?? Number.NaN)}`;
}

/** @param onBrush places on the axis as the pointer moves; null when a click clears them. */
function listenToBrush(chart: SVGElement, onBrush: (from: number | null, to: number) => void): void {
  let start: number | null = null;
  let moved = false;
  const partOf = (event: PointerEvent) => {
    const { left, width } = chart.getBoundingClientRect();
    return Math.min(1, Math.max(0, (event.clientX - left) / width));
  };
  chart.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    chart.setPointerCapture(event.pointerId);
    start = partOf(event);
    moved = false;
  });
  const follow = (event: PointerEvent) => {
    if (start === null) return;
    const now = partOf(event);
    moved ||= Math.abs(now - start) * chart.getBoundingClientRect().width >= LEAST;
    if (moved) onBrush(Math.min(start, now), Math.max(start, now));
  };
  chart.addEventListener("pointermove", follow);
  chart.addEventListener("pointerup", (event) => {
    // The last stretch of a fast drag has no move of its own.
    follow(event);
    if (start !== null && !moved) onBrush(null, 0);
    start = null;
  });
}

function listenToDrag(head: HTMLElement, id: () => string, onDrop: (column: string, onto: string) => void): void {
  head.addEventListener("dragstart", (event) => {
    // The histogram is brushed by the same gesture.
    if (event.target instanceof Element && event.target.closest(".heading-chart")) event.preventDefault();
    else event.dataTransfer?.setData(DRAG_TYPE, id());
  });
  head.addEventListener("dragover", (event) => {
    if (!event.dataTransfer?.types.includes(DRAG_TYPE)) return;
    event.preventDefault();
    setAttribute(head, "data-drop", "");
  });
  head.addEventListener("dragleave", () => setAttribute(head, "data-drop", null));
  head.addEventListener("drop", (event) => {
    setAttribute(head, "data-drop", null);
    const column = event.dataTransfer?.getData(DRAG_TYPE);
    if (column && column !== id()) onDrop(column, id());
  });
}
