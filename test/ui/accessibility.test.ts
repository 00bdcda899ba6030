import assert from "node:assert/strict";
import type { Frame } from "playwright-core";
import { findings } from "../support/findings.js";
import { root } from "../workbench/paths.js";
import { copySample, INSPECTOR } from "../workbench/sample.js";
import type { Theme } from "../workbench/settings.js";
import { Workbench } from "../workbench/workbench.js";
import { eventually, nameOf, part } from "./support.js";

const themes: readonly Theme[] = ["dark", "light", "high contrast dark", "high contrast light"];

describe("accessibility of the inspector", () => {
  let workbench: Workbench;
  let sample: Awaited<ReturnType<typeof copySample>>;
  let inspector: Frame;

  before(async () => {
    sample = await copySample();
    workbench = await Workbench.open({ folder: sample.folder, extension: root, theme: "dark" });
    await workbench.openActivity("Mask Inspector");
    await workbench.runCommand("Mask Inspector: Open Sample");
    inspector = await workbench.frame(INSPECTOR);
    await workbench.treeRow("Ranking", "cells-merged").click();
    await eventually(async () => assert.equal(await nameOf(inspector), "cells-merged"));
    await part(inspector, "expand-focal").click();
    await part(inspector, "conventions-focal").click();
    await inspector.locator('[data-testid="filmstrip"] [data-developed]').first().waitFor();
  });
  after(async () => {
    await workbench?.close();
    await sample?.remove();
  });

  for (const theme of themes) {
    it(`has no serious finding in the ${theme} theme, wide and narrow, with details open`, async () => {
      if (theme !== "dark") await workbench.setTheme(theme);
      for (const width of [1440, 700]) {
        await workbench.page.setViewportSize({ width, height: 900 });
        await eventually(async () => assert.deepEqual(await findings(inspector), [], `${width} wide`));
      }
    });
  }

  it("has none in the key sheet and in the menu", async () => {
    await part(inspector, "stage-canvas").focus();
    await workbench.press("?");
    await part(inspector, "key-sheet").waitFor({ state: "visible" });
    await eventually(async () => assert.deepEqual(await findings(inspector), []));
    await workbench.press("Escape");
    await part(inspector, "more").click();
    await eventually(async () => assert.deepEqual(await findings(inspector), []));
    await workbench.press("Escape");
  });
});
