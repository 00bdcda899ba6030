import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { decodePng, encodePng } from "../../src/formats/png.js";
import { openOffline } from "../workbench/offline.js";
import { root } from "../workbench/paths.js";
import { copySample, INSPECTOR, OVERLAY, SAMPLE } from "../workbench/sample.js";
import { Workbench } from "../workbench/workbench.js";
import { cliPairs, eventually, nameOf, numberOf, part, scoresOf } from "./support.js";

describe("commands on files and in the palette", () => {
  let workbench: Workbench;
  let sample: Awaited<ReturnType<typeof copySample>>;

  before(async () => {
    sample = await copySample();
    workbench = await Workbench.open({ folder: sample.folder, extension: root, theme: "dark", trusted: false });
    await workbench.dialog("No, I don't trust the authors");
  });
  after(async () => {
    await workbench?.close();
    await sample?.remove();
  });

  it("offers on each kind of item what fits it, in Restricted Mode too", async () => {
    const ours = /Score Masks Against Ground Truth…|Inspect Mask|Compare Masks/;
    const folder = await workbench.menuEntries(SAMPLE.truth, "Score Masks Against Ground Truth…");
    assert.deepEqual(
      folder.filter((entry) => ours.test(entry)),
      ["Score Masks Against Ground Truth…"],
    );
    const file = await workbench.menuEntries(`${SAMPLE.predictions}/polyp-hole.png`, "Inspect Mask");
    assert.deepEqual(
      file.filter((entry) => ours.test(entry)),
      ["Inspect Mask"],
    );
  });

  it("Inspect Mask pairs one file with its ground truth and shows its scores", async () => {
    await workbench.contextMenu(`${SAMPLE.predictions}/polyp-hole.png`, "Inspect Mask");
    const inspector = await workbench.frame(INSPECTOR);
    await eventually(async () => assert.equal(await nameOf(inspector), "polyp-hole"));
    const [cli] = cliPairs(
      join(sample.folder, SAMPLE.predictions, "polyp-hole.png"),
      join(sample.folder, SAMPLE.truth, "polyp-hole.png"),
    );
    await eventually(async () => assert.equal((await scoresOf(inspector)).bce, cli?.scores.bce));
  });

  it("Compare Masks takes two selected files; the hard one is the truth", async () => {
    await workbench.select(`${SAMPLE.predictions}/ship-shift.png`, `${SAMPLE.truth}/ship-shift.png`);
    await workbench.contextMenu(`${SAMPLE.truth}/ship-shift.png`, "Compare Masks");
    const inspector = await workbench.frame(INSPECTOR);
    await eventually(async () => assert.match((await nameOf(inspector)) ?? "", /ship-shift/));
    const [cli] = cliPairs(
      join(sample.folder, SAMPLE.predictions, "ship-shift.png"),
      join(sample.folder, SAMPLE.truth, "ship-shift.png"),
    );
    await eventually(async () => assert.equal(await numberOf(inspector, "score-iou"), cli?.scores.iou));
  });

  it("swaps prediction and truth of the pair that is open", async () => {
    const inspector = await workbench.frame(INSPECTOR);
    const precision = await numberOf(inspector, "score-precision");
    await part(inspector, "stage-canvas").focus();
    await workbench.press("x");
    await eventually(async () => assert.notEqual(await numberOf(inspector, "score-precision"), precision));
    const [swapped] = cliPairs(
      join(sample.folder, SAMPLE.truth, "ship-shift.png"),
      join(sample.folder, SAMPLE.predictions, "ship-shift.png"),
    );
    await eventually(async () => assert.equal(await numberOf(inspector, "score-precision"), swapped?.scores.precision));
  });

  it("measures the agreement of two masks of which neither is the truth", async () => {
    await mkdir(join(sample.folder, "raters"));
    for (const [rater, model] of [
      ["ada", SAMPLE.predictions],
      ["ben", SAMPLE.better],
    ] as const) {
      const { width, height, samples } = decodePng(await readFile(join(sample.folder, model, "ship-shift.png")));
      const hard = Uint8Array.from(samples, (value) => (value > 127 ? 255 : 0));
      const bytes = encodePng({ width, height, channels: 1, samples: hard });
      await writeFile(join(sample.folder, "raters", `${rater}.png`), bytes);
    }
    await workbench.select("raters/ada.png", "raters/ben.png");
    await workbench.contextMenu("raters/ada.png", "Compare Masks");
    await workbench.pickQuick("Neither");
    const page = await workbench.frame('h1:has-text("Agreement of")');
    const [cli] = cliPairs(join(sample.folder, "raters/ada.png"), join(sample.folder, "raters/ben.png"));
    const kappa = page.locator("tr", { hasText: "kappa" }).locator("td").nth(1);
    await eventually(async () => assert.equal(await kappa.textContent(), Number(cli?.scores.kappa).toFixed(4)));
    await eventually(async () => {
      const listed = await page.locator("td code").allTextContents();
      assert.ok(listed.includes("hd95") && !listed.includes("precision"), listed.join());
    });
  });

  it("Open Sample ranks the shipped sample", async () => {
    await workbench.runCommand("Mask Inspector: Open Sample");
    await workbench.openActivity("Mask Inspector");
    await eventually(async () => assert.equal((await workbench.treeRows("Ranking")).length, 12));
  });

  it("Rank By… orders by another score, in its direction", async () => {
    const cli = cliPairs(join(sample.folder, SAMPLE.predictions), join(sample.folder, SAMPLE.truth));
    await workbench.runCommand("Mask Inspector: Rank By…");
    await workbench.quickInputType("Log loss (BCE)");
    const expected = [...cli].sort((a, b) => Number(b.scores.bce) - Number(a.scores.bce)).map(({ name }) => name);
    await eventually(async () => {
      const rows = await workbench.treeRows("Ranking");
      assert.deepEqual(
        rows.map((row) => row.split(" ")[0]),
        expected,
      );
    });
  });

  it("Show Worst Pair opens the first of the ranking", async () => {
    await workbench.runCommand("Mask Inspector: Show Worst Pair");
    const inspector = await workbench.frame(INSPECTOR);
    const [first] = await workbench.treeRows("Ranking");
    await eventually(async () => assert.equal(await nameOf(inspector), first?.split(" ")[0]));
  });

  it("Reverse Order puts the best first", async () => {
    const before = await workbench.treeRows("Ranking");
    await workbench.runCommand("Mask Inspector: Reverse Order");
    await eventually(async () => assert.deepEqual(await workbench.treeRows("Ranking"), [...before].reverse()));
    await workbench.runCommand("Mask Inspector: Reverse Order");
  });

  /** Exports in a format, to a file of the workspace; answers with what was written. */
  const exportAs = async (format: string, name: string): Promise<string> => {
    await workbench.runCommand("Mask Inspector: Export Scores…");
    await workbench.pickQuick(format);
    const file = join(sample.folder, name);
    await workbench.fileDialog(file);
    return eventually(() => readFile(file, "utf8"));
  };

  it("Export Scores… writes what the command line writes", async () => {
    const text = await exportAs("CSV", "scores.csv");
    assert.ok(!existsSync(join(root, "media/sample/pred/unet-v1-scores.csv")), "the shipped sample stays as it is");
    const [head, ...rows] = text.trimEnd().split("\n");
    assert.match(head ?? "", /^name,prediction,truth,width,height,kind,truth_area,bce/);
    assert.equal(rows.length, 12);
    const cli = cliPairs(join(sample.folder, SAMPLE.predictions), join(sample.folder, SAMPLE.truth));
    const column = (head ?? "").split(",").indexOf("bce");
    for (const row of rows) {
      const cells = row.split(",");
      assert.equal(Number(cells[column]), cli.find(({ name }) => name === cells[0])?.scores.bce);
    }
  });

  it("exports a page that opens offline, shows the worst pairs and sorts its table", async () => {
    await exportAs("HTML Report", "scores.html");
    const { page, requests, close } = await openOffline(join(sample.folder, "scores.html"));
    try {
      await eventually(async () => assert.equal(await page.locator("h1").textContent(), "unet-v1 against gt"));
      const cli = cliPairs(join(sample.folder, SAMPLE.predictions), join(sample.folder, SAMPLE.truth));
      const worst = [...cli].sort((a, b) => Number(a.scores.iou) - Number(b.scores.iou)).map(({ name }) => name);
      await eventually(async () => assert.deepEqual(await page.locator("figcaption b").allTextContents(), worst));
      const drawn = await page
        .locator("figure img")
        .evaluateAll((images) => images.filter((image) => image instanceof HTMLImageElement && image.naturalWidth > 0));
      assert.equal(drawn.length, 12);
      const table = page.getByRole("table", { name: "12 pairs" });
      await table.getByRole("button", { name: "bce ↓", exact: true }).click();
      const byBce = [...cli].sort((a, b) => Number(a.scores.bce) - Number(b.scores.bce)).map(({ name }) => name);
      await eventually(async () => {
        assert.deepEqual(await table.locator("tbody th").allTextContents(), byBce);
        assert.equal(await table.locator("th[aria-sort=ascending]").getByRole("button").textContent(), "bce ↓");
      });
      assert.deepEqual(requests(), [], "nothing is fetched");
    } finally {
      await close();
    }
  });

  it("zooms the inspector by commands that can be bound to keys", async () => {
    await workbench.runCommand("Mask Inspector: Show Worst Pair");
    const inspector = await workbench.frame(INSPECTOR);
    await part(inspector, "stage-canvas").click();
    const fitted = Number(await numberOf(inspector, "zoom"));
    await workbench.press("Alt+=");
    await eventually(async () => assert.ok(Number(await numberOf(inspector, "zoom")) > fitted));
    await workbench.press("Alt+0");
    await eventually(async () => assert.equal(Number(await numberOf(inspector, "zoom")), fitted));
  });
});

describe("the overlay in the side bar", () => {
  let workbench: Workbench;
  let sample: Awaited<ReturnType<typeof copySample>>;

  before(async () => {
    sample = await copySample();
    workbench = await Workbench.open({ folder: sample.folder, extension: root, theme: "high contrast dark" });
  });
  after(async () => {
    await workbench?.close();
    await sample?.remove();
  });

  it("the overlay follows the image file that is opened in an editor", async () => {
    const item = await workbench.explorerItem(`${SAMPLE.better}/river-split.png`);
    await item.click();
    await workbench.openActivity("Mask Inspector");
    const overlay = await workbench.frame(OVERLAY);
    const [cli] = cliPairs(
      join(sample.folder, SAMPLE.better, "river-split.png"),
      join(sample.folder, SAMPLE.truth, "river-split.png"),
    );
    await eventually(async () => assert.equal(await numberOf(overlay, "headline-iou"), cli?.scores.iou));
  });
});
