import assert from "node:assert/strict";
import { defaultSettings } from "../../../src/core/settings.js";
import { Run } from "../../../src/extension/run.js";
import { summarise } from "../../../src/report/summary.js";
import { folderTree, planOf, scoredRow } from "./fixtures.js";

const folders = { predictions: "/pred", truth: "/gt" };

describe("Run", () => {
  const { root, remove } = folderTree([]);
  after(remove);
  const rows = [
    scoredRow(root, "a", [255, 200, 30, 0]),
    scoredRow(root, "b", [0, 0, 255, 255]),
    scoredRow(root, "c", [255, 255, 0, 0]),
  ];
  const [a, b, c] = rows;
  assert.ok(a && b && c);

  it("reports rows in the order of the jobs, with the same sums, however they arrive", () => {
    const run = new Run(folders, defaultSettings, planOf(["a", "b", "c"]));
    run.add(c, 2);
    run.add(a, 0);
    assert.deepEqual(
      run.report().rows.map(({ name }) => name),
      ["a"],
    );
    run.add(b, 1);
    const report = run.report();
    assert.deepEqual(
      report.rows.map(({ name }) => name),
      ["a", "b", "c"],
    );
    assert.deepEqual(report.summary, summarise(rows, defaultSettings));
    assert.ok(report.rows.every((row) => !("evidence" in row)));
  });

  it("keeps pairs and failures apart, and counts both as done", () => {
    const run = new Run(folders, defaultSettings, planOf(["a", "b"]));
    run.add(a, 0);
    run.add({ status: "failed", name: "b", file: "/pred/b.png", reason: "Why.", remedy: "Do." }, 1);
    assert.deepEqual([run.pairs.length, run.failures.length, run.done, run.total], [1, 1, 2, 2]);
    assert.deepEqual(run.pairs[0]?.truthArea, { pixels: 2, counted: 4 });
    assert.equal(run.report().failures.length, 1);
  });

  it("shows files without a partner as failures that say what is missing", () => {
    const plan = planOf([], { predictions: ["city/p.png"], truth: ["t.npy"] });
    const { failures } = new Run(folders, defaultSettings, plan);
    assert.deepEqual(
      failures.map(({ name, file, missing }) => ({ name, file, missing })),
      [
        { name: "p", file: "/pred/city/p.png", missing: "truth" },
        { name: "t", file: "/gt/t.npy", missing: "prediction" },
      ],
    );
    for (const { remedy } of failures) assert.match(remedy, /gt|pred/);
  });
});
