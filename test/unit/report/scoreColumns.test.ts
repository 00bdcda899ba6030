import assert from "node:assert/strict";
import { scoreColumns } from "../../../src/report/scoreColumns.js";

describe("scoreColumns", () => {
  it("has a column a score, in the order of the pairs, with gaps where it is undefined", () => {
    const pairs = [{ scores: { iou: 0.5, hd95: null } }, { scores: { iou: 1, hd95: 3 } }];
    const columns = scoreColumns(pairs, ["iou", "dice", "hd95"]);
    assert.deepEqual([...columns.keys()], ["iou", "hd95"]);
    assert.deepEqual(columns.get("iou"), Float64Array.of(0.5, 1));
    assert.deepEqual(columns.get("hd95"), Float64Array.of(Number.NaN, 3));
  });

  it("passes over pairs of another kind, which are no gaps", () => {
    const columns = scoreColumns(
      [{ scores: { iou: 0.5 } }, { scores: { miou: 0.1 } }, { scores: { iou: 0.7 } }],
      ["iou", "miou"],
    );
    assert.deepEqual([...columns.values()], [Float64Array.of(0.5, 0.7), Float64Array.of(0.1)]);
  });
});
