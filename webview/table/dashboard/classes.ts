import { classTitle } from "../../../src/core/labels/classes.js";
import type { Confused } from "../../../src/protocol/confusion.js";
import type { LabelTotals } from "../../../src/protocol/table.js";
import { element, setAttribute } from "../../ui/dom.js";
import { formatCount, formatPercent } from "../../ui/format.js";

/** Scores by class of all label maps together. */
export function perClassTable({ classes, perClass }: LabelTotals): HTMLElement {
  const scores = [
    ["IoU", perClass.iou],
    ["Dice", perClass.dice],
    ["Precision", perClass.precision],
    ["Recall", perClass.recall],
  ] as const;
  const cell = (value: number | null | undefined) => (value == null ? "—" : value.toFixed(4));
  return element(
    "table",
    { class: "means", "data-testid": "per-class" },
    element(
      "thead",
      {},
      element(
        "tr",
        {},
        ...["Class", ...scores.map(([title]) => title)].map((title) => element("th", { scope: "col" }, title)),
      ),
    ),
    element(
      "tbody",
      {},
      ...classes.map((entry, i) =>
        element(
          "tr",
          {},
          element("th", { scope: "row" }, classTitle(entry)),
          ...scores.map(([, values]) => element("td", { class: "number-cell" }, cell(values[i]))),
        ),
      ),
    ),
  );
}

/**
 * The confusions of all label maps together: rows are truth, columns prediction, each cell the part of its row. A cell
 * shows the pairs that have its confusion.
 */
export function confusionTable({ classes, confusion }: LabelTotals, onCell: (cell: Confused) => void): HTMLElement {
  const titles = classes.map(classTitle);
  const row = (counts: readonly number[], i: number) => {
    const all = counts.reduce((sum, count) => sum + count, 0);
    return element(
      "tr",
      {},
      element("th", { scope: "row", class: "confusion-title", title: titles[i] }, titles[i]),
      ...counts.map((count, j) => {
        const part = all > 0 ? count / all : 0;
        const words = `${titles[i]} predicted as ${titles[j]}: ${formatCount(count)} px, ${formatPercent(part)} of ${titles[i]}`;
        const button = element(
          "button",
          {
            type: "button",
            class: "confusion-cell",
            title: words,
            "aria-label": words,
            "data-testid": `confusion-${classes[i].id}-${classes[j].id}`,
            ...(i === j && { "data-right": "" }),
          },
          count > 0 ? formatPercent(part) : "",
        );
        button.style.setProperty("--part", String(part));
        if (count === 0) setAttribute(button, "disabled", "");
        button.addEventListener("click", () => onCell({ truth: classes[i].id, predicted: classes[j].id }));
        return element("td", {}, button);
      }),
    );
  };
  const words = element(
    "p",
    { class: "section-text", id: "confusion-words" },
    "Rows: truth. Columns: prediction. A cell shows its pairs, and lights its pixels in the inspector.",
  );
  const table = element(
    "div",
    { class: "confusion-scroll" },
    element(
      "table",
      { class: "confusion", "data-testid": "confusion", "aria-describedby": words.id },
      element(
        "thead",
        {},
        element(
          "tr",
          {},
          element("td", {}),
          ...titles.map((title) => element("th", { scope: "col", class: "confusion-title", title }, title)),
        ),
      ),
      element("tbody", {}, ...confusion.map(row)),
    ),
  );
  return element("div", {}, words, table);
}
