import assert from "node:assert/strict";
import { rowsAsCsv } from "../../../../webview/table/csv.js";
import { gridCommand } from "../../../../webview/table/gridKeys.js";
import {
  extendTo,
  noSelection,
  selectAll,
  selectOnly,
  shownRows,
  toggleRow,
} from "../../../../webview/table/selection.js";

const order = Uint32Array.of(4, 2, 0, 3, 1);

describe("a selection", () => {
  it("extends from its anchor in the order shown, either way", () => {
    const from = selectOnly(0);
    assert.deepEqual([...extendTo(from, 1, order).rows], [0, 3, 1]);
    const back = extendTo(extendTo(from, 1, order), 4, order);
    assert.deepEqual([[...back.rows], back.anchor, back.active], [[4, 2, 0], 0, 4]);
  });

  it("begins anew where its anchor is filtered away", () => {
    assert.deepEqual([...extendTo(selectOnly(7), 2, order).rows], [2]);
    assert.deepEqual([...extendTo(noSelection, 3, order).rows], [3]);
  });

  it("adds and takes single rows", () => {
    const two = toggleRow(selectOnly(4), 1);
    assert.deepEqual([...two.rows], [4, 1]);
    assert.deepEqual([...toggleRow(two, 4).rows], [1]);
  });

  it("is given out in the order shown, without what a filter hides", () => {
    assert.deepEqual([...shownRows({ ...noSelection, rows: new Set([1, 9, 4]) }, order)], [4, 1]);
    assert.equal(selectAll(noSelection, order).rows.size, 5);
  });
});

describe("rowsAsCsv", () => {
  it("has full precision, quotes names, and nothing for what is undefined", () => {
    const columns = [{ id: "iou", values: Float64Array.of(1 / 3, Number.NaN) }];
    assert.equal(
      rowsAsCsv(Uint32Array.of(1, 0), ["a", 'b,"x"'], columns),
      'name,iou\n"b,""x""",\na,0.3333333333333333\n',
    );
  });
});

describe("keys of the table", () => {
  const shape = { columns: 3, page: 10, isFirst: false };
  const body = { inHead: false, column: 0 };
  const head = { inHead: true, column: 0 };
  const press = (key: string, more: Partial<Record<"shiftKey" | "altKey" | "command", boolean>> = {}) => ({
    key,
    shiftKey: false,
    altKey: false,
    command: false,
    ...more,
  });

  it("walk rows, extend with Shift, and go from the first row to the headings", () => {
    assert.deepEqual(gridCommand(press("ArrowDown", { shiftKey: true }), body, shape), {
      do: "move",
      by: 1,
      extend: true,
    });
    assert.deepEqual(gridCommand(press("PageUp"), body, shape), { do: "move", by: -10, extend: false });
    assert.deepEqual(gridCommand(press("ArrowUp"), body, { ...shape, isFirst: true }), { do: "cursor", cursor: head });
    assert.deepEqual(gridCommand(press("ArrowDown"), head, shape), { do: "cursor", cursor: body });
  });

  it("walk columns, no further than the name and the last", () => {
    assert.deepEqual(gridCommand(press("ArrowLeft"), body, shape), { do: "cursor", cursor: { ...body, column: -1 } });
    assert.equal(gridCommand(press("ArrowLeft"), { ...body, column: -1 }, shape), null);
    assert.equal(gridCommand(press("ArrowRight"), { ...body, column: 2 }, shape), null);
  });

  it("sort, move, hide and open the menu of a heading", () => {
    assert.deepEqual(gridCommand(press("Enter", { shiftKey: true }), head, shape), { do: "sort", add: true });
    assert.deepEqual(gridCommand(press("ArrowRight", { altKey: true }), head, shape), { do: "moveColumn", by: 1 });
    assert.deepEqual(gridCommand(press("Delete"), head, shape), { do: "hide" });
    assert.deepEqual(gridCommand(press("ArrowDown", { altKey: true }), head, shape), { do: "menu" });
    assert.deepEqual(gridCommand(press("F10", { shiftKey: true }), head, shape), { do: "menu" });
  });

  it("leave other keys to VS Code", () => {
    assert.equal(gridCommand(press("p", { command: true }), body, shape), null);
    assert.equal(gridCommand(press("ArrowLeft", { altKey: true }), body, shape), null);
    assert.equal(gridCommand(press("x"), body, shape), null);
  });
});
