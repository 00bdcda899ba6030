import type { Score } from "../../src/core/score.js";
import type { Operation } from "../../src/core/whatIf/operations.js";
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

export interface MatrixTable {
  readonly element: HTMLElement;
  show(content: MatrixContent): void;
}

const idOf = (column: Operation | null): string => column?.id ?? SO_FAR;

/** Some operations against all scores. @param columns null: what was done so far, which is hidden until then. */
export function createMatrixTable(
  columns: ReadonlyArray<Operation | null>,
  apply: (operation: Operation) => void,
): MatrixTable {
  const body = element("tbody");
  const heads = columns.map((column) =>
    column ? head(column, apply) : element("th", { scope: "col", class: "matrix-head" }, "So far"),
  );
  const table = element(
    "table",
    { class: "matrix" },
    element("caption", { class: "visually-hidden" }, "Change of each score under each operation"),
    element("thead", {}, element("tr", {}, element("th", { scope: "col" }, "Score"), ...heads)),
    body,
  );
  const rows = new Map<string, MatrixRow>();
  return {
    element: table,
    show({ now, values, isEdited }) {
      for (const [i, column] of columns.entries()) heads[i].hidden = column === null && !isEdited;
      const answers = columns.map((column) => values(idOf(column)));
      const shown = now.map((reading) => {
        const { score } = reading;
        const row = rows.get(score.id) ?? createRow(score, columns);
        rows.set(score.id, row);
        row.show(reading, answers, isEdited);
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

function createRow(score: Score, columns: ReadonlyArray<Operation | null>) {
  const cells = columns.map((column) => {
    const change = createChange(`what-if-${idOf(column)}-${score.id}`, short);
    return { isSoFar: column === null, change, root: element("td", {}, change.element) };
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
      answers: ReadonlyArray<ReadonlyMap<string, number | null> | undefined>,
      isEdited: boolean,
    ) {
      for (const [i, { isSoFar, change, root: cell }] of cells.entries()) {
        const values = answers[i];
        if (isSoFar) cell.hidden = !isEdited;
        setAttribute(cell, "data-pending", values && !unread ? null : "");
        const other = values && !unread ? (values.get(score.id) ?? null) : now;
        // What is shown came out of the file by the edits, not the file out of it.
        if (isSoFar) change.show(score, other, now);
        else change.show(score, now, other);
      }
    },
  };
}

/** A change in three figures at most, for cells that are narrow; of one that rounds to 0, only that it is less. */
export function short(change: number): string {
  const size = Math.abs(change);
  if (size < 0.0005) return "<.001";
  const figures = size >= 100 ? size.toFixed(0) : size >= 1 ? size.toPrecision(3) : size.toFixed(3).replace(/^0/, "");
  return `${change < 0 ? "−" : "+"}${figures}`;
}
