import type { Score } from "../../src/core/score.js";
import { type Operation, operations } from "../../src/core/whatIf/operations.js";
import type { Reading } from "../breakdown/analysis.js";
import { createChange } from "../breakdown/deltaTable.js";
import { element, hidden, setAttribute } from "../ui/dom.js";
import { SO_FAR } from "./columns.js";

export interface MatrixContent {
  /** As shown now. */
  readonly now: readonly Reading[];
  /** The scores of a column by score id; undefined until they are computed. */
  values(column: string): ReadonlyMap<string, number | null> | undefined;
  readonly isEdited: boolean;
}

/** What every score makes of every operation. */
export function createMatrix(apply: (operation: Operation) => void) {
  const body = element("tbody");
  const soFarHead = element("th", { scope: "col", class: "matrix-head", hidden: "" }, "So far");
  const table = element(
    "table",
    { class: "matrix", "data-testid": "what-if-matrix" },
    element("caption", { class: "visually-hidden" }, "Change of each score under each operation"),
    element(
      "thead",
      {},
      element(
        "tr",
        {},
        element("th", { scope: "col" }, "Score"),
        soFarHead,
        ...operations.map((one) => head(one, apply)),
      ),
    ),
    body,
  );
  const rows = new Map<string, MatrixRow>();
  return {
    element: element(
      "div",
      { class: "matrix-scroll", tabindex: "0", role: "group", "aria-label": "Matrix of operations and scores" },
      table,
    ),
    show({ now, values, isEdited }: MatrixContent) {
      soFarHead.hidden = !isEdited;
      const columns = [SO_FAR, ...operations.map(({ id }) => id)].map((id) => ({ id, values: values(id) }));
      const shown = now.map((reading) => {
        const { score } = reading;
        const row = rows.get(score.id) ?? createRow(score);
        rows.set(score.id, row);
        row.show(reading, columns, isEdited);
        return row.element;
      });
      if (shown.length !== body.children.length || shown.some((row, i) => row !== body.children[i]))
        body.replaceChildren(...shown);
    },
  };
}

function head(operation: Operation, apply: (operation: Operation) => void): HTMLElement {
  const button = element(
    "button",
    {
      type: "button",
      class: "matrix-button",
      title: `${operation.title}: ${operation.definition}`,
      "aria-label": `Apply: ${operation.title}`,
      "data-testid": `what-if-${operation.id}`,
    },
    operation.short,
  );
  button.addEventListener("click", () => apply(operation));
  return element("th", { scope: "col", class: "matrix-head" }, button);
}

type MatrixRow = ReturnType<typeof createRow>;

function createRow(score: Score) {
  const cells = [SO_FAR, ...operations.map(({ id }) => id)].map((column) => {
    const change = createChange(`what-if-${column}-${score.id}`, short);
    return { column, change, root: element("td", {}, change.element) };
  });
  const root = element(
    "tr",
    {},
    element("th", { scope: "row", title: score.title }, score.title, hidden(`, ${score.better} is better`)),
    ...cells.map((cell) => cell.root),
  );
  return {
    element: root,
    show(
      { value: now, unread }: Reading,
      columns: ReadonlyArray<{ readonly values: ReadonlyMap<string, number | null> | undefined }>,
      isEdited: boolean,
    ) {
      for (const [i, { column, change, root: cell }] of cells.entries()) {
        const { values } = columns[i];
        if (column === SO_FAR) cell.hidden = !isEdited;
        setAttribute(cell, "data-pending", values && !unread ? null : "");
        const other = values && !unread ? (values.get(score.id) ?? null) : now;
        // What is shown came out of the file by the edits, not the file out of it.
        if (column === SO_FAR) change.show(score, other, now);
        else change.show(score, now, other);
      }
    },
  };
}

/** A change in three figures at most, for cells that are narrow. */
function short(change: number): string {
  const size = Math.abs(change);
  const figures =
    size >= 100
      ? size.toFixed(0)
      : size >= 1
        ? size.toPrecision(3)
        : size < 0.0005
          ? "<.001"
          : size.toFixed(3).slice(1);
  return `${change < 0 ? "−" : "+"}${figures}`;
}
