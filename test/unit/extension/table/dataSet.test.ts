import assert from "node:assert/strict";
import { defaultSettings } from "../../../../src/core/settings.js";
import { Run } from "../../../../src/extension/run.js";
import { cellColumn, meansOfColumns, totalsOf } from "../../../../src/extension/table/dataSet.js";
import { columnOf, tableRows } from "../../../../src/extension/table/tableRows.js";
import { summarise } from "../../../../src/report/summary.js";
import { inlineScorer } from "../../../../src/scoring/inline.js";
import { folderTree, pairRow, planOf, scoredRow } from "../fixtures.js";

describe("the data set in the table", () => {
  const { root, remove } = folderTree([]);
  after(remove);
  const scored = [
    scoredRow(root, "a", [255, 200, 30, 0]),
    scoredRow(root, "b", [0, 0, 255, 255]),
    scoredRow(root, "c", [0, 0, 0, 0]),
  ];
  const run = new Run({ predictions: "/pred", truth: "/gt" }, defaultSettings, planOf(["a", "b", "c"]));
  for (const [i, row] of scored.entries()) run.add(row, i);
  const ids = ["iou", "dice", "precision", "hd95"];

  it("has the means, intervals and micro scores of the report", async () => {
    const rows = tableRows(run);
    const columns = { values: ids.map((id) => columnOf(rows, id)), asScored: [], lacking: [] };
    const means = await meansOfColumns(inlineScorer, { run, rows }, ids, columns, null);
    const { macro, micro } = summarise(scored, defaultSettings);
    for (const [i, id] of ids.entries()) assert.deepEqual(means[i], { ...macro[id], micro: micro[id] ?? null }, id);
  });

  it("has micro scores of other settings, but for what those do not reach", async () => {
    const rows = tableRows(run);
    const columns = { values: ids.map((id) => columnOf(rows, id)), asScored: ["hd95"], lacking: [] };
    const dials = { threshold: 0.05, preset: "default" as const, overrides: {} };
    const means = await meansOfColumns(inlineScorer, { run, rows }, ids, columns, dials);
    const { micro } = summarise(scored, { ...defaultSettings, threshold: 0.05 });
    assert.equal(means[0]?.micro, micro.iou);
    assert.equal(means[3]?.micro, summarise(scored, defaultSettings).micro.hd95 ?? null);
  });

  it("does not count pairs of another kind as gaps of a score", async () => {
    const mixed = new Run({ predictions: "/pred", truth: "/gt" }, defaultSettings, planOf(["a", "b"]));
    mixed.add(scored[0], 0);
    mixed.pairs.push({ ...pairRow(1, "b", { miou: 0.5 }), kind: "labels" });
    const rows = tableRows(mixed);
    const [iou] = await meansOfColumns(
      inlineScorer,
      { run: mixed, rows },
      ["iou"],
      { values: [columnOf(rows, "iou")], asScored: [], lacking: [] },
      null,
    );
    assert.deepEqual([iou?.n, iou?.excluded], [1, 0]);
  });

  it("has the tally of all pixels together", () => {
    const { tally, labels } = totalsOf(run);
    const sum = (values: Float64Array | undefined) => values?.reduce((all, value) => all + value, 0);
    assert.deepEqual([sum(tally?.positives), sum(tally?.negatives), labels], [6, 6, null]);
  });

  it("finds the pixels of a confusion in every pair, whatever classes it has", () => {
    const classes = (...list: number[]) => list.map((id) => ({ id }));
    const rows = [
      {
        ...pairRow(0, "a", {}),
        kind: "labels" as const,
        classes: classes(0, 7),
        confusion: [
          [5, 1],
          [2, 3],
        ],
      },
      {
        ...pairRow(1, "b", {}),
        kind: "labels" as const,
        classes: classes(0, 1),
        confusion: [
          [5, 1],
          [2, 3],
        ],
      },
      pairRow(2, "c", {}),
    ];
    assert.deepEqual([...cellColumn(rows, { truth: 7, predicted: 0 })], [2, 0, Number.NaN]);
  });
});
