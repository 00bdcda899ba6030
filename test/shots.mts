// `npm run shots`: pictures of every view in one real VS Code, in every theme and at three widths, into
// out/screenshots/shots; two of them are the README's (media/readme). `-- --only light` takes those of one theme.
import { copyFile, mkdir, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Frame } from "playwright-core";
import { encodePng } from "../src/formats/png.js";
import { shootComparison, shootFollowing } from "./shots/models.js";
import { outFolder, root } from "./workbench/paths.js";
import { copySample, INSPECTOR, SAMPLE } from "./workbench/sample.js";
import type { Theme } from "./workbench/settings.js";
import { Workbench } from "./workbench/workbench.js";

const folder = join(outFolder, "screenshots", "shots");
const themes: readonly Theme[] = ["dark", "light", "high contrast dark", "high contrast light"];
const { values } = parseArgs({ options: { only: { type: "string" } } });

/** Wide, half of a screen, and as narrow as a side panel: its 300 px beside the activity bar. */
const widths = [1440, 760, 348];

type Shot = (name: string) => Promise<void>;

/** How to come from the errors of a pair to another view; Escape and `1` lead back. */
type View = readonly [name: string, open: (frame: Frame) => Promise<unknown>];

const key = (stroke: string) => async (frame: Frame) => {
  const stage = frame.locator('[data-testid="stage-canvas"]');
  await stage.focus();
  await stage.press(stroke);
};
const click = (testid: string) => (frame: Frame) => frame.locator(`[data-testid="${testid}"]`).first().click();

/** Pictures of the stage: at every width. */
const pictures: readonly View[] = [
  ["errors", key("1")],
  ["probability", key("4")],
  ["weight", key("5")],
  ["loss", key("6")],
  ["gradient", key("8")],
  ["distance", key("9")],
];

/** What opens over the page or beside the stage: at the widest. */
const openings: readonly View[] = [
  ["layers", key("a")],
  ["menu", click("more")],
  ["keys", key("?")],
];

/** Edge of a pair that takes seconds to compute. */
const LARGE = 4096;

const arrangements = ["side-by-side", "grid", "swipe", "onion", "blink"];
const sections = ["diagnosis", "scores", "regions", "curves", "whatIf", "files"];

const sample = await copySample();
const workbench = await Workbench.open({ folder: sample.folder, extension: root });
try {
  await workbench.openActivity("Mask Inspector");
  await workbench.screenshot(join(folder, "welcome.png"));
  await workbench.runCommand("Mask Inspector: Open Sample");
  const frame = await workbench.frame(INSPECTOR);
  await workbench.treeRow("Ranking", "cells-merged").click();
  await frame.locator('h1[data-name="cells-merged"]').waitFor();
  const chosen = themes.filter((name) => values.only === undefined || name === values.only);
  for (const theme of chosen) {
    await workbench.setTheme(theme);
    await shoot(frame, shotWith(frame, theme));
  }
  const inThemes = async (name: string) => {
    for (const theme of chosen) {
      await workbench.setTheme(theme);
      await workbench.screenshot(join(folder, `${theme.replaceAll(" ", "-")}-${name}.png`));
    }
  };
  await shootComparison(workbench, inThemes, async (page) => {
    const both = await openTwoModels(page);
    for (const theme of chosen) {
      await workbench.setTheme(theme);
      await shootTwoModels(both, shotWith(both, theme));
    }
    await workbench.openTab("unet-v1 ↔ unet-v2");
  });
  await shootFollowing(workbench, sample.folder, inThemes);
  await makeLarge();
  for (const theme of chosen) {
    await workbench.setTheme(theme);
    await shootComputing(theme);
  }
} finally {
  await workbench.close();
  await sample.remove();
}
if (values.only === undefined) {
  await mkdir(join(root, "media/readme"), { recursive: true });
  await copyFile(join(folder, "dark-1440-errors.png"), join(root, "media/readme/inspector.png"));
  await copyFile(join(folder, "dark-1440-weight.png"), join(root, "media/readme/weight.png"));
  await copyFile(join(folder, "dark-dashboard.png"), join(root, "media/readme/dashboard.png"));
}
console.log(folder);
process.exit(0);

function shotWith(frame: Frame, theme: Theme): Shot {
  return async (name) => {
    // Two frames: one in which the page takes over what was asked for, one in which it is drawn.
    await frame.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    await frame.waitForTimeout(150);
    await workbench.screenshot(join(folder, `${theme.replaceAll(" ", "-")}-${name}.png`));
  };
}

