import { type Operation, operations } from "../../src/core/whatIf/operations.js";
import { element } from "../ui/dom.js";
import { createMatrixTable, type MatrixContent, type MatrixTable } from "./matrixTable.js";

/** What fits beside each other, CSS pixels: a name that can be told from others, and a change. As in the style sheet. */
const NAME = 120;
const CELL = 50;

/** What was done so far comes last, once there is something. */
const columns = [...operations, null];

/** How many columns each table has, so that none is wider than the page and all are about as wide. */
export function columnsPerTable(width: number, count: number): number {
  const most = Math.max(1, Math.floor((width - NAME) / CELL));
  return Math.ceil(count / Math.ceil(count / most));
}

/** What every score makes of every operation: one table where it fits, else several below each other. */
export function createMatrix(apply: (operation: Operation) => void) {
  const root = element("div", {
    class: "matrix-tables",
    role: "group",
    "aria-label": "Matrix of operations and scores",
    "data-testid": "what-if-matrix",
  });
  let tables: readonly MatrixTable[] = [];
  let per = 0;
  let shown: MatrixContent | null = null;

  const draw = () => {
    if (shown) for (const table of tables) table.show(shown);
  };

  new ResizeObserver(([{ contentRect }]) => {
    const wanted = columnsPerTable(contentRect.width, columns.length);
    if (wanted === per || contentRect.width === 0) return;
    per = wanted;
    tables = Array.from({ length: Math.ceil(columns.length / per) }, (_, i) =>
      createMatrixTable(columns.slice(i * per, (i + 1) * per), apply),
    );
    root.replaceChildren(...tables.map((table) => table.element));
    draw();
  }).observe(root);

  return {
    element: root,
    show(content: MatrixContent) {
      shown = content;
      draw();
    },
  };
}
