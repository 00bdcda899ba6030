import { element, setAttribute, setText } from "../ui/dom.js";
import type { Cursor } from "./gridKeys.js";
import { createHeading, type Heading, type HeadingContent, type HeadingEvents } from "./heading.js";
import { NAME, type SortKey } from "./tableState.js";

export type ShownHeading = Omit<HeadingContent, "hasCursor">;

/** How a column stands among the sort keys; null where it does not sort. */
export function sortOf(column: string, keys: readonly SortKey[]): HeadingContent["sort"] {
  const at = keys.findIndex((key) => key.column === column);
  return at < 0 ? null : { place: at + 1, of: keys.length, descending: keys[at].descending };
}

export interface GridHead {
  readonly element: HTMLElement;
  /** The heading of the names, which stays in sight while the others scroll under it. */
  readonly name: HTMLElement;
  /** The heading of a column; undefined for that of the names. */
  at(column: number): HTMLElement | undefined;
  show(headings: readonly ShownHeading[], sort: readonly SortKey[]): void;
  showCursor(cursor: Cursor): void;
}

/** The row of headings: that of the names, and one a column. */
export function createGridHead(events: HeadingEvents): GridHead {
  const order = element("span", { class: "heading-order" });
  const label = element("div", { class: "heading-label" }, element("span", { class: "heading-title" }, "Name"), order);
  const name = element(
    "div",
    { class: "heading heading-name", role: "columnheader", id: "heading--1", "data-testid": "heading-name" },
    element("div", { class: "heading-top" }, label),
  );
  const head = element("div", { class: "table-head", role: "row", "aria-rowindex": "1" }, name);
  const headings: Heading[] = [];
  let shown: readonly ShownHeading[] = [];
  name.addEventListener("click", ({ shiftKey }) => events.sort(NAME, shiftKey));

  const setCount = (count: number) => {
    while (headings.length < count) {
      const heading = createHeading(events, headings.length);
      headings.push(heading);
      head.append(heading.element);
    }
    while (headings.length > count) headings.pop()?.element.remove();
  };

  return {
    element: head,
    name,
    at: (column) => headings[column]?.element,
    show(next, sort) {
      shown = next;
      setCount(next.length);
      const key = sort.find(({ column }) => column === NAME);
      setText(order, key ? (key.descending ? "▼" : "▲") : "");
      setAttribute(name, "aria-sort", key ? (key.descending ? "descending" : "ascending") : "none");
    },
    showCursor({ inHead, column }) {
      setAttribute(name, "data-cursor", inHead && column === -1 ? "" : null);
      for (const [i, content] of shown.entries()) headings[i].show({ ...content, hasCursor: inHead && column === i });
    },
  };
}
