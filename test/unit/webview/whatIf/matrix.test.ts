import assert from "node:assert/strict";
import { columnsPerTable } from "../../../../webview/whatIf/matrix.js";

describe("the tables of the what-if matrix", () => {
  it("are as few as fit, and about as wide as each other", () => {
    assert.equal(columnsPerTable(725, 12), 12);
    assert.equal(columnsPerTable(382, 12), 4);
    assert.equal(columnsPerTable(290, 12), 3);
    assert.equal(columnsPerTable(170, 12), 1);
    assert.equal(columnsPerTable(40, 12), 1);
  });
});
