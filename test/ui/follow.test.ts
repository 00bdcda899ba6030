import assert from "node:assert/strict";
import { appendFile, copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Frame, Locator } from "playwright-core";
import { root } from "../workbench/paths.js";
import { copySample, FOLLOWED, INSPECTOR, SAMPLE } from "../workbench/sample.js";
import { Workbench } from "../workbench/workbench.js";
import { cliPairs, eventually, nameOf, part } from "./support.js";

const textOf = async (locator: Locator) => ((await locator.textContent()) ?? "").trim();

describe("following a folder", () => {
  let workbench: Workbench;
  let sample: Awaited<ReturnType<typeof copySample>>;
  let page: Frame;
  /** The IoU that the command line finds, by name, of each model. */
  let plain: Record<"v1" | "v2", Map<string, number | null | undefined>>;

  const live = (...path: string[]) => join(sample.folder, "pred/live", ...path);
  const masks = { v1: SAMPLE.predictions, v2: SAMPLE.better };
  const from = (model: "v1" | "v2", name: string) => join(sample.folder, masks[model], `${name}.png`);

  before(async () => {
    sample = await copySample();
    const truth = join(sample.folder, SAMPLE.truth);
    const of = (model: "v1" | "v2") =>
      new Map(cliPairs(join(sample.folder, masks[model]), truth).map(({ name, scores }) => [name, scores.iou]));
    plain = { v1: of("v1"), v2: of("v2") };
    await mkdir(live());
    await copyFile(from("v1", "polyp-hole"), live("polyp-hole.png"));
    workbench = await Workbench.open({ folder: sample.folder, extension: root, theme: "dark" });
  });
  after(async () => {
    await workbench?.close();
    await sample?.remove();
  });

  const status = () => workbench.page.locator('.statusbar-item[id*="maskInspector.follow"]');
  const rows = () =>
    page
      .locator(".followed-row")
      .evaluateAll((found) =>
        Object.fromEntries(found.map((row) => [row.getAttribute("data-name"), Number(row.getAttribute("data-value"))])),
      );
  const points = async () => Number(await part(page, "trend").getAttribute("data-points"));

  it("scores what is there, and says so in the status bar", async () => {
    await workbench.contextMenu("pred/live", "Follow Folder…");
    await workbench.pickQuick("gt");
    page = await workbench.frame(FOLLOWED);
    await eventually(async () => assert.deepEqual(await rows(), { "polyp-hole": plain.v1.get("polyp-hole") }));
    await eventually(async () => assert.match(await textOf(status()), /live 0\.8121/));
  });

  it("never scores a file that is half written, and scores it once it is whole", async () => {
    const bytes = await readFile(from("v1", "ship-shift"));
    await writeFile(live("ship-shift.png"), bytes.subarray(0, 200));
    await eventually(async () => assert.match(await textOf(part(page, "follow-state")), /1 being written/));
    // Longer than a file must rest: what is there now is tried, and is no mask.
    await sleep(1200);
    await eventually(async () => assert.deepEqual(Object.keys(await rows()), ["polyp-hole"]));
    await appendFile(live("ship-shift.png"), bytes.subarray(200, 300));
    await sleep(300);
    await appendFile(live("ship-shift.png"), bytes.subarray(300));
    await eventually(async () =>
      assert.deepEqual(await rows(), {
        "polyp-hole": plain.v1.get("polyp-hole"),
        "ship-shift": plain.v1.get("ship-shift"),
      }),
    );
    await eventually(async () => assert.equal(await textOf(part(page, "follow-problems")), ""));
  });

  it("shows what an overwritten file gained, and the trend grows by a point", async () => {
    // Both names are one round: a point comes as soon as both were rewritten.
    const before = await eventually(async () => {
      const count = await points();
      assert.ok(count >= 2);
      return count;
    });
    for (const name of ["polyp-hole", "ship-shift"]) await copyFile(from("v2", name), live(`${name}.png`));
    await eventually(async () => assert.equal(await points(), before + 1));
    const gain = (name: string) => textOf(page.locator(`.followed-row[data-name="${name}"] .gain`));
    await eventually(async () => {
      assert.match(await gain("polyp-hole"), /^▲ 0\.1272 better$/);
      assert.match(await gain("ship-shift"), /^▼ 0\.3600 worse$/);
    });
    await eventually(async () => assert.match(await textOf(status()), /live 0\.7004 ▼ 0\.1164$/));
    await eventually(async () =>
      assert.equal(await textOf(part(page, "follow-over")), `round ${before + 1}, mean over 2 images`),
    );
  });

  it("opens a row in the inspector", async () => {
    await page.locator('.followed-row[data-name="ship-shift"]').click();
    const inspector = await workbench.frame(INSPECTOR);
    await eventually(async () => assert.equal(await nameOf(inspector), "ship-shift"));
    await workbench.openTab("Following live");
  });

  it("stops when it is told to", async () => {
    page = await workbench.frame(FOLLOWED);
    await part(page, "stop-following").click();
    await eventually(async () => assert.match(await textOf(part(page, "follow-state")), /No longer following/));
    await eventually(async () => assert.equal(await status().count(), 0));
    await copyFile(from("v1", "leaf-perfect"), live("leaf-perfect.png"));
    await sleep(800);
    await eventually(async () => assert.deepEqual(Object.keys(await rows()).sort(), ["polyp-hole", "ship-shift"]));
  });

  it("leaves a run of what it scored last, as the command line scores it", async () => {
    await workbench.openActivity("Mask Inspector");
    await eventually(async () => assert.match((await workbench.treeRows("Runs"))[0] ?? "", /^live 0\.7004 · 2 · /));
    await workbench.treeRow("Runs", "live").click();
    await eventually(async () => {
      const shown = await workbench.treeRows("Ranking");
      assert.deepEqual(shown.slice(0, 2), ["ship-shift 0.4616", "polyp-hole 0.9393"]);
    });
    await workbench.openActivity("Explorer");
  });

  it("makes a point of every epoch, and lists the latest", async () => {
    for (const [epoch, model] of [
      ["epoch_1", "v1"],
      ["epoch_2", "v2"],
    ] as const) {
      await mkdir(join(sample.folder, "pred/run", epoch), { recursive: true });
      for (const name of plain.v1.keys()) {
        await copyFile(from(model, name), join(sample.folder, "pred/run", epoch, `${name}.png`));
      }
    }
    await workbench.contextMenu("pred/run", "Follow Folder…");
    await workbench.pickQuick("gt");
    await eventually(async () => {
      page = await workbench.frame(FOLLOWED);
      assert.equal(await points(), 2);
      assert.match(await textOf(page.locator(".now")), /0\.2047 better than epoch 1, over 12 images of both/);
    });
    const defined = [...plain.v2.values()].filter((value) => typeof value === "number");
    const mean = defined.reduce((sum, value) => sum + value, 0) / defined.length;
    await eventually(async () => {
      assert.ok(Math.abs(Number(await part(page, "follow-mean").getAttribute("data-value")) - mean) < 1e-12);
      assert.equal(await textOf(part(page, "follow-problems")), "");
      assert.equal((await rows())["river-split"], plain.v2.get("river-split"));
    });
  });

  it("is a live run, and goes on after a reload of the window", async () => {
    await workbench.openActivity("Mask Inspector");
    const live = /^run, epoch_2 live · 0\.7683 · 12 · /;
    await eventually(async () => assert.match((await workbench.treeRows("Runs"))[0] ?? "", live));
    await workbench.reload();
    page = await workbench.frame(FOLLOWED);
    await eventually(async () => assert.equal(await points(), 2));
    // The scores come in batches: the mean is whole when the last has come.
    await eventually(async () =>
      assert.match(await textOf(page.locator(".now")), /0\.2047 better than epoch 1, over 12 images of both/),
    );
    assert.equal(await page.locator(".followed-row.fresh").count(), 0, "what was there is no news");
    const epoch = join(sample.folder, "pred/run/epoch_3");
    await mkdir(epoch);
    await copyFile(from("v1", "polyp-hole"), join(epoch, "polyp-hole.png"));
    await eventually(async () => assert.equal(await points(), 3));
    // Of the one image that both epochs have.
    const gain = Number(plain.v2.get("polyp-hole")) - Number(plain.v1.get("polyp-hole"));
    await eventually(async () => {
      const strokes = await part(page, "trend").locator(".line").getAttribute("d");
      assert.match(strokes ?? "", /^M[^ML]+L[^ML]+M[^ML]+$/, "the third point is of other images");
      assert.match(await textOf(part(page, "trend-note")), /line is broken/);
    });
    const worse = new RegExp(`${gain.toPrecision(4)} worse than epoch 2, over 1 image of both`);
    await eventually(async () => assert.match(await textOf(page.locator(".now")), worse));
    await eventually(async () =>
      assert.match((await workbench.treeRows("Runs"))[0] ?? "", /^run, epoch_3 live · 0\.8121/),
    );
  });

  it("comes back after a reload as it was when it was stopped", async () => {
    await part(page, "stop-following").click();
    await eventually(async () =>
      assert.match((await workbench.treeRows("Runs"))[0] ?? "", /^run, epoch_3 0\.8121 · 1 · /),
    );
    await workbench.reload();
    page = await workbench.frame(FOLLOWED);
    await eventually(async () => assert.match(await textOf(part(page, "follow-state")), /No longer following/));
    await eventually(async () => {
      assert.equal(await points(), 3);
      assert.deepEqual(await rows(), { "polyp-hole": plain.v1.get("polyp-hole") });
    });
  });
});
