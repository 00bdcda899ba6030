import assert from "node:assert/strict";
import { defaultSettings, type Settings } from "../../../../src/core/settings.js";
import { Run } from "../../../../src/extension/run.js";
import { byRow, columnOf, reachOf, tableRows, tableRun } from "../../../../src/extension/table/tableRows.js";
import { pairRow, planOf } from "../fixtures.js";

const run = () => {
  const made = new Run({ predictions: "/pred", truth: "/gt" }, defaultSettings, planOf(["a", "b", "c"]));
  const { truthArea: _, ...row } = pairRow(2, "c", { miou: 0.7 });
  const labels = { ...row, kind: "labels" as const };
  made.pairs.push(labels, pairRow(0, "a", { iou: 0.5, hd95: null }), pairRow(1, "b", { iou: null, hd95: 3 }));
  return made;
};

describe("rows of the table", () => {
  it("are in the order of the names, whichever pair was scored first", () => {
    const rows = tableRows(run());
    const table = tableRun(run(), rows, {
      revision: 3,
      rankBy: "iou",
      canTurn: true,
      predictions: "pred",
      truth: "gt",
    });
    assert.deepEqual(table.names, ["a", "b", "c"]);
    assert.deepEqual([...table.area], [2, 2, Number.NaN]);
    assert.deepEqual([...table.kinds], [0, 0, 1]);
    assert.deepEqual(new Set(table.scores), new Set(["iou", "hd95", "miou"]));
    assert.deepEqual([...columnOf(rows, "iou")], [0.5, Number.NaN, Number.NaN]);
  });

  it("take evaluated values by index, and keep those of maps that have no tally", () => {
    assert.deepEqual([...byRow(tableRows(run()), "miou", Float64Array.of(0.1, 0.2, Number.NaN))], [0.1, 0.2, 0.7]);
  });
});

describe("reachOf", () => {
  const turned = (change: Partial<Settings>) => (id: string) =>
    reachOf(id, defaultSettings, { ...defaultSettings, ...change });

  it("knows which scores a threshold turns, and which would need the pixels", () => {
    const at = turned({ threshold: 0.3 });
    assert.deepEqual(["bce", "iou", "pq", "hd95"].map(at), ["same", "tallies", "pixels", "pixels"]);
  });

  it("knows what a parameter turns", () => {
    const at = turned({ overrides: { focal: { gamma: 1 }, weighted_bce: { kernel: 9 }, pq: { iou: 0.7 } } });
    assert.deepEqual(["focal", "bce", "weighted_bce", "pq"].map(at), ["tallies", "same", "pixels", "tallies"]);
  });

  it("takes a library for other values, even where its parameters are the same", () => {
    const at = turned({ preset: "smp" });
    assert.deepEqual(["iou", "hd95"].map(at), ["tallies", "pixels"]);
  });
});
