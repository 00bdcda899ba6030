import assert from "node:assert/strict";
import { utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Frame } from "playwright-core";
import { signedDistanceAt } from "../../src/core/boundary/distanceAt.js";
import { otherClassSquares } from "../../src/core/boundary/otherClass.js";
import { boundaryWeight } from "../../src/core/boundary/weight.js";
import { catalogue, scoreById } from "../../src/core/catalogue.js";
import { distanceMaps } from "../../src/core/maps/distances.js";
import { jointTable } from "../../src/core/maps/jointTable.js";
import { quantise, quantiseFinely } from "../../src/core/maps/quantise.js";
import { findSpecks } from "../../src/core/maps/specks.js";
import { defaultSettings } from "../../src/core/settings.js";
import { atOnce } from "../../src/core/steps.js";
import { encodePng } from "../../src/formats/png.js";
import type { GatheredPair } from "../../src/scoring/gatheredPair.js";
import { gatherPair } from "../../src/scoring/gatherPair.js";
import { createAnalyst } from "../../webview/breakdown/analysis.js";
import { magnitudeScale, signedScale } from "../../webview/paint/scales.js";
import { signedBytes } from "../../webview/paint/signedBytes.js";
import { weightedValues } from "../../webview/paint/weightedLoss.js";
import { weightPlanes } from "../../webview/paint/weightPlanes.js";
import { mapOf, maskColour, regionColours } from "../../webview/stage/palettes.js";
import { formatValue } from "../../webview/ui/format.js";
import { root } from "../workbench/paths.js";
import { copySample, INSPECTOR, SAMPLE } from "../workbench/sample.js";
import { Workbench } from "../workbench/workbench.js";
import { cliPairs, eventually, nameOf, numberOf, part, setSlider, stageColours, stagePixels } from "./support.js";

const NAME = "crack-specks";
/** Four pixels: a probe can go to every one. */
const TINY = "tiny";
/** Its surfaces take longer to compute than a frame. */
const LARGE = "large";

/** Colours as `stageColours` names them. */
const rgb = (packed: number) => `${packed & 255},${(packed >> 8) & 255},${(packed >> 16) & 255}`;
const ofMask = (colour: string) => maskColour(colour).join();

