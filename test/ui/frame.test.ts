import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Frame } from "playwright-core";
import { PNG } from "pngjs";
import { root } from "../workbench/paths.js";
import { copySample, INSPECTOR, OVERLAY, SAMPLE } from "../workbench/sample.js";
import { Workbench } from "../workbench/workbench.js";
import { type CliPair, cliPairs, eventually, nameOf, numberOf, part, setSlider } from "./support.js";

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
  const clipboard = () => workbench.page.evaluate(() => navigator.clipboard.readText());
  const current = () => inspector.locator('[data-testid="filmstrip"] [aria-selected="true"]');

  describe("filmstrip", () => {
    it("shows the pairs in rank order, with name, score and a picture of real errors", async () => {
      await eventually(async () => {
        const labels = await inspector
          .locator('[data-testid="filmstrip"] [role="option"]')
          .evaluateAll((options) => options.map((option) => option.querySelector(".visually-hidden")?.textContent));
        assert.deepEqual(
          labels,
          worstFirst.map(({ name, scores }) => `${name}, IoU (Jaccard) ${Number(scores.iou).toFixed(4)}`),
        );
      });
      await eventually(async () => assert.equal(await current().getAttribute("data-place"), "0"));
      // The thumbnail of the perfect leaf is all but green; that of the inverted road is not.
      const coloursOf = (name: string) => {
        const place = worstFirst.findIndex((pair) => pair.name === name) + 1;
        return part(inspector, `frame-${place}`)
          .locator("canvas")
          .evaluate((canvas) => {
            const context = canvas instanceof HTMLCanvasElement ? canvas.getContext("2d") : null;
            if (!context) throw new Error("not a canvas");
            const { data } = context.getImageData(0, 0, context.canvas.width, context.canvas.height);
            const counts = { green: 0, orange: 0, blue: 0 };
            for (let i = 0; i < data.length; i += 4) {
              const [red, green, blue, alpha] = data.subarray(i, i + 4);
              if (alpha > 200) counts[red > green ? "orange" : blue > green ? "blue" : "green"]++;
            }
            return counts;
          });
      };
      await eventually(async () => {
        const leaf = await coloursOf("leaf-perfect");
        const road = await coloursOf("road-inverted");
        assert.ok(leaf.green > 20 * leaf.orange, JSON.stringify(leaf));
        assert.ok(road.orange > 2 * road.green, JSON.stringify(road));
      });
      // Nothing is above the highest threshold: what was found is missed, in blue.
      await setSlider(inspector, "threshold", 1);
      await eventually(async () => {
        const { green, orange, blue } = await coloursOf("leaf-perfect");
        assert.ok(green === 0 && orange === 0 && blue > 0, `${green} green, ${orange} orange, ${blue} blue`);
      });
      // The figures are still those that rank, and say so.
      const figure = async () => part(inspector, "frame-1").locator(".frame-score").textContent();
      const iou = Number(worstFirst[0]?.scores.iou).toFixed(4);
      await eventually(async () => assert.equal(await figure(), `${iou} at 0.5`));
      await setSlider(inspector, "threshold", 0.5);
      await eventually(async () => assert.equal(await figure(), iou));
    });

    it("walks by arrows as a list box, and opens what is clicked", async () => {
      await part(inspector, "filmstrip").focus();
      await workbench.press("ArrowRight");
      await workbench.press("ArrowRight");
      await shows(worstFirst[2]?.name);
      await eventually(async () => {
        assert.equal(await current().getAttribute("data-place"), "2");
        assert.equal(
          await part(inspector, "filmstrip").getAttribute("aria-activedescendant"),
          await current().getAttribute("id"),
        );
      });
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

    it("walks one pair a key, however fast, and the ranking marks where it ends", async () => {
      await part(inspector, "stage-canvas").focus();
      const last = worstFirst.length - 1;
      await workbench.treeRow("Ranking", worstFirst[last]?.name ?? "").click();
      await shows(worstFirst[last]?.name);
      await part(inspector, "stage-canvas").focus();
      for (let press = 0; press < 7; press++) await workbench.press("k");
      await shows(worstFirst[last - 7]?.name);
      const row = workbench.treeRow("Ranking", worstFirst[last - 7]?.name ?? "");
      await eventually(async () => assert.equal(await row.getAttribute("aria-selected"), "true"));
      await shows(worstFirst[last - 7]?.name);
    });

    it("is found selected in a ranking that was hidden meanwhile", async () => {
      const next = worstFirst[worstFirst.length - 7]?.name;
      await workbench.openActivity("Explorer");
      await part(inspector, "stage-canvas").focus();
      await workbench.press("j");
      await shows(next);
      await workbench.openActivity("Mask Inspector");
      const row = workbench.treeRow("Ranking", next ?? "");
      await eventually(async () => assert.equal(await row.getAttribute("aria-selected"), "true"));
    });

    it("folds by key and by button", async () => {
      await part(inspector, "stage-canvas").focus();
      await workbench.press("t");
      await part(inspector, "filmstrip").waitFor({ state: "hidden" });
      await part(inspector, "toggle-filmstrip").click();
      await part(inspector, "filmstrip").waitFor({ state: "visible" });
    });
  });

  describe("lock", () => {
    before(async () => {
      await workbench.treeRow("Ranking", "cells-merged").click();
      await shows("cells-merged");
    });

    it("lets the panel follow the mask that is opened in an editor, while it is off", async () => {
      await workbench.openActivity("Explorer");
      await (await workbench.explorerItem(`${SAMPLE.predictions}/ship-shift.png`)).click();
      // The picture lies over the panel, whose title follows already.
      await workbench.retry("a panel of that pair", async () => (await workbench.tabs()).includes("ship-shift"));
      await workbench.openTab("ship-shift");
      inspector = await workbench.frame(INSPECTOR);
      await shows("ship-shift");
    });

    it("keeps the panel on its pair, says so, and is kept over a reload", async () => {
      await workbench.runCommand("Mask Inspector: Toggle Lock on Pair");
      await eventually(async () => assert.equal(await part(inspector, "lock").getAttribute("aria-pressed"), "true"));
      await workbench.openActivity("Mask Inspector");
      await workbench.treeRow("Ranking", "polyp-hole").click();
      await workbench.see(
        workbench.page.getByText("The inspector is locked on ship-shift"),
        "what the status bar says",
      );
      const overlay = await workbench.frame(OVERLAY);
      await eventually(async () => assert.equal(await nameOf(overlay), "polyp-hole"));
      await shows("ship-shift");
      await workbench.reload();
      inspector = await workbench.frame(INSPECTOR);
      await shows("ship-shift");
      await eventually(async () => assert.equal(await part(inspector, "lock").getAttribute("aria-pressed"), "true"));
    });

    it("goes off by key", async () => {
      await part(inspector, "stage-canvas").focus();
      await workbench.press("l");
      await eventually(async () => assert.equal(await part(inspector, "lock").getAttribute("aria-pressed"), "false"));
      await workbench.openActivity("Mask Inspector");
      await workbench.treeRow("Ranking", "polyp-hole").click();
      await shows("polyp-hole");
    });
  });

  describe("links", () => {
    let link = "";

    it("are copied from the menu of the toolbar, and hold pair and view", async () => {
      await setSlider(inspector, "threshold", 0.42);
      await part(inspector, "stage-canvas").focus();
      await workbench.press("6");
      await workbench.press("+");
      await part(inspector, "more").click();
      await part(inspector, "menu-copyLink").click();
      link = await eventually(async () => {
        const text = await clipboard();
        assert.match(
          text,
          /^[\w-]+:\/\/mask-inspector\.mask-inspector\/view\?prediction=pred\/unet-v1\/polyp-hole\.png&truth=gt\//,
        );
        assert.match(text, /&threshold=0\.42/);
        assert.match(text, /&camera=/);
        return text;
      });
    });

    it("restore pair, layer, threshold and zoom", async () => {
      const zoom = await numberOf(inspector, "zoom");
      await workbench.press("f");
      await workbench.press("1");
      await setSlider(inspector, "threshold", 0.5);
      await workbench.treeRow("Ranking", "leaf-perfect").click();
      await shows("leaf-perfect");
      await openLink(link);
      await shows("polyp-hole");
      await eventually(async () => assert.equal(await part(inspector, "threshold-number").inputValue(), "0.42"));
      await eventually(async () => assert.match((await part(inspector, "legend").textContent()) ?? "", /adds? up to/));
      await eventually(async () => assert.equal(await numberOf(inspector, "zoom"), zoom));
    });

    it("say what is missing, and offer what leads on", async () => {
      await openLink(link.replace("truth=gt/", "truth=gone/"));
      const page = await workbench.frame('body[data-layout="panel"] [data-testid="failure-reason"]');
      await eventually(async () =>
        assert.match((await part(page, "failure-reason").textContent()) ?? "", /gone\/polyp-hole\.png/),
      );
      await part(page, "choose-truth").click();
      await workbench.pickQuick("gt");
      inspector = await workbench.frame(INSPECTOR);
      await shows("polyp-hole");
      await openLink(link.replace("prediction=pred/", "prediction=gone/"));
      assert.match(await workbench.notification("gone/unet-v1/polyp-hole.png"), /Open the folder that holds it/);
      await openLink("https://example.com/");
      await workbench.notification("This is no link to a view of Mask Inspector");
      await workbench.runCommand("Notifications: Clear All Notifications");
    });

    async function openLink(text: string): Promise<void> {
      await workbench.runCommand("Mask Inspector: Open Link to View…");
      await workbench.quickInputType(text);
    }
  });

  describe("save and copy", () => {
    before(async () => {
      await workbench.treeRow("Ranking", "ship-shift").click();
      await shows("ship-shift");
      await setSlider(inspector, "threshold", 0.3);
    });

    const choose = async (item: string) => {
      await part(inspector, "more").click();
      await part(inspector, `menu-${item}`).click();
    };

    it("copies a command line that prints the numbers of the page", async () => {
      await part(inspector, "expand-focal").click();
      await setSlider(inspector, "parameter-focal-gamma", 1);
      await part(inspector, "expand-focal").click();
      await choose("copyCommandLine");
      const line = await eventually(async () => {
        const text = await clipboard();
        assert.match(text, /^node .*cli\.js score .*ship-shift\.png/);
        return text;
      });
      const { stdout, stderr } = spawnSync("sh", ["-c", line], { encoding: "utf8", maxBuffer: 1 << 28 });
      assert.equal(stderr, "");
      const [pair]: CliPair[] = JSON.parse(stdout).pairs;
      for (const id of ["iou", "focal", "bce", "hd95", "object_f1"]) {
        await eventually(async () => assert.equal(await numberOf(inspector, `score-${id}`), pair?.scores[id], id));
      }
    });

    it("copies the row as CSV and as Markdown", async () => {
      const iou = await numberOf(inspector, "score-iou");
      await choose("copyRowAsCsv");
      await eventually(async () => {
        const [head = "", row = ""] = (await clipboard()).split("\n");
        assert.equal(row.split(",")[0], "ship-shift");
        assert.equal(Number(row.split(",")[head.split(",").indexOf("iou")]), iou);
      });
      await choose("copyRowAsMarkdown");
      await eventually(async () => assert.match(await clipboard(), /^\| name \| bce .*\n.*\n\| ship-shift \|/));
    });

    it("says of an edited prediction what was done to it, in the row and before the command", async () => {
      await part(inspector, "what-if-erode").click();
      await eventually(async () =>
        assert.match((await part(inspector, "what-if-words").textContent()) ?? "", /What if: eroded/),
      );
      await choose("copyRowAsCsv");
      await eventually(async () => {
        const [head = "", row = ""] = (await clipboard()).split("\n");
        assert.equal(row.split(",")[head.split(",").indexOf("edited")], "eroded");
        assert.equal(Number(row.split(",")[head.split(",").indexOf("iou")]), await numberOf(inspector, "score-iou"));
      });
      await choose("copyCommandLine");
      await eventually(async () => assert.match(await clipboard(), /^# .*\(eroded\)\.\nnode /));
      await part(inspector, "what-if-reset").click();
      await part(inspector, "what-if").waitFor({ state: "hidden" });
    });

    it("copies the picture", async () => {
      await choose("copyPicture");
      await eventually(async () =>
        assert.deepEqual(await workbench.page.evaluate(async () => (await navigator.clipboard.read())[0]?.types), [
          "image/png",
        ]),
      );
    });

    it("says what to do where the clipboard is denied", async () => {
      // As text: what names functions for stack traces is not there in the page.
      await inspector.evaluate(`Object.defineProperty(navigator.clipboard, "write", {
        value: () => Promise.reject(new DOMException("Write permission denied.", "NotAllowedError")),
        configurable: true,
      })`);
      await choose("copyPicture");
      assert.match(await workbench.notification("may not write to the clipboard"), /or save the picture instead/);
      await inspector.evaluate(() => Reflect.deleteProperty(navigator.clipboard, "write"));
      await workbench.runCommand("Notifications: Clear All Notifications");
    });

    it("saves the picture, with stage, legend and numbers", async () => {
      await choose("savePicture");
      const file = join(sample.folder, "picture.png");
      await workbench.fileDialog(file);
      const png = await eventually(async () => PNG.sync.read(await readFile(file)));
      const stage = await part(inspector, "stage-canvas").boundingBox();
      assert.ok(stage);
      assert.equal(png.width, Math.round(stage.width));
      assert.ok(png.height > stage.height + 60, "a head above, and a legend below");
      // The colours of errors, as the stage has them, and words in the head.
      const at = (x: number, y: number) => [...png.data.subarray(4 * (y * png.width + x), 4 * (y * png.width + x) + 3)];
      const head = Array.from({ length: 200 }, (_, x) => at(x, 19));
      assert.ok(head.some(([red]) => red > 150) && head.some(([red]) => red < 60), "light words on dark ground");
    });
  });

  describe("layout and voice", () => {
    before(async () => {
      await workbench.treeRow("Ranking", "ship-shift").click();
      await shows("ship-shift");
      await setSlider(inspector, "threshold", 0.5);
    });

    it("gives the breakdown the width that the sash is moved to, by keyboard and by mouse", async () => {
      const widthOf = async () => (await inspector.locator(".breakdown").boundingBox())?.width ?? 0;
      const usual = Math.round(await widthOf());
      await part(inspector, "splitter").focus();
      await workbench.press("ArrowLeft");
      await workbench.press("ArrowLeft");
      await eventually(async () => assert.equal(await widthOf(), usual + 32));
      const sash = await part(inspector, "splitter").boundingBox();
      assert.ok(sash);
      const [x, y] = [sash.x + sash.width / 2, sash.y + 200];
      await workbench.page.mouse.move(x, y);
      await workbench.page.mouse.down();
      await workbench.page.mouse.move(x + 50, y, { steps: 4 });
      await workbench.page.mouse.up();
      await eventually(async () => assert.ok(Math.abs((await widthOf()) - (usual - 18)) <= 2, String(await widthOf())));
      await part(inspector, "splitter").focus();
      await workbench.press("Enter");
      await eventually(async () => assert.equal(Math.round(await widthOf()), usual));
    });

    it("says the pair in one sentence, and after that only what changes", async () => {
      const said = () => part(inspector, "status").textContent();
      await part(inspector, "stage-canvas").focus();
      await workbench.press("1");
      await workbench.press("k");
      await shows("polyp-hole");
      await eventually(async () =>
        assert.match(
          (await said()) ?? "",
          /^Pair 8 of 12, polyp-hole: IoU 0\.81, \d+ regions? of error, .*(missed|false), [a-z ]+, [\d,]+ pixels; showing Errors$/,
        ),
      );
      await eventually(async () =>
        assert.equal(await part(inspector, "stage-canvas").getAttribute("aria-label"), await said()),
      );
      await workbench.press("2");
      await eventually(async () => assert.equal(await said(), "showing Truth"));
      await workbench.press("]");
      await eventually(async () => assert.match((await said()) ?? "", /^Threshold 0\.51/));
      await workbench.press("1");
    });

    it("folds the toolbar on a narrow page, cuts nothing off, and unfolds it again", async () => {
      await workbench.runCommand("View: Toggle Primary Side Bar Visibility");
      for (const width of [272, 348, 560, 800]) {
        await workbench.page.setViewportSize({ width, height: 900 });
        await eventually(async () => {
          const cut = await inspector.evaluate(() =>
            [...document.querySelectorAll("body *")]
              .filter((part) => !part.closest(".film, .visually-hidden, :not(:popover-open)[popover]"))
              .filter((part) => part.getBoundingClientRect().right > window.innerWidth + 1)
              .map((part) => part.outerHTML.slice(0, 80)),
          );
          assert.deepEqual(cut, [], `${width} wide`);
        });
      }
      await workbench.page.setViewportSize({ width: 348, height: 900 });
      // The tables of the what-if stand below each other, and no change in them is cut off.
      await eventually(async () => {
        const [tables, cut] = await part(inspector, "what-if-matrix").evaluate((matrix) => [
          matrix.querySelectorAll("table").length,
          [...matrix.querySelectorAll("td .change")].filter((change) => {
            const cell = change.closest("td");
            return cell && change.getBoundingClientRect().left < cell.getBoundingClientRect().left - 1;
          }).length,
        ]);
        assert.ok(tables > 1 && cut === 0, `${tables} tables, ${cut} cut off`);
      });
      await part(inspector, "fold").click();
      await part(inspector, "fold-popover").locator('[data-testid="view"]').waitFor({ state: "visible" });
      await inspector.locator('.toolbar-end > .dial [data-testid="threshold"]').waitFor({ state: "visible" });
      await setSlider(inspector, "threshold", 0.7);
      await eventually(async () => assert.equal(await part(inspector, "threshold-number").inputValue(), "0.7"));
      await workbench.press("Escape");
      await part(inspector, "fold-popover").waitFor({ state: "hidden" });
      await workbench.page.setViewportSize({ width: 1440, height: 900 });
      await part(inspector, "fold").waitFor({ state: "hidden" });
      await inspector.locator('.toolbar-end > .dial [data-testid="threshold"]').waitFor({ state: "visible" });
      await setSlider(inspector, "threshold", 0.5);
      await workbench.runCommand("View: Toggle Primary Side Bar Visibility");
    });

    it("says where it is turned away from the run, and turns back, by line and by button", async () => {
      const note = part(inspector, "turned-note");
      const field = part(inspector, "threshold-number");
      const isBack = async () => {
        await note.waitFor({ state: "hidden" });
        await part(inspector, "reset-threshold").waitFor({ state: "hidden" });
        await eventually(async () => assert.equal(await field.inputValue(), "0.5"));
      };
      // Another test has turned a parameter.
      await eventually(async () =>
        assert.equal(await note.textContent(), "Parameters of Focal loss are not those of the ranking. Reset"),
      );
      await part(inspector, "reset-turned").click();
      await isBack();
      // Any number in range is right; the arrows go on from it in hundredths.
      await field.fill("0.334");
      await eventually(async () => assert.equal(await field.evaluate((input) => input.matches(":invalid")), false));
      await eventually(async () =>
        assert.match((await note.textContent()) ?? "", /^Threshold 0\.334 here, 0\.5 in the ranking\./),
      );
      await field.press("ArrowUp");
      await eventually(async () => assert.equal(await field.inputValue(), "0.344"));
      await part(inspector, "reset-threshold").click();
      await isBack();
      await field.fill("0.6");
      await field.press("Tab");
      await part(inspector, "reset-turned").click();
      await isBack();
    });

    it("puts away the probe by Escape, then leads back to the stage", async () => {
      const probeX = () => part(inspector, "probe-x").textContent();
      await part(inspector, "stage-canvas").focus();
      await workbench.press("Shift+ArrowRight");
      await eventually(async () => assert.match((await probeX()) ?? "", /\d/));
      await workbench.press("Escape");
      await eventually(async () => assert.doesNotMatch((await probeX()) ?? "", /\d/));
      await part(inspector, "filmstrip").focus();
      await workbench.press("Escape");
      await eventually(async () =>
        assert.equal(await inspector.evaluate(() => document.activeElement?.className), "stage-canvas"),
      );
    });
  });
});
