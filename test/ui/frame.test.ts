import assert from "node:assert/strict";
import { join } from "node:path";
import type { Frame } from "playwright-core";
import { root } from "../workbench/paths.js";
import { copySample, INSPECTOR, SAMPLE } from "../workbench/sample.js";
import { Workbench } from "../workbench/workbench.js";
import { type CliPair, cliPairs, eventually, nameOf, part } from "./support.js";

describe("the frame of the inspector", () => {
  let workbench: Workbench;
  let sample: Awaited<ReturnType<typeof copySample>>;
  let worstFirst: CliPair[];
  let inspector: Frame;

  before(async () => {
    sample = await copySample();
    const cli = cliPairs(join(sample.folder, SAMPLE.predictions), join(sample.folder, SAMPLE.truth));
    worstFirst = [...cli].sort((a, b) => Number(a.scores.iou) - Number(b.scores.iou));
    workbench = await Workbench.open({ folder: sample.folder, extension: root, theme: "dark" });
    await workbench.contextMenu(SAMPLE.predictions, "Score Masks Against Ground Truth…");
    await workbench.pickQuick("gt");
    inspector = await workbench.frame(INSPECTOR);
    await shows(worstFirst[0]?.name);
  });
  after(async () => {
    await workbench?.close();
    await sample?.remove();
  });

  const shows = (name: string | undefined) =>
    eventually(async () => assert.equal(await nameOf(inspector), name, "the pair shown"));
  const current = () => inspector.locator('[data-testid="filmstrip"] [aria-selected="true"]');

  describe("filmstrip", () => {
    it("shows the pairs in rank order, with name, score and a picture of real errors", async () => {
      await eventually(async () => {
        const labels = await inspector
          .locator('[data-testid="filmstrip"] [role="option"]')
          .evaluateAll((options) => options.map((option) => option.getAttribute("aria-label")));
        assert.deepEqual(
          labels,
          worstFirst.map(({ name, scores }, i) => `${i + 1}. ${name}, IoU (Jaccard) ${Number(scores.iou).toFixed(4)}`),
        );
      });
      assert.equal(await current().getAttribute("data-place"), "0");
      // The thumbnail of the perfect leaf is all but green; that of the inverted road is not.
      const coloursOf = (name: string) =>
        eventually(async () => {
          const place = worstFirst.findIndex((pair) => pair.name === name) + 1;
          return part(inspector, `frame-${place}`)
            .locator("canvas")
            .evaluate((canvas) => {
              const context = canvas instanceof HTMLCanvasElement ? canvas.getContext("2d") : null;
              if (!context) throw new Error("not a canvas");
              const { data } = context.getImageData(0, 0, context.canvas.width, context.canvas.height);
              let [green, orange] = [0, 0];
              for (let i = 0; i < data.length; i += 4) {
                if (data[i + 3] > 200) data[i + 1] > data[i] ? green++ : orange++;
              }
              return { green, orange };
            });
        });
      const leaf = await coloursOf("leaf-perfect");
      const road = await coloursOf("road-inverted");
      assert.ok(leaf.green > 20 * leaf.orange, JSON.stringify(leaf));
      assert.ok(road.orange > 2 * road.green, JSON.stringify(road));
    });

    it("walks by arrows as a list box, and opens what is clicked", async () => {
      await part(inspector, "filmstrip").focus();
      await workbench.press("ArrowRight");
      await workbench.press("ArrowRight");
      await shows(worstFirst[2]?.name);
      assert.equal(await current().getAttribute("data-place"), "2");
      assert.equal(
        await part(inspector, "filmstrip").getAttribute("aria-activedescendant"),
        await current().getAttribute("id"),
      );
      await workbench.press("End");
      await shows(worstFirst.at(-1)?.name);
      await part(inspector, "frame-2").click();
      await shows(worstFirst[1]?.name);
    });

    it("marks the pair that keys and the ranking lead to", async () => {
      await part(inspector, "stage-canvas").focus();
      // The whole mask is seen, so that there is nowhere to pan to.
      await workbench.press("ArrowRight");
      await shows(worstFirst[2]?.name);
      await workbench.press("k");
      await shows(worstFirst[1]?.name);
      await eventually(async () => assert.equal(await current().getAttribute("data-place"), "1"));
      await workbench.treeRow("Ranking", "cells-merged").click();
      const place = worstFirst.findIndex(({ name }) => name === "cells-merged");
      await eventually(async () => assert.equal(await current().getAttribute("data-place"), String(place)));
    });

    it("folds by key and by button", async () => {
      await part(inspector, "stage-canvas").focus();
      await workbench.press("t");
      await part(inspector, "filmstrip").waitFor({ state: "hidden" });
      await part(inspector, "toggle-filmstrip").click();
      await part(inspector, "filmstrip").waitFor({ state: "visible" });
    });
  });
});