describe("the stage", () => {
  let workbench: Workbench;
  let sample: Awaited<ReturnType<typeof copySample>>;
  let inspector: Frame;
  let pair: GatheredPair;

  before(async () => {
    sample = await copySample();
    const job = { name: NAME, prediction: fileOf("predictions", NAME), truth: fileOf("truth", NAME) };
    const tiny = { predictions: [230, 180, 90, 20], truth: [255, 255, 0, 0] };
    for (const side of ["predictions", "truth"] as const) {
      await write(side, TINY, 2, (i) => tiny[side][i]);
      const radius = side === "truth" ? 400 : 380;
      await write(side, LARGE, 1024, (i) => (Math.hypot((i & 1023) - 512, (i >> 10) - 512) < radius ? 255 : 0));
    }
    const gathered = gatherPair(job, defaultSettings);
    assert.ok(gathered.status === "gathered");
    pair = gathered;
    workbench = await Workbench.open({ folder: sample.folder, extension: root, theme: "dark" });
    await workbench.contextMenu(SAMPLE.predictions, "Score Masks Against Ground Truth…");
    await workbench.pickQuick("gt");
    inspector = await workbench.frame(INSPECTOR);
    await workbench.openActivity("Mask Inspector");
    await workbench.treeRow("Ranking", NAME).click();
    await eventually(async () => assert.equal(await nameOf(inspector), NAME));
    // The name is there before the pixels, which begin with the whole mask.
    await eventually(async () => {
      await press("0");
      assert.equal(await numberOf(inspector, "zoom"), 1);
      assert.match((await part(inspector, "stage-canvas").getAttribute("aria-label")) ?? "", new RegExp(NAME));
    });
    await press("b");
  });
  after(async () => {
    await workbench?.close();
    await sample?.remove();
  });

  const fileOf = (side: "predictions" | "truth", name: string) => join(sample.folder, SAMPLE[side], `${name}.png`);
  const write = (side: "predictions" | "truth", name: string, edge: number, at: (i: number) => number) => {
    const samples = Uint8Array.from({ length: edge * edge }, (_, i) => at(i));
    return writeFile(fileOf(side, name), encodePng({ width: edge, height: edge, channels: 1, samples }));
  };
  const open = async (name: string) => {
    await workbench.treeRow("Ranking", name).click();
    await eventually(async () => assert.equal(await nameOf(inspector), name));
  };

  const press = async (key: string) => {
    await part(inspector, "stage-canvas").focus();
    await workbench.press(key);
  };

  /** The stage at 1 : 1, without the image, shows exactly these colours, one a pixel of the mask. */
  const showsColours = (colours: Iterable<string>) =>
    eventually(async () => {
      const wanted: Record<string, number> = {};
      for (const colour of colours) wanted[colour] = (wanted[colour] ?? 0) + 1;
      const shown = await stageColours(inspector);
      // The stage around the mask is clear, which reads as black.
      for (const [colour, count] of Object.entries(wanted)) {
        if (colour !== "0,0,0") assert.equal(shown[colour], count, colour);
      }
    });

  const mask = () => ({ width: pair.width, height: pair.height, pixels: pair.truth });
  const valuesOf = (table: Float64Array) =>
    Array.from(pair.truth, (y, i) => table[y * 256 + (pair.prediction[i] ?? 0)] ?? 0);
  const bySquareRoot = (values: readonly number[], map: string, scale = magnitudeScale) => {
    const step = scale(values.reduce((most, value) => Math.max(most, Math.abs(value)), 0));
    return values.map((value) => rgb(mapOf(map)[step(value)]));
  };

  it("paints the map of every layer as the core computes it", async () => {
    await press("4");
    await showsColours(Array.from(pair.prediction, (p) => rgb(mapOf("viridis")[p] ?? 0)));
    await press("5");
    const weight = quantise(boundaryWeight(mask(), defaultSettings.kernel));
    await showsColours(Array.from(weight.bytes, (byte) => rgb(mapOf("magma")[byte] ?? 0)));
    await press("9");
    const signed = otherClassSquares(mask(), [1, 1]).map((square, i) =>
      pair.truth[i] === 1 ? 1 - Math.sqrt(square) : Math.sqrt(square),
    );
    const { values } = signedBytes(quantiseFinely(signed));
    await showsColours(Array.from(values, (byte) => rgb(mapOf("diverging")[byte] ?? 0)));
    await press("6");
    const shares = scoreById("bce").shares(pair.evidence)?.plain;
    assert.ok(shares);
    await showsColours(bySquareRoot(valuesOf(jointTable(pair.evidence.pixels, shares)), "inferno"));
  });

  it("paints the losses that weigh with distances, as their shares add up to what is printed", async () => {
    const prediction = { ...mask(), samples: pair.prediction, meaning: "probability" as const, maximum: 255 };
    const maps = distanceMaps(mask(), prediction, [1, 1]);
    const planes = weightPlanes(null, { signed: quantiseFinely(maps.signed), squared: quantiseFinely(maps.squared) });
    for (const [id, scale, map] of [
      // Below 0 inside the truth.
      ["boundary_loss", signedScale, "diverging"],
      ["hausdorff_dt_loss", magnitudeScale, "inferno"],
    ] as const) {
      await part(inspector, `per-pixel-${id}`).click();
      const tables = createAnalyst(pair.evidence).lossTables(scoreById(id), defaultSettings);
      assert.ok(tables);
      const { bytes, largest } = weightedValues({ ...mask(), ...pair }, tables, planes, scale);
      await showsColours(Array.from(bytes.values, (byte) => rgb(mapOf(map)[byte])));
      const end = formatValue(largest);
      await eventually(async () => {
        const ends = ["legend-minimum", "legend-maximum"].map((id) => part(inspector, id).textContent());
        assert.deepEqual(await Promise.all(ends), scale === signedScale ? [`−${end}`, `+${end}`] : ["0", end]);
        assert.match((await part(inspector, "legend-loss").textContent()) ?? "", /exact: adds up to/);
      });
    }
  });

  it("shows the gradient of a loss that is no sum, its sign too, and names it so", async () => {
    await part(inspector, "per-pixel-lovasz_sigmoid").click();
    await eventually(async () =>
      assert.match((await part(inspector, "legend-gradient").textContent()) ?? "", /∂ Lovász-Sigmoid \/ ∂p.*no share/),
    );
    const gradient = scoreById("lovasz_sigmoid").gradient(pair.evidence)?.plain;
    assert.ok(gradient);
    const values = valuesOf(jointTable(pair.evidence.pixels, gradient));
    await showsColours(bySquareRoot(values, "diverging", signedScale));
    await press("a");
    await part(inspector, "layer-gradient-colours").click();
    await part(inspector, "layer-gradient-colours-inferno").click();
    await workbench.press("Escape");
    await eventually(async () =>
      assert.match((await part(inspector, "legend-gradient").textContent()) ?? "", /^\|∂ Lovász-Sigmoid \/ ∂p\|/),
    );
    await showsColours(bySquareRoot(values, "inferno"));
  });

  it("stacks layers from its menu, each with colour and outline", async () => {
    const { tp, fp, fn } = await counts();
    await press("2");
    await showsColours(Array<string>(tp + fn).fill(ofMask("blue")));
    await press("a");
    await part(inspector, "layers-popover").waitFor({ state: "visible" });
    await part(inspector, "layer-truth-shown").click();
    await part(inspector, "layer-prediction-shown").click();
    await showsColours(Array<string>(tp + fp).fill(ofMask("orange")));
    await workbench.press("Escape");
    await part(inspector, "layers-popover").waitFor({ state: "hidden" });
    await eventually(async () => {
      await press("=");
      assert.ok(Number(await numberOf(inspector, "zoom")) > 5);
    });
    const orange = async () => (await stageColours(inspector))[ofMask("orange")] ?? 0;
    let filled = 0;
    await eventually(async () => {
      filled = await orange();
      assert.ok(filled > 20 * (tp + fp), `${filled} at five times ${tp + fp}`);
    });
    await press("a");
    await part(inspector, "layer-prediction-outline").click();
    await eventually(async () => {
      const line = await orange();
      assert.ok(line > 0 && line < filled / 1.2, `${line} of ${filled}`);
    });
    await part(inspector, "layer-prediction-outline").click();
    await workbench.press("Escape");
    await press("0");
  });

  const counts = async () => {
    const cli = cliPairs(join(sample.folder, SAMPLE.predictions), join(sample.folder, SAMPLE.truth));
    const scores = cli.find(({ name }) => name === NAME)?.scores ?? {};
    return { tp: Number(scores.tp), fp: Number(scores.fp), fn: Number(scores.fn) };
  };

  it("compares two pictures by swipe, onion skin and blink", async () => {
    const { tp, fp, fn } = await counts();
    const [truth, prediction] = [ofMask("blue"), ofMask("orange")];
    const view = async (name: string) => {
      for (let i = 0; i < 6; i++) {
        if ((await part(inspector, "view").evaluate((list) => Reflect.get(list, "value"))) === name) return;
        await press("v");
        await inspector.waitForTimeout(50);
      }
    };
    await press("1");
    await view("swipe");
    const divider = part(inspector, "divider");
    await divider.focus();
    await workbench.press("End");
    await showsColours(Array<string>(tp + fn).fill(truth));
    await workbench.press("Home");
    await showsColours(Array<string>(tp + fp).fill(prediction));
    await workbench.press("ArrowRight");
    await eventually(async () => assert.equal(await divider.getAttribute("aria-valuenow"), "0.02"));
    await view("onion");
    await setSlider(inspector, "split", 0);
    await eventually(async () => assert.ok(((await stageColours(inspector))[truth] ?? 0) > 0));
    await setSlider(inspector, "split", 0.5);
    await eventually(async () => assert.equal((await stageColours(inspector))[truth], undefined));
    await view("blink");
    await eventually(async () => assert.equal(await part(inspector, "play").getAttribute("aria-pressed"), "true"));
    await part(inspector, "stage-canvas").focus();
    await workbench.page.keyboard.down(" ");
    await showsColours(Array<string>(tp + fp).fill(prediction));
    await workbench.page.keyboard.up(" ");
    await showsColours(Array<string>(tp + fn).fill(truth));
    await eventually(async () => assert.equal(await part(inspector, "play").getAttribute("aria-pressed"), "false"));
    await press("s");
    await press("s");
  });

  it("shows source, truth, prediction and errors two by two, on one camera", async () => {
    const { tp, fp, fn } = await counts();
    await press("1");
    await part(inspector, "view").click();
    await part(inspector, "view-grid").click();
    await eventually(async () =>
      assert.deepEqual(await inspector.locator(".pane-title:visible").allTextContents(), [
        "Image",
        "Truth",
        "Prediction",
        "Errors",
      ]),
    );
    await press("0");
    // Errors have the colours of the two masks, where no hatching covers them; rings around specks cover a few pixels.
    const colours = [
      [ofMask("blue"), tp + fn, fn],
      [ofMask("orange"), tp + fp, fp],
      [regionColours.tp.join(), tp, 0],
    ] as const;
    const showsAll = () =>
      eventually(async () => {
        const shown = await stageColours(inspector);
        for (const [colour, count, wrong] of colours) {
          const pixels = shown[colour] ?? 0;
          assert.ok(pixels >= 0.9 * count && pixels <= count + wrong, `${colour}: ${pixels} for ${count}`);
        }
      });
    await showsAll();
    // One camera for all: what is enlarged in one is in each.
    await press("+");
    await eventually(async () => {
      const shown = await stageColours(inspector);
      for (const [colour, count] of colours) assert.ok((shown[colour] ?? 0) > 1.5 * count, colour);
    });
    await press("0");
    await showsAll();
    await press("s");
  });

  it("does not blink by itself for those who asked for less motion", async () => {
    await workbench.page.emulateMedia({ reducedMotion: "reduce" });
    await part(inspector, "view").click();
    await part(inspector, "view-blink").click();
    await part(inspector, "compare-bar").waitFor({ state: "visible" });
    await eventually(async () => assert.equal(await part(inspector, "play").getAttribute("aria-pressed"), "false"));
    await workbench.page.emulateMedia({ reducedMotion: null });
    await press("s");
    await press("s");
  });

  it("tells the pixel under the probe exactly, and what it contributes to each loss", async () => {
    await press("1");
    await part(inspector, "probe-all").click();
    await press("Shift+ArrowRight");
    await eventually(async () => assert.match((await part(inspector, "probe-x").textContent()) ?? "", /\d/));
    const [x, y] = await Promise.all(
      ["probe-x", "probe-y"].map(async (id) => Number(await part(inspector, id).textContent())),
    );
    assert.ok(x !== undefined && y !== undefined);
    const i = y * pair.width + x;
    await eventually(async () => {
      assert.equal(await numberOf(inspector, "probe-p"), (pair.prediction[i] ?? 0) / 255);
      assert.equal(await numberOf(inspector, "probe-distance"), signedDistanceAt(mask(), x, y, [1, 1]));
      assert.equal(await numberOf(inspector, "probe-weight"), boundaryWeight(mask(), defaultSettings.kernel)[i]);
    });
    const shares = scoreById("bce").shares(pair.evidence)?.plain;
    const gradient = scoreById("dice").gradient(pair.evidence)?.plain;
    assert.ok(shares && gradient);
    await eventually(async () => {
      assert.equal(await numberOf(inspector, "pixel-bce"), valuesOf(jointTable(pair.evidence.pixels, shares))[i]);
      assert.equal(await numberOf(inspector, "pixel-dice"), valuesOf(jointTable(pair.evidence.pixels, gradient))[i]);
    });
    await part(inspector, "probe-all").click();
    await press("Escape");
  });

  it("adds up, pixel by pixel under the probe, to the losses of the command line", async () => {
    const [tiny] = cliPairs(
      ...((["predictions", "truth"] as const).map((side) => fileOf(side, TINY)) as [string, string]),
    );
    await open(TINY);
    await part(inspector, "probe-all").click();
    const ids = ["bce", "focal", "weighted_bce", "boundary_loss", "hausdorff_dt_loss"];
    const sums: Record<string, number> = Object.fromEntries(ids.map((id) => [id, 0]));
    for (const [key, x, y] of [
      ["Shift+ArrowRight", 1, 1],
      ["Shift+ArrowLeft", 0, 1],
      ["Shift+ArrowUp", 0, 0],
      ["Shift+ArrowRight", 1, 0],
    ] as const) {
      await press(key);
      await eventually(async () =>
        assert.deepEqual(await Promise.all(["probe-x", "probe-y"].map((id) => part(inspector, id).textContent())), [
          String(x),
          String(y),
        ]),
      );
      const values = await eventually(async () => {
        const shown = await Promise.all(ids.map((id) => numberOf(inspector, `pixel-${id}`)));
        assert.ok(!shown.includes(null));
        return shown;
      });
      for (const [i, id] of ids.entries()) sums[id] += Number(values[i]);
    }
    for (const id of ids) {
      const printed = Number(tiny.scores[id]);
      assert.ok(
        Math.abs(sums[id] - printed) <= 1e-12 * Math.max(1, Math.abs(printed)),
        `${id}: ${sums[id]}, ${printed}`,
      );
    }
    await part(inspector, "probe-all").click();
    await press("Escape");
  });

  it("moves what it has painted with a drag, there and back, and shows what it would paint anew", async () => {
    await open(NAME);
    await press("1");
    await press("f");
    await part(inspector, "minimap").waitFor({ state: "hidden" });
    const fit = Number(await numberOf(inspector, "zoom"));
    for (let i = 0; i < 3; i++) await press("=");
    await eventually(async () => assert.ok(Number(await numberOf(inspector, "zoom")) > 2 * fit));
    const box = await part(inspector, "stage-canvas").boundingBox();
    assert.ok(box);
    const { mouse } = workbench.page;
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const start = await stagePixels(inspector);
    await mouse.move(x, y);
    await mouse.down();
    for (const [dx, dy] of [
      [35, 20],
      [-60, -45],
      [-90, 10],
    ])
      await mouse.move(x + dx, y + dy, { steps: 5 });
    await mouse.up();
    await mouse.move(0, 0);
    const moved = await stagePixels(inspector);
    assert.notEqual(moved, start);
    // A threshold that goes away and returns has all painted again.
    await setSlider(inspector, "threshold", 0.4);
    await eventually(async () => assert.notEqual(await stagePixels(inspector), moved));
    await setSlider(inspector, "threshold", 0.5);
    await eventually(async () => assert.equal(await stagePixels(inspector), moved));
    await press("f");
  });

  it("says what is still computed apart from what is undefined, and moves nothing when it comes", async () => {
    await inspector.evaluate(() => {
      const seen = { cells: 0, words: "", busy: false, heights: [] as number[], endless: false };
      Object.assign(window, { seen });
      new MutationObserver(() => {
        const waiting = document.querySelectorAll("td[data-computing]");
        const table = document.querySelector(".scores");
        if (!table || waiting.length === 0) return;
        seen.cells = Math.max(seen.cells, waiting.length);
        seen.words = waiting[0].textContent;
        seen.busy ||= table.getAttribute("aria-busy") === "true";
        seen.heights.push(table.getBoundingClientRect().height);
        const moving = document.getAnimations().map(({ effect }) => effect);
        seen.endless ||= moving.some(
          (effect) =>
            effect instanceof KeyframeEffect &&
            effect.target?.matches("[data-computing]") &&
            effect.getComputedTiming().endTime === Number.POSITIVE_INFINITY,
        );
      }).observe(document.body, { subtree: true, childList: true, attributes: true });
    });
    // As if just written: what was read ahead of it does not serve.
    await utimes(fileOf("predictions", LARGE), new Date(), new Date());
    await open(LARGE);
    const seen = await inspector.evaluate(() => Reflect.get(window, "seen"));
    const needed = catalogue.filter(({ reads, kinds }) => reads !== undefined && kinds.includes("binary"));
    assert.equal(seen.cells, needed.length);
    assert.deepEqual([seen.words, seen.busy], ["computing", true]);
    assert.ok(!seen.endless, "an animation without end takes frames of a gesture");
    const height = await inspector.locator(".scores").evaluate((table) => table.getBoundingClientRect().height);
    assert.ok(seen.heights.every((early: number) => Math.abs(early - height) < 1));
    await eventually(async () => assert.equal(await inspector.locator("[data-computing]").count(), 0));
    await open(NAME);
    await press("0");
  });

  it("rings specks, and goes from error to error with a map in the corner", async () => {
    await press("1");
    const kinds = Uint8Array.from({ length: 768 }, (_, at) =>
      at >= 512 ? 0 : at < 256 ? Number(at / 255 > 0.5) : Number((at - 256) / 255 <= 0.5) * 2,
    );
    const specks = atOnce(findSpecks({ ...mask(), truth: pair.truth, prediction: pair.prediction }, kinds));
    assert.ok(specks.length > 0);
    await eventually(async () => assert.equal(await numberOf(inspector, "legend-specks-count"), specks.length));
    await press("f");
    const minimap = part(inspector, "minimap");
    await minimap.waitFor({ state: "hidden" });
    const fit = await numberOf(inspector, "zoom");
    await press("e");
    await eventually(async () => assert.ok(Number(await numberOf(inspector, "zoom")) > Number(fit)));
    await minimap.waitFor({ state: "visible" });
    const frame = () => inspector.locator(".minimap-frame").evaluate((box) => box.getAttribute("style"));
    const before = await frame();
    await minimap.click({ position: { x: 4, y: 4 } });
    await eventually(async () => assert.notEqual(await frame(), before));
    await press("f");
  });
});
