import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Frame } from "playwright-core";
import { findRegions } from "../../src/core/regions/list.js";
import { applyEdits, type Edit } from "../../src/core/whatIf/edits.js";
import { operations } from "../../src/core/whatIf/operations.js";
import { decode } from "../../src/formats/decode.js";
import { interpretPair } from "../../src/formats/interpret.js";
import { encodePng } from "../../src/formats/png.js";
import { root } from "../workbench/paths.js";
import { copySample, INSPECTOR, SAMPLE } from "../workbench/sample.js";
import { Workbench } from "../workbench/workbench.js";
import { cliPairs, eventually, nameOf, numberOf, part, scoresOf, setSlider } from "./support.js";

describe("the breakdown of a pair", () => {
  let workbench: Workbench;
  let sample: Awaited<ReturnType<typeof copySample>>;
  let inspector: Frame;

  before(async () => {
    sample = await copySample();
    workbench = await Workbench.open({ folder: sample.folder, extension: root, theme: "dark" });
    await workbench.contextMenu(SAMPLE.predictions, "Score Masks Against Ground Truth…");
    await workbench.pickQuick("gt");
    await workbench.openActivity("Mask Inspector");
    inspector = await workbench.frame(INSPECTOR);
  });
  after(async () => {
    await workbench?.close();
    await sample?.remove();
  });

  const open = async (name: string) => {
    await workbench.treeRow("Ranking", name).click();
    await eventually(async () => assert.equal(await nameOf(inspector), name));
  };
  const fileOf = (side: "predictions" | "truth", name: string) => join(sample.folder, SAMPLE[side], `${name}.png`);
  const readingOf = async (name: string) => {
    const [truth, prediction] = await Promise.all(
      (["truth", "predictions"] as const).map(async (side) =>
        decode(fileOf(side, name), await readFile(fileOf(side, name))),
      ),
    );
    const reading = interpretPair(truth, prediction, { kind: "binary", ignore: null });
    assert.ok(reading.kind === "binary");
    return reading;
  };
  /** The command line's scores of the pair, its prediction edited and saved. */
  const cliAfter = async (name: string, ...edits: readonly Edit[]) => {
    const { truth, prediction } = await readingOf(name);
    const { width, height, samples } = applyEdits(truth, prediction, edits);
    const file = join(sample.folder, "edited.png");
    await writeFile(file, encodePng({ width, height, channels: 1, samples: Uint8Array.from(samples) }));
    const [pair] = cliPairs(file, fileOf("truth", name));
    return pair.scores;
  };
  const regionRow = (place: number) => inspector.locator(`#region-${place}`);

  it("sorts the scores of each group by value and by the share of a region, the boundary band among them", async () => {
    await open("cells-merged");
    const rows = async (group: string) =>
      await part(inspector, `group-${group}`)
        .locator("tr.score")
        .evaluateAll((all) =>
          all.map((row) => ({
            id: row.getAttribute("data-score") ?? "",
            value: row.querySelector("td.value")?.getAttribute("data-value") ?? "",
          })),
        );
    const catalogued = await rows("losses");
    await part(inspector, "order").click();
    await part(inspector, "order-largest").click();
    await eventually(async () => {
      for (const group of ["losses", "metrics", "objects"]) {
        const values = (await rows(group)).filter(({ value }) => value !== "").map(({ value }) => Number(value));
        assert.deepEqual(
          values,
          [...values].sort((a, b) => b - a),
          group,
        );
      }
    });
    await part(inspector, "sort-band").click();
    await eventually(async () =>
      assert.equal(await part(inspector, "order").evaluate((list) => Reflect.get(list, "value")), "band"),
    );
    await eventually(async () => {
      const shares = await inspector.locator("tr.score .share .visually-hidden").allTextContents();
      const bands = shares.map((text) => Number(/Boundary band <?([\d.]+) %/.exec(text)?.[1])).slice(0, 10);
      assert.deepEqual(
        bands,
        [...bands].sort((a, b) => b - a),
      );
      assert.ok(bands[0] > 10);
    });
    await part(inspector, "sort-band").click();
    await eventually(async () => assert.deepEqual(await rows("losses"), catalogued));
  });

  it("lists every region of error, the costliest first, and follows the threshold", async () => {
    await open("cells-merged");
    const { truth, prediction } = await readingOf("cells-merged");
    const count = async () => Number((await part(inspector, "section-note-regions").textContent())?.replace(",", ""));
    for (const threshold of [0.3, 0.5]) {
      await setSlider(inspector, "threshold", threshold);
      const { list } = findRegions(truth, prediction, threshold);
      await eventually(async () => assert.equal(await count(), list.first.length));
    }
    await eventually(async () => {
      assert.equal(await regionRow(0).getAttribute("data-kind"), "bridge");
      const gains = await inspector
        .locator(".region")
        .evaluateAll((rows) => rows.map((row) => Number(row.getAttribute("data-gain"))));
      assert.ok(gains.length >= 10);
      assert.deepEqual(
        gains,
        [...gains].sort((a, b) => b - a),
      );
    });
  });

  it("flies to a region at a click, and says what every score would gain: as the command line on a corrected mask", async () => {
    await part(inspector, "fold-regions").click();
    await regionRow(0).click();
    await eventually(async () => assert.ok(Number(await numberOf(inspector, "zoom")) > 4));
    const first = Number(await regionRow(0).getAttribute("data-first"));
    const { truth, prediction } = await readingOf("cells-merged");
    const { ids } = findRegions(truth, prediction, 0.5).labels.regions;
    // The probe starts in the centre of what is seen.
    await part(inspector, "stage-canvas").focus();
    await workbench.press("Shift+ArrowRight");
    const rows = [...ids.keys()].filter((i) => ids[i] === ids[first]).map((i) => Math.floor(i / truth.width));
    await eventually(async () => {
      const [x, y] = await Promise.all(
        ["probe-x", "probe-y"].map(async (id) => Number(await part(inspector, id).textContent())),
      );
      assert.ok(y >= Math.min(...rows) && y <= Math.max(...rows) && x > 0);
    });
    const cli = await cliAfter("cells-merged", { do: "correct", first, threshold: 0.5 });
    for (const id of ["iou", "f1", "bce", "dice", "focal", "weighted_bce", "lovasz_hinge", "boundary_loss", "hd95"]) {
      await eventually(async () => {
        const value = await numberOf(inspector, `region-score-${id}-then`);
        assert.ok(
          Math.abs(Number(value) - Number(cli[id])) <= 1e-12 * Math.max(1, Math.abs(Number(cli[id]))),
          `${id}: ${value}, ${cli[id]}`,
        );
      });
    }
    await eventually(async () => {
      const gain = Number(await regionRow(0).getAttribute("data-gain"));
      const before = Number(await numberOf(inspector, "score-iou"));
      assert.ok(Math.abs(Number(cli.iou) - before - gain) < 1e-12);
    });
  });

  it("ranks by any loss, and walks the regions by key", async () => {
    const bce = Number(await numberOf(inspector, "score-bce"));
    await part(inspector, "region-score").click();
    await part(inspector, "region-score-bce").click();
    const first = await eventually(async () => {
      const row = regionRow(0);
      const cli = await cliAfter("cells-merged", {
        do: "correct",
        first: Number(await row.getAttribute("data-first")),
        threshold: 0.5,
      });
      assert.ok(Math.abs(bce - Number(cli.bce) - Number(await row.getAttribute("data-gain"))) < 1e-12);
      return row;
    });
    await eventually(async () => assert.match((await first.textContent()) ?? "", /Log loss/));
    await part(inspector, "regions").focus();
    await workbench.press("Home");
    await workbench.press("ArrowDown");
    await eventually(async () => assert.equal(await regionRow(1).getAttribute("aria-selected"), "true"));
    await eventually(async () =>
      assert.equal(await part(inspector, "regions").getAttribute("aria-activedescendant"), "region-1"),
    );
    await workbench.press("Escape");
    await part(inspector, "region-details").waitFor({ state: "hidden" });
    await part(inspector, "region-score").click();
    await part(inspector, "region-score-iou").click();
    await eventually(async () => assert.doesNotMatch((await regionRow(0).textContent()) ?? "", /Log loss/));
  });

  it("corrects a region in a what-if, plainly marked, and leads back", async () => {
    const before = await scoresOf(inspector);
    await regionRow(0).click();
    const first = Number(await regionRow(0).getAttribute("data-first"));
    await part(inspector, "region-correct").click();
    await part(inspector, "what-if").waitFor({ state: "visible" });
    await eventually(async () =>
      assert.match((await part(inspector, "what-if-words").textContent()) ?? "", /one region corrected/),
    );
    const cli = await cliAfter("cells-merged", { do: "correct", first, threshold: 0.5 });
    await eventually(async () => assert.equal(await numberOf(inspector, "score-iou"), cli.iou));
    await eventually(async () => assert.equal(await numberOf(inspector, "legend-fp-count"), cli.fp));
    const count = async () => part(inspector, "section-note-regions").textContent();
    await eventually(async () => assert.match((await count()) ?? "", /^\d+$/));
    await part(inspector, "fold-regions").press("Enter");
    await part(inspector, "what-if-reset").click();
    await part(inspector, "what-if").waitFor({ state: "hidden" });
    await eventually(async () => assert.deepEqual(await scoresOf(inspector), before));
    await eventually(async () => assert.equal(await count(), "", "folded, it does not count those of the file"));
    await part(inspector, "fold-regions").press("Enter");
    const { truth, prediction } = await readingOf("cells-merged");
    const { length } = findRegions(truth, prediction, 0.5).list.first;
    await eventually(async () => assert.equal(await count(), String(length)));
  });

  it("draws the scores against the threshold, with the numbers of the command line, and takes a new threshold by mouse and key", async () => {
    await open("vessels-thin");
    const files = [fileOf("predictions", "vessels-thin"), fileOf("truth", "vessels-thin")] as const;
    const cliAt = (threshold: number) => cliPairs(...files, "--threshold", String(threshold))[0].scores;
    const text = async (id: string) => (await part(inspector, id).textContent()) ?? "";
    const assertKey = async (threshold: number) => {
      const cli = cliAt(threshold);
      await eventually(async () => {
        assert.equal(await text("curve-place"), `t ${threshold}`);
        for (const [id, score] of [
          ["iou", "iou"],
          ["dice", "f1"],
          ["precision", "precision"],
          ["recall", "recall"],
        ] as const)
          assert.ok(Math.abs(Number(await text(`curve-${id}`)) - Number(cli[score])) < 5e-4, id);
      });
    };
    await assertKey(0.5);
    const line = part(inspector, "threshold-line");
    await line.focus();
    for (const key of ["ArrowLeft", "PageDown"]) await workbench.press(key);
    await eventually(async () => assert.equal(await part(inspector, "threshold-number").inputValue(), "0.39"));
    await eventually(async () =>
      assert.match((await line.getAttribute("aria-valuetext")) ?? "", /^0.39: IoU 0\.\d+, Dice/),
    );
    await assertKey(0.39);
    // By mouse: to three quarters of the plotting area.
    const plot = await inspector.locator('[data-testid="chart-threshold"] .u-over').first().boundingBox();
    const box = await line.boundingBox();
    assert.ok(plot && box);
    await workbench.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await workbench.page.mouse.down();
    await workbench.page.mouse.move(plot.x + 0.7 * plot.width, plot.y + 20);
    await workbench.page.mouse.move(plot.x + 0.75 * plot.width, plot.y + 20);
    await workbench.page.mouse.up();
    await workbench.page.mouse.move(0, 0);
    await eventually(async () => assert.equal(await part(inspector, "threshold-number").inputValue(), "0.75"));
    await assertKey(0.75);
    await part(inspector, "use-best-threshold").click();
    const cli = cliAt(0.5);
    await eventually(async () => assert.equal(await numberOf(inspector, "score-iou"), cli.best_iou));
    await eventually(async () =>
      assert.match(
        await text("chart-summary-threshold"),
        new RegExp(`${Number(cli.mean_iou).toPrecision(4)} on average`),
      ),
    );
    await setSlider(inspector, "threshold", 0.5);
  });

  it("draws precision and recall, reliability and the histogram, each in a sentence and in figures", async () => {
    const [pair] = cliPairs(fileOf("predictions", "vessels-thin"), fileOf("truth", "vessels-thin"));
    const { scores } = pair;
    const summary = async (id: string) => (await part(inspector, `chart-summary-${id}`).textContent()) ?? "";
    const figures = (value: number | null) => Number(value).toPrecision(4);
    await eventually(async () => {
      assert.match(
        await summary("precision-recall"),
        new RegExp(`Average precision ${figures(scores.average_precision)}`),
      );
      assert.match(await summary("reliability"), new RegExp(`error ${figures(scores.ece15)} over 15 bins`));
    });
    await eventually(async () =>
      assert.match(
        (await summary("histogram")).replaceAll(",", ""),
        new RegExp(`: ${scores.tp} foreground and ${scores.fp} background.*: ${scores.fn} and ${scores.tn}`),
      ),
    );
    for (const id of ["threshold", "precision-recall", "reliability", "histogram"]) {
      await part(inspector, `chart-table-${id}`).locator("summary").click();
      const rows = part(inspector, `chart-table-${id}`).locator("tbody tr");
      await eventually(async () => assert.ok((await rows.count()) >= 5, id));
    }
    await eventually(async () => {
      const truthInTable = await part(inspector, "chart-table-histogram")
        .locator("tbody td:last-child")
        .allTextContents();
      const sum = truthInTable.reduce((all, cell) => all + Number(cell.replace(",", "")), 0);
      assert.equal(sum, Number(scores.tp) + Number(scores.fn));
    });
  });

  it("draws the charts in the colours of the theme", async () => {
    /** How many pixels of a chart are near a colour of the theme. */
    const painted = (variable: string) =>
      inspector
        .locator('[data-testid="chart-precision-recall"] canvas')
        .first()
        .evaluate((canvas, name) => {
          const context = canvas instanceof HTMLCanvasElement ? canvas.getContext("2d") : null;
          const brush = document.createElement("canvas").getContext("2d");
          if (!context || !brush) throw new Error("not a canvas");
          brush.fillStyle = getComputedStyle(document.body).getPropertyValue(name);
          brush.fillRect(0, 0, 1, 1);
          const [red, green, blue] = brush.getImageData(0, 0, 1, 1).data;
          const { data } = context.getImageData(0, 0, context.canvas.width, context.canvas.height);
          let count = 0;
          for (let i = 0; i < data.length; i += 4)
            if (
              data[i + 3] > 200 &&
              Math.abs(data[i] - red) + Math.abs(data[i + 1] - green) + Math.abs(data[i + 2] - blue) < 12
            )
              count++;
          return { count, colour: `${red} ${green} ${blue}` };
        }, variable);
    const dark = await eventually(async () => {
      const found = await painted("--vscode-charts-blue");
      assert.ok(found.count > 50, JSON.stringify(found));
      return found;
    });
    await workbench.setTheme("light");
    await eventually(async () => {
      const light = await painted("--vscode-charts-blue");
      assert.ok(light.colour !== dark.colour && light.count > 50, JSON.stringify(light));
    });
  });

  it("notices each of the sample's failures, as the command line does, and nothing else", async () => {
    await workbench.setTheme("dark");
    const folders = [join(sample.folder, SAMPLE.predictions), join(sample.folder, SAMPLE.truth)] as const;
    for (const { name, diagnosis = [] } of cliPairs(...folders, "--scores", "pixel", "--diagnose")) {
      await open(name);
      await eventually(async () => {
        const found = await inspector
          .locator('[data-testid^="finding-"][data-severity]')
          .evaluateAll((items) =>
            items.map((item) => [
              (item.getAttribute("data-testid") ?? "").slice("finding-".length),
              item.querySelector(".finding-sentence")?.textContent ?? "",
            ]),
          );
        assert.deepEqual(
          found,
          diagnosis.map(({ id, sentence }) => [id, sentence]),
          name,
        );
        if (found.length === 0)
          assert.equal(await part(inspector, "diagnosis-words").textContent(), "Nothing stands out.");
      });
    }
  });

  it("acts on what it noticed: another threshold, an edit, the regions, the loss by pixel", async () => {
    await open("cloud-threshold");
    await part(inspector, "finding-threshold_off-threshold").click();
    await eventually(async () => assert.ok(Number(await numberOf(inspector, "score-iou")) > 0.9));
    await part(inspector, "finding-threshold_off").waitFor({ state: "detached" });
    await setSlider(inspector, "threshold", 0.5);
    await open("ship-shift");
    await part(inspector, "finding-shifted-try").click();
    const cli = await cliAfter("ship-shift", { do: "shift", dx: -2, dy: -1 });
    await eventually(async () => assert.equal(await numberOf(inspector, "headline-f1"), cli.f1));
    await part(inspector, "finding-shifted").waitFor({ state: "detached" });
    await part(inspector, "what-if-reset").click();
    await part(inspector, "finding-shifted").waitFor();
    await open("cars-missed");
    await part(inspector, "finding-saturated-loss").click();
    await eventually(async () =>
      assert.match((await part(inspector, "legend").textContent()) ?? "", /Log loss \(BCE\) by pixel/),
    );
    await part(inspector, "finding-missed_objects-regions").click();
    await eventually(async () =>
      assert.match((await part(inspector, "region-words").textContent()) ?? "", /nothing is predicted/),
    );
    await eventually(async () => assert.ok(Number(await numberOf(inspector, "zoom")) > 4));
    await part(inspector, "stage-canvas").focus();
    await workbench.press("1");
  });

  it("shows what every score makes of every operation, as the command line does of masks so changed", async () => {
    await open("polyp-hole");
    await part(inspector, "fold-whatIf").click();
    const before = await scoresOf(inspector);
    const shown = ["iou", "bce", "dice", "hd95", "object_f1"] as const;
    const assertColumn = async (column: string, cli: Readonly<Record<string, number | null>>, from = before) => {
      for (const id of shown) {
        const expected = Number(cli[id]) - Number(from[id]);
        await eventually(async () => {
          const cell = part(inspector, `what-if-${column}-${id}`);
          const change = Number(await cell.getAttribute("data-value"));
          assert.equal(await cell.locator("xpath=..").getAttribute("data-pending"), null);
          assert.ok(Math.abs(change - expected) < 1e-9, `${column} ${id}: ${change}, ${expected}`);
        });
      }
    };
    for (const { id, change } of operations) {
      const to = change(0.5);
      const cli =
        "edit" in to
          ? await cliAfter("polyp-hole", to.edit)
          : cliPairs(
              fileOf("predictions", "polyp-hole"),
              fileOf("truth", "polyp-hole"),
              "--threshold",
              String(to.threshold),
            )[0].scores;
      await assertColumn(id, cli);
    }
    // Filling the hole is better for all of them; direction is said, not only coloured.
    await eventually(async () => {
      assert.equal(await part(inspector, "what-if-fillHoles-iou").getAttribute("data-turn"), "better");
      assert.match((await part(inspector, "what-if-erode-iou").textContent()) ?? "", /^−.*worse$/);
      assert.equal(await part(inspector, "what-if-dropSpecks-iou").getAttribute("data-turn"), "same");
    });

    // Applied one on top of another, on the stage as well.
    await part(inspector, "what-if-fillHoles").click();
    await part(inspector, "what-if-erode").click();
    const edited = await cliAfter("polyp-hole", { do: "fillHoles" }, { do: "erode" });
    await eventually(async () => assert.equal(await numberOf(inspector, "legend-fn-count"), edited.fn));
    await eventually(async () =>
      assert.match((await part(inspector, "what-if-words").textContent()) ?? "", /holes filled, eroded/),
    );
    await assertColumn("soFar", edited);
    await assertColumn(
      "right",
      await cliAfter("polyp-hole", { do: "fillHoles" }, { do: "erode" }, { do: "shift", dx: 1, dy: 0 }),
      await scoresOf(inspector),
    );
    await part(inspector, "what-if-undo").click();
    const filled = await cliAfter("polyp-hole", { do: "fillHoles" });
    await eventually(async () => assert.equal(await numberOf(inspector, "score-iou"), filled.iou));
    await part(inspector, "what-if-reset").click();
    await eventually(async () => assert.deepEqual(await scoresOf(inspector), before));
  });

  it("folds a section, and keeps it so over a reload, what-if edits too", async () => {
    await part(inspector, "what-if-erode").click();
    await part(inspector, "what-if").waitFor({ state: "visible" });
    const { iou } = await cliAfter("polyp-hole", { do: "erode" });
    await eventually(async () => assert.equal(await numberOf(inspector, "score-iou"), iou));
    await part(inspector, "fold-scores").press("Enter");
    await part(inspector, "section-scores").waitFor({ state: "hidden" });
    await workbench.reload();
    inspector = await workbench.frame(INSPECTOR);
    await part(inspector, "section-regions").waitFor();
    await eventually(async () => assert.ok(!(await part(inspector, "section-scores").isVisible())));
    await part(inspector, "what-if").waitFor({ state: "visible" });
    await eventually(async () => assert.equal(await numberOf(inspector, "headline-iou"), iou));
    await part(inspector, "what-if-reset").click();
    await part(inspector, "fold-scores").press("Enter");
    await part(inspector, "section-scores").waitFor();
  });

  it("breaks no rule of its content security policy", () => {
    assert.deepEqual(
      workbench.webviewConsole.filter((line) => /Content Security Policy|Refused to/.test(line)),
      [],
    );
  });
});
