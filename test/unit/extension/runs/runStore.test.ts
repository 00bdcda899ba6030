import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { defaultSettings } from "../../../../src/core/settings.js";
import { Run } from "../../../../src/extension/run.js";
import { RunStore } from "../../../../src/extension/runs/runStore.js";
import { folderTree, planOf, scoredRow } from "../fixtures.js";

describe("RunStore", () => {
  const { root, remove } = folderTree([]);
  after(remove);
  const rows = [scoredRow(root, "a", [255, 200, 30, 0]), scoredRow(root, "b", [0, 0, 0, 0])];
  let folders = 0;
  const freshFolder = () => join(root, `store-${folders++}`);

  const finishedRun = (facts = {}) => {
    const plan = planOf(["a", "b", "c"], { predictions: ["lonely.png"], truth: [] });
    const run = new Run({ predictions: "/pred", truth: "/gt" }, defaultSettings, plan, facts);
    for (const [i, row] of rows.entries()) run.add(row, i);
    run.add({ status: "failed", name: "c", file: "/pred/c.png", reason: "Torn.", remedy: "Write it again." }, 2);
    run.state = "finished";
    return run;
  };

  it("gives back what it was given: rows, failures, and a report with the same sums", async () => {
    const store = new RunStore(freshFolder());
    const run = finishedRun({ seconds: 2 });
    await store.save(run);
    const [head] = await store.list();
    assert.ok(head);
    assert.deepEqual([head.name, head.kinds, head.failures, head.seconds], ["pred", { binary: 2 }, 2, 2]);
    assert.equal(head.means.iou, run.report().summary.macro.iou?.mean);
    const restored = await store.load(head);
    assert.deepEqual(restored.pairs, run.pairs);
    assert.deepEqual(restored.plan.jobs, run.plan.jobs);
    assert.deepEqual(restored.failures, run.failures);
    assert.deepEqual(restored.report(), run.report());
    assert.deepEqual(
      [restored.facts, restored.folders, restored.settings, restored.state],
      [run.facts, run.folders, run.settings, "finished"],
    );
  });

  it("lists the latest first, renames and deletes", async () => {
    const folder = freshFolder();
    const store = new RunStore(folder);
    await store.save(finishedRun({ name: "old", startedAt: 1 }));
    const { id } = await store.save(finishedRun({ name: "new", startedAt: 2 }));
    const names = async () => (await store.list()).map(({ name }) => name);
    assert.deepEqual(await names(), ["new", "old"]);
    const [, old] = await store.list();
    assert.ok(old);
    await store.rename(old, "older");
    assert.deepEqual(await names(), ["new", "older"]);
    await store.delete(id);
    assert.deepEqual(await names(), ["older"]);
    assert.ok(readdirSync(folder).every((file) => !file.startsWith(id)));
  });

  it("forgets the oldest beyond sixty", async () => {
    const store = new RunStore(freshFolder());
    for (let i = 0; i < 62; i++) await store.save(finishedRun({ name: `run ${i}`, startedAt: i }));
    const kept = await store.list();
    assert.equal(kept.length, 60);
    assert.deepEqual([kept[0]?.name, kept.at(-1)?.name], ["run 61", "run 2"]);
  });

  it("forgets tallies of older runs when all are too large together, but no run", async () => {
    const store = new RunStore(freshFolder(), 250);
    await store.prepare();
    const ids: string[] = [];
    for (let i = 0; i < 4; i++) {
      const run = finishedRun({ startedAt: i });
      ids.push(run.facts.id);
      writeFileSync(store.file(run.facts.id, "evidence"), Buffer.alloc(100));
      await store.save(run);
    }
    assert.deepEqual(
      ids.map((id) => existsSync(store.file(id, "evidence"))),
      [false, false, true, true],
    );
    assert.equal((await store.list()).length, 4);
  });

  it("passes over damaged heads, and says which rows are damaged", async () => {
    const folder = freshFolder();
    const store = new RunStore(folder);
    const [whole, torn] = [await store.save(finishedRun()), await store.save(finishedRun({ name: "torn" }))];
    const text = readFileSync(store.file(whole.id, "json"), "utf8");
    writeFileSync(join(folder, "damaged.json"), text.slice(0, 80));
    writeFileSync(join(folder, "another.json"), text);
    writeFileSync(join(folder, "future.json"), text.replace('"version":1', '"version":99').replace(whole.id, "future"));
    assert.equal((await store.list()).length, 2);
    truncateSync(store.file(torn.id, "rows"), 200);
    await assert.rejects(store.load(torn));
    assert.equal((await store.load(whole)).pairs.length, 2);
  });

  it("is empty where nothing was kept, and clears away what was left half-written long ago", async () => {
    const folder = freshFolder();
    const store = new RunStore(folder);
    assert.deepEqual(await store.list(), []);
    mkdirSync(folder);
    for (const name of ["old.rows.part", "new.rows.part"]) writeFileSync(join(folder, name), "");
    utimesSync(join(folder, "old.rows.part"), 0, 0);
    await store.clean(Date.now());
    assert.deepEqual(readdirSync(folder), ["new.rows.part"]);
  });
});
