import assert from "node:assert/strict";
import { cp, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Frame } from "playwright-core";
import { decodePng } from "../../src/formats/png.js";
import { openOffline } from "../workbench/offline.js";
import { root } from "../workbench/paths.js";
import { COMPARISON, copySample, INSPECTOR, SAMPLE } from "../workbench/sample.js";
import { Workbench } from "../workbench/workbench.js";
import { cliPairs, eventually, nameOf, numberOf, part } from "./support.js";

/** The full values behind the cells of a row. */
const valuesIn = (frame: Frame, row: string) =>
  frame.locator(`${row} [data-value]`).evaluateAll((cells) => cells.map((cell) => cell.getAttribute("data-value")));

const namesIn = (frame: Frame, rows: string, attribute: string) =>
  frame.locator(rows).evaluateAll((found, name) => found.map((row) => row.getAttribute(name)), attribute);

describe("comparing models", () => {
  let workbench: Workbench;
  let sample: Awaited<ReturnType<typeof copySample>>;
  let page: Frame;
  /** Both models on the command line: each image's value of a score, baseline then challenger. */
  let plain: (score: string) => Array<{ name: string; a: number | null; b: number | null }>;

  before(async () => {
    sample = await copySample();
    const settings = {
      "maskInspector.explorerDecorations": true,
      "maskInspector.truthFolderNames": ["wahrheit"],
      "maskInspector.imageFolderNames": ["images", "fotos"],
    };
    // Two more folders that pair as well as the ground truth does.
    for (const name of ["fotos", "wahrheit"]) {
      await cp(join(sample.folder, SAMPLE.truth), join(sample.folder, name), { recursive: true });
    }
    workbench = await Workbench.open({ folder: sample.folder, extension: root, theme: "dark", settings });
    const [first, second] = [SAMPLE.predictions, SAMPLE.better].map((model) =>
      cliPairs(join(sample.folder, model), join(sample.folder, SAMPLE.truth)),
    );
    plain = (score) =>
      first.map(({ name, scores }) => ({
        name,
        a: scores[score] ?? null,
        b: second.find((pair) => pair.name === name)?.scores[score] ?? null,
      }));
  });
  after(async () => {
    await workbench?.close();
    await sample?.remove();
  });

  const mean = (list: number[]) => list.reduce((sum, value) => sum + value, 0) / list.length;
  const both = (score: string) =>
    plain(score).flatMap(({ name, a, b }) => (a === null || b === null ? [] : [{ name, a, b, gain: b - a }]));

  it("opens from two folders selected in the Explorer, best model first", async () => {
    await workbench.select(SAMPLE.predictions, SAMPLE.better);
    await workbench.contextMenu(SAMPLE.better, "Compare Prediction Folders…");
    // By the settings one of the folders that pair is named like ground truth, and one like source images.
    await eventually(async () => {
      const proposed = (await workbench.quickEntries()).map((entry) => entry.split(/[ ,]/)[0]);
      assert.deepEqual(proposed.slice(0, 3), ["gt", "wahrheit", "fotos"]);
    });
    await workbench.pickQuick("gt");
    page = await workbench.frame(COMPARISON);
    await eventually(async () =>
      assert.deepEqual(await namesIn(page, '[data-testid="leaderboard"] tbody tr', "data-model"), [
        "unet-v2",
        "unet-v1",
      ]),
    );
    await eventually(async () => {
      const [rank, best] = await valuesIn(page, '[data-model="unet-v2"]');
      assert.equal(rank, "1");
      assert.ok(Math.abs(Number(best) - mean(both("iou").map(({ b }) => b))) < 1e-12);
    });
  });

  it("opens from the folder that holds theirs, too: it pairs with nothing as a whole", async () => {
    await part(page, "leaderboard").evaluate((table) => table.setAttribute("data-first", ""));
    await workbench.select("pred");
    await workbench.contextMenu("pred", "Score Masks Against Ground Truth…");
    await eventually(async () =>
      assert.deepEqual(
        (await workbench.quickEntries()).map((entry) => entry.split(/[ ,]/)[0]),
        ["unet-v1", "unet-v2"],
      ),
    );
    await workbench.press("Enter");
    await eventually(async () => assert.equal(await page.locator("[data-first]").count(), 0, "they are compared"));
    await eventually(async () =>
      assert.deepEqual(await namesIn(page, '[data-testid="leaderboard"] tbody tr', "data-model"), [
        "unet-v2",
        "unet-v1",
      ]),
    );
  });

  it("says of each score how many images got better and worse, as counted by hand", async () => {
    for (const [score, sign] of [
      ["iou", 1],
      ["bce", -1],
    ] as const) {
      const gains = both(score).map(({ gain }) => sign * gain);
      const counts = [
        gains.filter((g) => g > 0).length,
        gains.filter((g) => g === 0).length,
        gains.filter((g) => g < 0).length,
      ];
      const row = page.locator(`[data-testid="duels"] [data-score="${score}"]`);
      await eventually(async () => {
        assert.equal(await row.getAttribute("data-duel"), counts.join(" "));
        const [difference] = await valuesIn(page, `[data-testid="duels"] [data-score="${score}"]`);
        assert.ok(Math.abs(Number(difference) - sign * mean(gains)) < 1e-12);
      });
    }
    // Two of eleven images that differ got worse: (1 + 11 + 55) / 2^10.
    await eventually(async () =>
      assert.equal((await valuesIn(page, '[data-score="iou"]')).at(-1)?.slice(0, 10), String(67 / 1024).slice(0, 10)),
    );
  });

  it("lists images with the biggest regression first, by any score", async () => {
    const listed = () => namesIn(page, '[data-testid="images"] .image-row', "data-image");
    const byGain = (score: string, sign: number) =>
      both(score)
        .sort((x, y) => sign * (x.gain - y.gain))
        .map(({ name }) => name);
    await eventually(async () =>
      assert.deepEqual((await listed()).slice(0, byGain("iou", 1).length), byGain("iou", 1)),
    );
    await page.locator('[data-testid="duels"] [data-score="bce"] button').click();
    await eventually(async () => assert.deepEqual(await listed(), byGain("bce", -1)));
    await part(page, "image-filter").fill("river");
    await eventually(async () => assert.deepEqual(await listed(), ["river-split"]));
    await part(page, "image-filter").fill("");
  });

  it("exchanges A and B, and then regressions are improvements", async () => {
    await page.locator('[data-testid="duels"] [data-score="iou"] button').click();
    await part(page, "swap").click();
    const [first] = both("iou").sort((x, y) => y.gain - x.gain);
    await eventually(async () => {
      const [row] = await namesIn(page, '[data-testid="images"] .image-row', "data-image");
      assert.equal(row, first?.name);
    });
    await eventually(async () =>
      assert.match(
        (await part(page, "sentence").textContent()) ?? "",
        /unet-v1 is better on 2, equal on 1 and worse on 9 than unet-v2/,
      ),
    );
    await part(page, "swap").click();
  });

  it("exports a page that opens offline, with both models on the images that got worst", async () => {
    await part(page, "export").click();
    await workbench.pickQuick("HTML");
    const file = join(sample.folder, "comparison.html");
    await workbench.fileDialog(file);
    await eventually(() => readFile(file, "utf8"));
    const offline = await openOffline(file);
    try {
      const worse = both("iou")
        .filter(({ gain }) => gain < 0)
        .sort((x, y) => x.gain - y.gain)
        .map(({ name }) => name);
      assert.deepEqual(await offline.page.locator("figcaption b").allTextContents(), worse);
      const drawn = await offline.page
        .locator("figure img")
        .evaluateAll((images) => images.filter((image) => image instanceof HTMLImageElement && image.naturalWidth > 0));
      assert.equal(drawn.length, 2 * worse.length);
      assert.deepEqual(offline.requests(), [], "nothing is fetched");
    } finally {
      await offline.close();
    }
  });

  it("opens the challenger's pair in the inspector, by the keyboard", async () => {
    await part(page, "images").focus();
    await workbench.press("ArrowDown");
    await workbench.press("ArrowUp");
    await workbench.press("Enter");
    const inspector = await workbench.frame(INSPECTOR);
    await eventually(async () => assert.equal(await nameOf(inspector), "ship-shift"));
    const pair = plain("iou").find(({ name }) => name === "ship-shift");
    await eventually(async () => assert.equal(await numberOf(inspector, "score-iou"), pair?.b));
  });

  it("is walked by J and K as the table of images stands, without the filmstrip of one model", async () => {
    const inspector = await workbench.frame(INSPECTOR);
    await part(inspector, "filmstrip").waitFor({ state: "hidden" });
    const difference = ({ a, b }: { a: number | null; b: number | null }) => Number(b) - Number(a);
    const byDifference = plain("iou").sort((one, other) => difference(one) - difference(other));
    await part(inspector, "stage-canvas").focus();
    await workbench.press("j");
    await eventually(async () => assert.equal(await nameOf(inspector), byDifference[1]?.name));
    await part(inspector, "legend-bothRight-count").waitFor();
    // The table selects what is shown; the keyboard stays in the inspector.
    const selected = () => namesIn(page, '[data-testid="images"] [aria-selected="true"]', "data-image");
    await eventually(async () => assert.deepEqual(await selected(), [byDifference[1]?.name]));
    await workbench.press("k");
    await eventually(async () => assert.equal(await nameOf(inspector), "ship-shift"));
    await eventually(async () => assert.deepEqual(await selected(), ["ship-shift"]));
  });

  it("shows both models beside each other and where they agree, pixel by pixel", async () => {
    const inspector = await workbench.frame(INSPECTOR);
    const pixels = async (folder: string) => {
      const { samples } = decodePng(await readFile(join(sample.folder, folder, "ship-shift.png")));
      return Array.from(samples, (value) => value / 255 > 0.5);
    };
    const [truth, a, b] = await Promise.all([SAMPLE.truth, SAMPLE.predictions, SAMPLE.better].map(pixels));
    const count = (isA: boolean, isB: boolean) =>
      truth.filter((is, i) => (a[i] === is) === isA && (b[i] === is) === isB).length;
    for (const [id, isA, isB] of [
      ["bothRight", true, true],
      ["onlyA", true, false],
      ["onlyB", false, true],
      ["bothWrong", false, false],
    ] as const) {
      await eventually(async () => assert.equal(await numberOf(inspector, `legend-${id}-count`), count(isA, isB), id));
    }
    await eventually(async () => {
      const { a: before, b: after } = plain("iou").find(({ name }) => name === "ship-shift") ?? {};
      assert.equal(await numberOf(inspector, "models-iou-now"), before);
      assert.equal(await numberOf(inspector, "models-iou-then"), after);
      assert.equal(await numberOf(inspector, "models-iou"), Number(after) - Number(before));
      assert.deepEqual(await part(inspector, "models").locator("dd").allTextContents(), ["unet-v1", "unet-v2"]);
      assert.equal(await part(inspector, "own-model").textContent(), "B: unet-v2");
      const titles = await inspector.locator(".pane-title").allTextContents();
      assert.deepEqual(
        titles.filter((title) => /^[AB]:/.test(title)),
        ["A: unet-v1", "B: unet-v2"],
      );
    });
    const wrongInA = truth.filter((is, i) => is && !a[i]).length;
    await eventually(async () => assert.equal(await numberOf(inspector, "legend-other-fn-count"), wrongInA));
    await eventually(async () => {
      const words = await part(inspector, "legend").locator(".legend-words").allTextContents();
      assert.deepEqual(
        words.filter((text) => /^[AB],/.test(text)),
        ["A, unet-v1", "B, unet-v2"],
      );
    });
    // V: from side by side over the grid to the swipe, which begins with A against B.
    await part(inspector, "stage-canvas").focus();
    await workbench.press("v");
    await workbench.press("v");
    const side = (place: number) => part(inspector, `side-${place}`).evaluate((list) => Reflect.get(list, "value"));
    await eventually(async () => assert.deepEqual([await side(0), await side(1)], ["otherErrors", "errors"]));
    await eventually(async () => assert.ok(await part(inspector, "compare-bar").isVisible()));
  });

  it("compares runs that were kept, the same folders once, and comes back after a reload", async () => {
    await part(page, "leaderboard").evaluate((table) => table.setAttribute("data-first", ""));
    await workbench.select(SAMPLE.predictions, SAMPLE.better);
    await workbench.contextMenu(SAMPLE.better, "Compare Prediction Folders…");
    await eventually(async () =>
      assert.equal(await page.locator("[data-first]").count(), 0, "they are compared again"),
    );
    await workbench.runCommand("Mask Inspector: Compare Runs…");
    await eventually(async () =>
      assert.deepEqual((await workbench.quickEntries()).map((entry) => entry.split(",")[0]?.split(" ")[0]).sort(), [
        "unet-v1",
        "unet-v2",
      ]),
    );
    await part(page, "leaderboard").evaluate((table) => table.setAttribute("data-old", ""));
    await workbench.page.locator(".quick-input-check-all, .quick-input-header .monaco-checkbox").first().click();
    await workbench.press("Enter");
    await eventually(async () => assert.equal(await page.locator("[data-old]").count(), 0, "the runs are compared"));
    await workbench.reload();
    page = await workbench.frame(COMPARISON);
    await eventually(async () =>
      assert.deepEqual(await namesIn(page, '[data-testid="leaderboard"] tbody tr', "data-model"), [
        "unet-v2",
        "unet-v1",
      ]),
    );
  });

  it("marks the worst tenth of the open run in the Explorer, where the setting asks for it", async () => {
    await workbench.select(SAMPLE.predictions);
    await workbench.contextMenu(SAMPLE.predictions, "Score Masks Against Ground Truth…");
    const inspector = await workbench.frame(INSPECTOR);
    await eventually(async () => assert.equal(await nameOf(inspector), "cloud-threshold", "it is scored"));
    await workbench.openActivity("Explorer");
    /** The letter behind a file, and what its label says. */
    const marked = async (name: string) => {
      const row = await workbench.explorerItem(`${SAMPLE.predictions}/${name}.png`);
      return row.evaluate((element) => {
        const parts = [...element.querySelectorAll("*")];
        const letters = parts.map((part) => getComputedStyle(part, "::after").content.replaceAll('"', ""));
        const said = parts.map((part) => part.getAttribute("aria-label") ?? "").join(" ");
        return { letter: letters.includes("W") ? "W" : "", said };
      });
    };
    await eventually(async () => {
      const [worst, second, best] = [
        await marked("cloud-threshold"),
        await marked("farmland-empty-truth"),
        await marked("leaf-perfect"),
      ];
      assert.deepEqual([worst.letter, second.letter, best.letter], ["W", "W", ""]);
      assert.match(worst.said, /Worst tenth: IoU \(Jaccard\) 0\.0000, place 1 of 12/);
      assert.match(second.said, /place 2 of 12/);
    });
  });
});
