import { copyFile, mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Frame } from "playwright-core";
import { COMPARISON, FOLLOWED, SAMPLE } from "../workbench/sample.js";
import type { Workbench } from "../workbench/workbench.js";

/** Takes a picture under a name. */
export type Shoot = (name: string) => Promise<void>;

/** Wide, and as narrow as a side panel, without the side bar. */
async function atWidths(workbench: Workbench, frame: Frame, name: string, shoot: Shoot): Promise<void> {
  await shoot(name);
  await workbench.runCommand("View: Toggle Primary Side Bar Visibility");
  await workbench.page.setViewportSize({ width: 348, height: 900 });
  await frame.waitForTimeout(500);
  await shoot(`${name}-348`);
  await workbench.page.setViewportSize({ width: 1440, height: 900 });
  await workbench.runCommand("View: Toggle Primary Side Bar Visibility");
}

/**
 * The page that compares the two models of the sample.
 * @param from what is opened from it, while it is there.
 */
export async function shootComparison(
  workbench: Workbench,
  shoot: Shoot,
  from: (page: Frame) => Promise<void>,
): Promise<void> {
  await workbench.openActivity("Explorer");
  await workbench.select(SAMPLE.predictions, SAMPLE.better);
  await workbench.contextMenu(SAMPLE.better, "Compare Prediction Folders…");
  await workbench.pickQuick("gt");
  const page = await workbench.frame(COMPARISON);
  await page.locator(".image-row").first().waitFor();
  await atWidths(workbench, page, "compare", shoot);
  await from(page);
  await workbench.runCommand("View: Close Editor");
}

/** The page of a followed folder: one round, then four epochs, the last of them on fewer images. */
export async function shootFollowing(workbench: Workbench, folder: string, shoot: Shoot): Promise<void> {
  await workbench.openActivity("Explorer");
  const [live, run] = ["live", "run"].map((name) => join(folder, "pred", name));
  await mkdir(live);
  await copyFile(join(folder, SAMPLE.predictions, "polyp-hole.png"), join(live, "polyp-hole.png"));
  for (const [epoch, model] of [SAMPLE.predictions, SAMPLE.better, SAMPLE.predictions, SAMPLE.better].entries()) {
    const own = join(run, `epoch_${epoch + 1}`);
    await mkdir(own, { recursive: true });
    const names = (await readdir(join(folder, model))).filter((name) => epoch < 3 || !name.startsWith("r"));
    for (const name of names) await copyFile(join(folder, model, name), join(own, name));
  }
  const follow = async (path: string, points: number) => {
    await workbench.contextMenu(path, "Follow Folder…");
    await workbench.pickQuick("gt");
    for (;;) {
      const page = await workbench.frame(FOLLOWED);
      // The page of the folder that was followed before may go just now.
      const trend = page.locator(`[data-testid="trend"][data-points="${points}"]`);
      if ((await trend.count().catch(() => 0)) > 0) return page;
      await sleep(200);
    }
  };
  await follow("pred/live", 1);
  await shoot("follow-first");
  const page = await follow("pred/run", 4);
  await page.waitForTimeout(2000);
  await atWidths(workbench, page, "follow", shoot);
  await page.locator('[data-testid="stop-following"]').click();
  await workbench.runCommand("View: Close Editor");
  for (const path of [live, run]) await rm(path, { recursive: true });
}