async function shoot(frame: Frame, shot: Shot): Promise<void> {
  for (const width of widths) {
    const isNarrow = width < 600;
    // While there is room: the side bar would come back as narrow as the window was.
    if (isNarrow) await workbench.runCommand("View: Toggle Primary Side Bar Visibility");
    await workbench.page.setViewportSize({ width, height: 900 });
    for (const [name, open] of pictures) {
      await open(frame);
      await shot(`${width}-${name}`);
    }
    await key("1")(frame);
    if (width < 960) {
      await click("fold")(frame);
      await shot(`${width}-folded`);
      await workbench.press("Escape");
    }
    await workbench.page.setViewportSize({ width: 1440, height: 900 });
    if (isNarrow) await workbench.runCommand("View: Toggle Primary Side Bar Visibility");
  }
  for (const [name, open] of openings) {
    await open(frame);
    await shot(name);
    await workbench.press("Escape");
  }
  for (const name of arrangements) {
    await key("v")(frame);
    await shot(name);
  }
  await key("v")(frame);
  for (const section of sections) {
    // Only this one is open. By key: a click on a header that waits at the bottom scrolls there.
    const others = sections.filter((other) => other !== section).map((other) => `[data-testid="fold-${other}"]`);
    for (const header of others) await frame.locator(header).press("Enter");
    await frame.waitForTimeout(300);
    await shot(section);
    for (const header of others) await frame.locator(header).press("Enter");
  }
  await table(shot);
}

/** Both models of the sample on the first image of their comparison, where the second one lost most. */
async function openTwoModels(page: Frame): Promise<Frame> {
  await page.locator('[data-testid="images"]').press("Enter");
  await workbench.retry("the pair with both models", async () => (await workbench.tabs()).includes("ship-shift"));
  await workbench.openTab("ship-shift");
  return workbench.frame(INSPECTOR);
}

async function shootTwoModels(frame: Frame, shot: Shot): Promise<void> {
  for (const view of ["sideBySide", "grid", "swipe"]) {
    await click("view")(frame);
    await click(`view-${view}`)(frame);
    await shot(`models-${view}`);
  }
}

/** Written, not shipped: two discs. */
async function makeLarge(): Promise<void> {
  for (const [side, radius] of [
    [SAMPLE.predictions, 0.37],
    [SAMPLE.truth, 0.4],
  ] as const) {
    const samples = Uint8Array.from({ length: LARGE * LARGE }, (_, i) =>
      Math.hypot((i % LARGE) / LARGE - 0.5, Math.floor(i / LARGE) / LARGE - 0.5) < radius ? 255 : 0,
    );
    await writeFile(
      join(sample.folder, side, "large.png"),
      encodePng({ width: LARGE, height: LARGE, channels: 1, samples }),
    );
  }
}

/** What stands on the page while surfaces and objects are on their way. */
async function shootComputing(theme: Theme): Promise<void> {
  const files = [SAMPLE.predictions, SAMPLE.truth].map((side) => `${side}/large.png`);
  // As if just written: what is known of it is out of date.
  for (const file of files) await utimes(join(sample.folder, file), new Date(), new Date());
  await workbench.runCommand("Mask Inspector: Open Link to View…");
  await workbench.quickInputType(
    `vscode://mask-inspector.mask-inspector/view?prediction=${files[0]}&truth=${files[1]}&layer=errors`,
  );
  const frame = await workbench.frame(INSPECTOR);
  const shot = shotWith(frame, theme);
  await frame.locator("td[data-computing]").first().waitFor();
  await shot("computing");
  await frame.locator(".scores:not([aria-busy])").waitFor({ timeout: 120_000 });
  await shot("computed");
}

/** The ranking table beside the inspector, then its dashboard. */
async function table(shot: Shot): Promise<void> {
  await workbench.runCommand("Mask Inspector: Open Ranking Table");
  const frame = await workbench.frame('[data-testid="table"]');
  await frame.locator(".row .frame-picture").nth(5).waitFor();
  await shotOf("table");
  await frame.locator('[data-testid="toggle-dashboard"]').click();
  await frame.locator('[data-testid="macro-iou"][data-value]:not([data-value=""])').waitFor();
  await shotOf("dashboard");
  await frame.locator('[data-testid="toggle-dashboard"]').click();
  await workbench.runCommand("View: Close Editor");
  await workbench.openTab("cells-merged");

  // The table may cover the inspector, whose frame is not drawn then.
  async function shotOf(name: string): Promise<void> {
    await frame.waitForTimeout(300);
    await shot(name);
  }
}
