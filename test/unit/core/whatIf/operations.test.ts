import assert from "node:assert/strict";
import { applyEdits } from "../../../../src/core/whatIf/edits.js";
import { operations } from "../../../../src/core/whatIf/operations.js";
import { pairOf } from "../support.js";

/** The samples of a 3 x 3 prediction after the operation of an id, at threshold .5; a row a string. */
function edited(id: string, ...rows: readonly string[]): string[] {
  const samples = [...rows.join("")].map(Number);
  const { truth, prediction } = pairOf(
    rows[0].length,
    samples.map(() => 0),
    samples,
    9,
  );
  const change = operations.find((operation) => operation.id === id)?.change(0.5);
  assert.ok(change && "edit" in change, id);
  const cells = Array.from(applyEdits(truth, prediction, [change.edit]).samples).join("");
  return rows.map((row, y) => cells.slice(y * row.length, (y + 1) * row.length));
}

describe("what can be tried on a prediction", () => {
  it("moves as the name says", () => {
    assert.deepEqual(edited("left", "000", "080", "000"), ["000", "800", "000"]);
    assert.deepEqual(edited("right", "000", "080", "000"), ["000", "008", "000"]);
    assert.deepEqual(edited("up", "000", "080", "000"), ["080", "000", "000"]);
    assert.deepEqual(edited("down", "000", "080", "000"), ["000", "000", "080"]);
  });

  it("changes shapes as the name says", () => {
    assert.deepEqual(edited("erode", "5678", "5678", "5678"), ["5567", "5567", "5567"]);
    assert.deepEqual(edited("dilate", "5678", "5678", "5678"), ["6788", "6788", "6788"]);
    assert.deepEqual(edited("fillHoles", "777", "717", "757"), ["777", "757", "757"]);
    assert.deepEqual(edited("dropSpecks", "11111", "17811", "11111"), ["11111", "11111", "11111"]);
    assert.deepEqual(edited("binarise", "049", "549", "999"), ["009", "909", "999"]);
  });

  it("moves the threshold by a tenth, between 0 and 1, without the dust of binary fractions", () => {
    const at = (id: string, threshold: number) => operations.find((one) => one.id === id)?.change(threshold);
    assert.deepEqual(at("lower", 0.5), { threshold: 0.4 });
    assert.deepEqual(at("higher", 0.2), { threshold: 0.3 });
    assert.deepEqual(at("lower", 0.05), { threshold: 0 });
    assert.deepEqual(at("higher", 0.95), { threshold: 1 });
  });

  it("names each once", () => {
    assert.equal(new Set(operations.map(({ id }) => id)).size, operations.length);
    assert.equal(operations.length, 11);
  });
});
