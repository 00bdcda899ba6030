import assert from "node:assert/strict";
import { columnsPerTable } from "../../../../webview/whatIf/matrix.js";
import { short } from "../../../../webview/whatIf/matrixTable.js";

describe("the tables of the what-if matrix", () => {
  it("are as few as fit, and about as wide as each other", () => {
    assert.equal(columnsPerTable(725, 12), 12);
    assert.equal(columnsPerTable(382, 12), 4);
    assert.equal(columnsPerTable(290, 12), 3);
    assert.equal(columnsPerTable(170, 12), 1);
    assert.equal(columnsPerTable(40, 12), 1);
  });

  it("show a change in three figures, and never one as none", () => {
    const shown = [0.1234, -0.0005, 0.00049, -1e-9, 1.239, -41.97, 123.4].map(short);
    assert.deepEqual(shown, ["+.123", "−.001", "<.001", "<.001", "+1.24", "−42.0", "+123"]);
  });
});
