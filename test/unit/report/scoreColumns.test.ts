import assert from "node:assert/strict";
import { arrayColumns, type Columns, scoreColumns } from "../../../src/report/scoreColumns.js";

/** What is visited of each column asked for. */
function visited({ visit }: Columns, columns: readonly number[]): number[][] {
  const values = columns.map((): number[] => []);
  visit(columns, (place, value) => values[place].push(value));
  return values;
}

describe("columns of scores", () => {
  it("are in the order of the pairs, with gaps where a score is undefined", () => {
    const pairs = [{ scores: { iou: 0.5, hd95: null } }, { scores: { iou: 1, hd95: 3 } }];
    const columns = scoreColumns(pairs, ["iou", "dice", "hd95"]);
    assert.equal(columns.count, 3);
    assert.deepEqual(visited(columns, [0, 1, 2]), [[0.5, 1], [], [Number.NaN, 3]]);
    assert.deepEqual(visited(columns, [2, 0]), [
      [Number.NaN, 3],
      [0.5, 1],
    ]);
  });

  it("pass over pairs of another kind, which are no gaps", () => {
    const pairs = [{ scores: { iou: 0.5 } }, { scores: { miou: 0.1 } }, { scores: { iou: 0.7 } }];
    assert.deepEqual(visited(scoreColumns(pairs, ["iou", "miou"]), [0, 1]), [[0.5, 0.7], [0.1]]);
  });

  it("are those of arrays, too", () => {
    const columns = arrayColumns([Float64Array.of(1, 2), Float64Array.of(), Float64Array.of(Number.NaN)]);
    assert.equal(columns.count, 3);
    assert.deepEqual(visited(columns, [2, 0]), [[Number.NaN], [1, 2]]);
  });
});
