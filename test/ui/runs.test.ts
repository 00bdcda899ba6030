import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { root } from "../workbench/paths.js";
import { copySample, INSPECTOR, SAMPLE } from "../workbench/sample.js";
import { Workbench } from "../workbench/workbench.js";
import { eventually, nameOf } from "./support.js";

describe("runs", () => {
  let workbench: Workbench;
  let sample: Awaited<ReturnType<typeof copySample>>;

  before(async () => {
    sample = await copySample();
    workbench = await Workbench.open({ folder: sample.folder, extension: root, theme: "dark" });
  });
  after(async () => {
    await workbench?.close();
    await sample?.remove();
  });

  const names = async () => (await workbench.treeRows("Runs")).map((row) => row.split(" ")[0]);
  const choose = (run: string, entry: string) => workbench.treeMenu("Runs", run, entry);
  const ranked = async () => (await workbench.treeRows("Ranking")).length;

  it("are listed as folders are scored, latest first, with mean and count", async () => {
    await workbench.contextMenu(SAMPLE.predictions, "Score Masks Against Ground Truth…");
    await workbench.pickQuick("gt");
    await workbench.frame(INSPECTOR);
    await workbench.openActivity("Explorer");
    await workbench.contextMenu(SAMPLE.better, "Score Masks Against Ground Truth…");
    await workbench.pickQuick("gt");
    await eventually(async () => {
      const rows = await workbench.treeRows("Runs");
      assert.equal(rows.length, 2);
      for (const [i, name] of ["unet-v2", "unet-v1"].entries())
        assert.match(rows[i] ?? "", new RegExp(`^${name} 0\\.\\d{4} · 12 · \\d\\d:\\d\\d$`));
    });
  });

  it("open by a click, and are shown again after the window is reloaded", async () => {
    const worst = async () => (await workbench.treeRows("Ranking"))[0]?.split(" ")[0];
    await eventually(async () => assert.equal(await worst(), "farmland-empty-truth"));
    await workbench.treeRow("Runs", "unet-v1").click();
    await eventually(async () => assert.equal(await worst(), "cloud-threshold"));
    const before = await workbench.treeRows("Ranking");
    await workbench.reload();
    await workbench.openActivity("Mask Inspector");
    await eventually(async () => assert.deepEqual(await workbench.treeRows("Ranking"), before));
    await eventually(async () =>
      assert.match((await workbench.treeRow("Runs", "unet-v1").first().getAttribute("aria-label")) ?? "", /, open,/),
    );
  });

  it("are renamed, scored again and deleted by their menu", async () => {
    await choose("unet-v1", "Rename Run…");
    await workbench.quickInputType("baseline");
    await eventually(async () => assert.deepEqual(await names(), ["unet-v2", "baseline"]));
    await choose("baseline", "Score Run Again");
    await eventually(async () => assert.deepEqual(await names(), ["baseline", "unet-v2", "baseline"]));
    await choose("unet-v2", "Delete Run…");
    assert.match(await workbench.dialog("Delete"), /12 pairs/);
    await eventually(async () => assert.deepEqual(await names(), ["baseline", "baseline"]));
  });

  it("come from scores that the command line wrote for files of another place", async () => {
    const far = join(sample.folder, "..", "elsewhere");
    await mkdir(join(far, "pred"), { recursive: true });
    await mkdir(join(far, "gt"), { recursive: true });
    for (const name of ["leaf-perfect", "cells-merged"]) {
      await copyFile(join(sample.folder, SAMPLE.predictions, `${name}.png`), join(far, "pred", `${name}.png`));
      await copyFile(join(sample.folder, SAMPLE.truth, `${name}.png`), join(far, "gt", `${name}.png`));
    }
    const scores = join(sample.folder, "cluster.json");
    spawnSync(process.execPath, [
      join(root, "dist/cli.js"),
      "score",
      join(far, "pred"),
      join(far, "gt"),
      "--json",
      scores,
    ]);
    const text = (await readFile(scores, "utf8")).replaceAll(join(far, "pred"), "/scratch/job7/pred/unet-v1");
    await writeFile(scores, text.replaceAll(far, "/scratch/job7"));
    await workbench.openActivity("Explorer");
    await workbench.contextMenu("cluster.json", "Open Scores File…");
    assert.match(await workbench.notification("masks were found"), /2 pairs opened.*pred\/unet-v1/);
    await eventually(async () => assert.deepEqual((await names())[0], "cluster"));
    await eventually(async () => assert.equal(await ranked(), 2));
    const inspector = await workbench.frame(INSPECTOR);
    await eventually(async () => assert.equal(await nameOf(inspector), "cells-merged"));
  });

  it("say what is wrong with a file that holds no scores", async () => {
    await writeFile(join(sample.folder, "other.json"), "{}");
    await workbench.openActivity("Explorer");
    await workbench.contextMenu("other.json", "Open Scores File…");
    assert.match(await workbench.notification("no file of scores"), /mask-inspector score --json/);
  });
});
