// `npm run shots`: pictures of every view in the real VS Code, in every theme and at three widths, into
// out/screenshots/shots; two of them are the README's (media/readme).
import { copyFile, mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Frame } from "playwright-core";
import { outFolder, root } from "./workbench/paths.js";
import { copySample, INSPECTOR } from "./workbench/sample.js";
import type { Theme } from "./workbench/settings.js";
import { Workbench } from "./workbench/workbench.js";

const folder = join(outFolder, "screenshots", "shots");
const themes: readonly Theme[] = ["dark", "light", "high contrast dark", "high contrast light"];
const widths = [1440, 1000, 760];

const sample = await copySample();
try {
  for (const theme of themes) await shoot(theme);
} finally {
  await sample.remove();
}
await mkdir(join(root, "media/readme"), { recursive: true });
await copyFile(join(folder, "dark-1440-errors.png"), join(root, "media/readme/inspector.png"));
await copyFile(join(folder, "light-1440-weight.png"), join(root, "media/readme/weight.png"));
console.log(folder);
process.exit(0);

async function shoot(theme: Theme): Promise<void> {
  const workbench = await Workbench.open({ folder: sample.folder, extension: root, theme });
  const name = theme.replaceAll(" ", "-");
  const shot = (what: string) => workbench.screenshot(join(folder, `${name}-${what}.png`));
  try {
    await workbench.openActivity("Mask Inspector");
    await shot("welcome");
    await workbench.runCommand("Mask Inspector: Open Sample");
    const frame = await workbench.frame(INSPECTOR);
    await workbench.treeRow("Ranking", "cells-merged").click();
    await frame.locator('h1[data-name="cells-merged"]').waitFor();
    for (const width of widths) {
      await workbench.page.setViewportSize({ width, height: 900 });
      await layers(frame, async (layer) => {
        await shot(`${width}-${layer}`);
      });
    }
    await workbench.page.setViewportSize({ width: 1440, height: 900 });
    await table(workbench, shot);
  } finally {
    await workbench.close();
  }
}

/** The ranking table beside the inspector, then alone with its dashboard. */
async function table(workbench: Workbench, shot: (what: string) => Promise<string>): Promise<void> {
  await workbench.runCommand("Mask Inspector: Open Ranking Table");
  const frame = await workbench.frame('[data-testid="table"]');
  await frame.locator(".row .frame-picture").nth(5).waitFor();
  await shot("table");
  await workbench.openTab("cells-merged");
  await workbench.runCommand("View: Close Editor");
  await frame.locator('[data-testid="toggle-dashboard"]').click();
  await frame.locator('[data-testid="macro-iou"][data-value]:not([data-value=""])').waitFor();
  await shot("dashboard");
}

/** The pictures that differ most; at the widest with the details of a loss open. */
async function layers(frame: Frame, shot: (layer: string) => Promise<void>): Promise<void> {
  const stage = frame.locator('[data-testid="stage-canvas"]');
  for (const [key, layer] of [
    ["1", "errors"],
    ["5", "weight"],
    ["6", "loss"],
  ] as const) {
    await stage.focus();
    await stage.press(key);
    await frame.waitForTimeout(400);
    await shot(layer);
  }
  await stage.press("1");
}
