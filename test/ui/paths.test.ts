import assert from "node:assert/strict";
import { copyFile, cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Frame } from "playwright-core";
import { root } from "../workbench/paths.js";
import { copySample, INSPECTOR, OVERLAY, SAMPLE } from "../workbench/sample.js";
import { Workbench } from "../workbench/workbench.js";
import { cliPairs, eventually, nameOf, numberOf, part, scoresOf, setSlider } from "./support.js";

/** Enough that scoring takes longer than its notification needs to appear, and then to be pressed. */
const MANY = 4000;

describe("ways through VS Code", () => {
  let workbench: Workbench;
  let sample: Awaited<ReturnType<typeof copySample>>;
  let inspector: Frame;

  const at = (...path: string[]) => join(sample.folder, ...path);
  const shows = (name: string) => eventually(async () => assert.equal(await nameOf(inspector), name));
  const ranked = async (name: string) =>
    (await workbench.treeRows("Ranking")).find((row) => row.startsWith(name))?.split(" ")[1];

  before(async () => {
    sample = await copySample();
    // The same truth but for one pair, as after a correction of it.
    await cp(at(SAMPLE.truth), at("masks"), { recursive: true });
    await copyFile(at(SAMPLE.predictions, "leaf-perfect.png"), at("masks", "leaf-perfect.png"));
    for (const side of ["many/pred", "many/gt"]) await mkdir(at(side), { recursive: true });
    for (let i = 0; i < MANY; i++) {
      await copyFile(at(SAMPLE.predictions, "cells-merged.png"), at("many/pred", `${i}.png`));
      await copyFile(at(SAMPLE.truth, "cells-merged.png"), at("many/gt", `${i}.png`));
    }
    workbench = await Workbench.open({ folder: sample.folder, extension: root, theme: "dark" });
    await workbench.contextMenu(SAMPLE.predictions, "Score Masks Against Ground Truth…");
    await workbench.pickQuick("gt");
    inspector = await workbench.frame(INSPECTOR);
    await workbench.treeRow("Ranking", "leaf-perfect").click();
    await shows("leaf-perfect");
  });
  after(async () => {
    await workbench?.close();
    await sample?.remove();
  });

  it("what the status bar said of a run goes when the ranking says something else", async () => {
    const said = workbench.page.locator(".part.statusbar").getByText(/0\.\d{4} · 12 pairs/);
    await workbench.see(said, "the summary of the run");
    await workbench.runCommand("Mask Inspector: Rank By…");
    await workbench.quickInputType("F1 (hard Dice)");
    await eventually(async () => assert.equal(await said.count(), 0));
    await workbench.runCommand("Mask Inspector: Rank By…");
    await workbench.quickInputType("IoU (Jaccard)");
    await eventually(async () => assert.match(await workbench.viewMessage("Ranking"), /^IoU/));
  });

  it("Open Prediction and Open Ground Truth open the files of a row", async () => {
    for (const entry of ["Open Prediction", "Open Ground Truth"]) {
      await workbench.retry(entry, async () => {
        await workbench.rowMenu("Ranking", "polyp-hole", entry);
        return (await workbench.tabs()).includes("polyp-hole.png");
      });
    }
  });

  it("the files of the inspector open beside it", async () => {
    await workbench.treeRow("Ranking", "cells-merged").click();
    await workbench.openTab("cells-merged");
    inspector = await workbench.frame(INSPECTOR);
    await shows("cells-merged");
    for (const role of ["prediction", "truth", "image"]) {
      await part(inspector, `open-${role}`).click();
      await workbench.retry(`the ${role}`, async () => (await workbench.tabs()).includes("cells-merged.png"));
      await workbench.runCommand("View: Close Editor");
      await workbench.openTab("cells-merged");
    }
  });

  it("Next Layer and Previous Layer turn the picture", async () => {
    const legend = async () => (await part(inspector, "legend").textContent()) ?? "";
    await part(inspector, "stage-canvas").focus();
    await workbench.press("1");
    const errors = await legend();
    await workbench.runCommand("Mask Inspector: Next Layer");
    await eventually(async () => assert.notEqual(await legend(), errors));
    await workbench.runCommand("Mask Inspector: Previous Layer");
    await eventually(async () => assert.equal(await legend(), errors));
  });

  it("the overlay in the side bar follows what is turned and edited in the inspector, and says so", async () => {
    const overlay = await workbench.frame(OVERLAY);
    const isAsInspector = (words: string) =>
      eventually(async () => {
        const [shown, said] = [
          await numberOf(overlay, "headline-iou"),
          await part(overlay, "overlay-note").textContent(),
        ];
        assert.deepEqual([shown, said], [await numberOf(inspector, "score-iou"), words]);
      });
    await eventually(async () => assert.equal(await nameOf(overlay), "cells-merged"));
    await setSlider(inspector, "threshold", 0.9);
    await isAsInspector("t 0.9");
    await setSlider(inspector, "threshold", 0.5);
    await part(inspector, "what-if-erode").click();
    await part(inspector, "what-if").waitFor({ state: "visible" });
    await isAsInspector("t 0.5; what if: eroded");
    await part(inspector, "what-if-reset").click();
    await isAsInspector("t 0.5");
  });

  it("Choose Ground Truth… scores against another folder", async () => {
    const before = await ranked("leaf-perfect");
    await workbench.runCommand("Mask Inspector: Choose Ground Truth…");
    await workbench.pickQuick("masks");
    await eventually(async () => assert.equal(await ranked("leaf-perfect"), "1.0000"));
    await workbench.runCommand("Mask Inspector: Choose Ground Truth…");
    await workbench.pickQuick("gt");
    await eventually(async () => assert.equal(await ranked("leaf-perfect"), before));
  });

  it("Score Again sees files that have changed", async () => {
    const [before, file] = [await ranked("leaf-perfect"), at(SAMPLE.predictions, "leaf-perfect.png")];
    const model = await readFile(file);
    await copyFile(at(SAMPLE.truth, "leaf-perfect.png"), file);
    await workbench.runCommand("Mask Inspector: Score Again");
    await eventually(async () => assert.equal(await ranked("leaf-perfect"), "1.0000"));
    await writeFile(file, model);
    await workbench.runCommand("Mask Inspector: Score Again");
    await eventually(async () => assert.equal(await ranked("leaf-perfect"), before));
  });

  describe("settings", () => {
    /** VS Code notices a changed file in its own time: scores again until the check holds. */
    const apply = async (settings: Readonly<Record<string, unknown>>, check: () => Promise<void>) => {
      await mkdir(at(".vscode"), { recursive: true });
      const named = Object.entries(settings).map(([name, value]) => [`maskInspector.${name}`, value]);
      await writeFile(at(".vscode/settings.json"), JSON.stringify(Object.fromEntries(named)));
      await eventually(async () => {
        await workbench.runCommand("Mask Inspector: Score Again");
        // The tooltip of a row that the mouse rests on hides its neighbours.
        await workbench.page.mouse.move(0, 0);
        await workbench.treeRow("Ranking", "ship-shift").click({ timeout: 5000 });
        await eventually(check, 2000);
      }, 30_000);
    };
    const cliOf = (...flags: string[]) => {
      const pairs = cliPairs(at(SAMPLE.predictions), at(SAMPLE.truth), ...flags);
      const pair = pairs.find(({ name }) => name === "ship-shift");
      assert.ok(pair);
      return pair;
    };
    after(() => writeFile(at(".vscode/settings.json"), "{}"));

    for (const [settings, flags] of [
      [{ threshold: 0.8, kernel: 9, spacing: [2, 1] }, ["--threshold", "0.8", "--kernel", "9", "--spacing", "2,1"]],
      [{ preset: "smp" }, ["--preset", "smp"]],
      [{ ignoreId: 0 }, ["--ignore", "0"]],
    ] as const) {
      it(`${Object.keys(settings).join(", ")}: the inspector says what the command line says with the same`, async () => {
        const { scores } = cliOf(...flags);
        assert.notDeepEqual(scores, cliOf().scores);
        await apply(settings, async () => {
          inspector = await workbench.frame(INSPECTOR);
          assert.equal(await nameOf(inspector), "ship-shift");
          const page = await scoresOf(inspector);
          for (const id of ["iou", "dice", "bce", "weighted_bce", "hd", "object_f1"]) {
            assert.equal(page[id] ?? null, scores[id] ?? null, id);
          }
        });
      });
    }

    it("kind: masks are read as what it says", async () => {
      const { readAs } = cliOf("--kind", "objects");
      await apply({ kind: "objects" }, async () => {
        const page = await workbench.frame('body[data-layout="panel"] [data-testid="read-as-truth"]');
        assert.equal(await part(page, "read-as-truth").textContent(), readAs.truth);
      });
    });

    it("emptyPolicy: what means do with undefined scores, exported and in the side bar", async () => {
      let exports = 0;
      await apply({ emptyPolicy: "zero", rankBy: "recall" }, async () => {
        const file = at(`scores-${++exports}.json`);
        await workbench.runCommand("Mask Inspector: Export Scores…");
        await workbench.pickQuick("JSON");
        await workbench.fileDialog(file);
        const { settings, summary } = await eventually(async () => JSON.parse(await readFile(file, "utf8")));
        assert.equal(settings.emptyPolicy, "zero");
        const { mean, n, excluded } = summary.macro.recall;
        assert.deepEqual([n, excluded], [12, 0]);
        const message = await workbench.viewMessage("Ranking");
        assert.ok(message.includes(` ${mean.toFixed(4)} · 12 pairs`), message);
      });
    });
  });

  describe("a long scoring", () => {
    it("Cancel on the notification of a long scoring keeps what is scored", async () => {
      await workbench.openActivity("Explorer");
      await workbench.contextMenu("many/pred", "Score Masks Against Ground Truth…");
      await workbench.pickQuick("gt");
      await workbench.notificationAction("Scoring pred against gt", "Cancel");
      await eventually(async () => {
        const summary = await workbench.page
          .locator(".part.sidebar")
          .getByText(/cancelled$/)
          .first()
          .textContent();
        const [, pairs] = /· ([\d,]+) pairs/.exec(summary ?? "") ?? [];
        assert.ok(Number(pairs) > 0 && Number(pairs) < MANY, summary ?? "");
      });
    });
  });
});
