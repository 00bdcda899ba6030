import assert from "node:assert/strict";
import axe from "axe-core";
import type { Frame } from "playwright-core";
import { root } from "../workbench/paths.js";
import { copySample, INSPECTOR } from "../workbench/sample.js";
import type { Theme } from "../workbench/settings.js";
import { Workbench } from "../workbench/workbench.js";
import { eventually, nameOf, part } from "./support.js";

const themes: readonly Theme[] = ["dark", "light", "high contrast dark", "high contrast light"];

/** What axe-core finds on a page that keeps a person out, in words; contrast that it cannot measure is no finding. */
async function findings(frame: Frame): Promise<string[]> {
  // As an expression: the policy of the page forbids scripts of others, and the page is to be looked at as it is.
  await frame.evaluate(axe.source);
  const { violations } = await frame.evaluate(() => {
    const tool = (window as unknown as { axe: typeof import("axe-core") }).axe;
    return tool.run(document, { resultTypes: ["violations"] });
  });
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary}`),
    );
}

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
        assert.deepEqual(await findings(inspector), [], `${width} wide`);
      }
    });
  }

  it("has none in the key sheet, in the menu and on the page of a failure", async () => {
    await part(inspector, "stage-canvas").focus();
    await workbench.press("?");
    await part(inspector, "key-sheet").waitFor({ state: "visible" });
    assert.deepEqual(await findings(inspector), []);
    await workbench.press("Escape");
    await part(inspector, "more").click();
    assert.deepEqual(await findings(inspector), []);
    await workbench.press("Escape");
  });
});
