import { element, icon } from "../dom.js";
import type { Range } from "./arrange.js";
import type { Column } from "./columns.js";
import { rangeText } from "./heading.js";

export interface LimitsBar {
  readonly element: HTMLElement;
  show(limits: ReadonlyArray<{ readonly column: Column; readonly range: Range }>): void;
}

/**
 * The limits that hold, each of which a click clears. It is always there, below the table: nothing moves under the
 * pointer that draws a limit.
 */
export function createLimitsBar(clear: (column: string) => void): LimitsBar {
  const hint = element("span", { class: "limits-hint" }, "Drag across a histogram or the scatter plot to filter.");
  const bar = element("footer", { class: "limits-bar", "aria-label": "Limits" }, hint);
  let shown = "";
  const chip = ({ id, title }: Column, range: Range) => {
    const text = `${title} ${rangeText(range)}`;
    const button = element(
      "button",
      { type: "button", class: "chip", "aria-label": `${text}: clear`, "data-testid": `chip-${id}` },
      element("span", {}, text),
      icon("close"),
    );
    button.addEventListener("click", () => clear(id));
    return button;
  };
  return {
    element: bar,
    show(limits) {
      const key = JSON.stringify(limits.map(({ column, range }) => [column.title, range]));
      if (key === shown) return;
      shown = key;
      bar.replaceChildren(...(limits.length > 0 ? limits.map(({ column, range }) => chip(column, range)) : [hint]));
    },
  };
}
