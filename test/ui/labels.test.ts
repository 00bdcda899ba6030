import assert from "node:assert/strict";
import { copyFile, cp, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { encodePng } from "../../src/formats/png.js";
import { root } from "../workbench/paths.js";
import { COMPARISON, copySample } from "../workbench/sample.js";
import { Workbench } from "../workbench/workbench.js";
import { cliPairs, eventually, nameOf, numberOf, part, stageColours } from "./support.js";

const SIDE = 32;
const colours = [
  [0, 0, 0],
  [128, 64, 128],
  [70, 70, 70],
  [107, 142, 35],
];
const classes = ["background", "road", "building", "tree"].map((name, id) => ({ id, name, color: colours[id] }));

/** Four classes in recurring columns, moved by some pixels. */
const stripes = (moved: number) =>
  Uint8Array.from({ length: SIDE * SIDE }, (_, at) => (((at % SIDE) + moved) >> 2) % 4);

const gray = (samples: Uint8Array) => encodePng({ width: SIDE, height: SIDE, channels: 1, samples });
const coloured = (samples: Uint8Array) =>
  encodePng({
    width: SIDE,
    height: SIDE,
    channels: 4,
    samples: Uint8Array.from(Array.from(samples).flatMap((id) => [...(colours[id] ?? []), 255])),
  });

describe("label maps", () => {
  let workbench: Workbench;
  let sample: Awaited<ReturnType<typeof copySample>>;
  const at = (...parts: readonly string[]) => join(sample.folder, ...parts);

  before(async () => {
    sample = await copySample();
    for (const [folder, encode] of [
      ["maps", gray],
      ["colours", coloured],
    ] as const) {
      for (const side of ["gt", "pred", "second"]) await mkdir(at(folder, side), { recursive: true });
      for (const [name, moved] of [
        ["near", 1],
        ["far", 2],
      ] as const) {
        await writeFile(at(folder, "gt", `${name}.png`), encode(stripes(0)));
        if (folder === "maps") await writeFile(at(folder, "second", `${name}.png`), encode(stripes(moved + 2)));
        await writeFile(at(folder, "pred", `${name}.png`), encode(stripes(moved)));
      }
    }
    for (const side of ["gt", "pred"]) {
      await mkdir(at("cells", side), { recursive: true });
      await copyFile(join(root, "test/reference/data", side, "h18_inst_256.png"), at("cells", side, "cells.png"));
    }
    // A second model that found all.
    await cp(at("cells/gt"), at("cells/second"), { recursive: true });
    await mkdir(at(".vscode"), { recursive: true });
    await writeFile(at(".vscode", "settings.json"), JSON.stringify({ "maskInspector.classes": "classes.json" }));
    await writeFile(at("classes.json"), JSON.stringify(classes));
    workbench = await Workbench.open({ folder: sample.folder, extension: root, theme: "light" });
  });
  after(async () => {
    await workbench?.close();
    await sample?.remove();
  });

  it("are ranked by their own score, and open with their pictures and scores", async () => {
    await workbench.contextMenu("maps/pred", "Score Masks Against Ground Truth…");
    await workbench.pickQuick("gt");
    await workbench.openActivity("Mask Inspector");
    await eventually(async () => {
      const names = (await workbench.treeRows("Ranking")).map((row) => row.split(" ")[0]);
      assert.deepEqual(names, ["far", "near"]);
    });
    const page = await workbench.frame('body[data-layout="panel"] [data-testid="scores-only"]');
    const cli = cliPairs(at("maps/pred"), at("maps/gt"), "--classes", at("classes.json"));
    const far = cli.find(({ name }) => name === "far")?.scores ?? {};
    for (const id of ["miou", "fw_iou", "pixel_accuracy", "kappa"]) {
      await eventually(async () => assert.equal(await numberOf(page, `score-${id}`), far[id], id));
    }
    await eventually(async () => assert.equal(await numberOf(page, "headline-miou"), far.miou));
    await part(page, "next").click();
    await eventually(async () => assert.equal(await nameOf(page), "near"));
  });

  it("are diagnosed as the command line does, with a link that shows it", async () => {
    const page = await workbench.frame('body[data-layout="panel"] [data-testid="scores-only"]');
    const flags = ["--classes", at("classes.json"), "--diagnose"];
    const [finding] =
      cliPairs(at("maps/pred"), at("maps/gt"), ...flags).find(({ name }) => name === "near")?.diagnosis ?? [];
    assert.equal(finding?.id, "shifted");
    assert.match(finding.sentence, /^Moved by 1 px right the mIoU would be 1 /);
    await eventually(async () =>
      assert.ok((await part(page, "finding-shifted").textContent())?.includes(finding.sentence)),
    );
    const view = () => part(page, "view").evaluate((list) => Reflect.get(list, "value"));
    await part(page, "finding-shifted-compare").click();
    await eventually(async () => assert.equal(await view(), "blink"));
    await part(page, "stage-canvas").focus();
    // It is the last of the views.
    await workbench.press("v");
    await eventually(async () => assert.equal(await view(), "single"));
  });

  it("are painted: what is right and wrong, the classes in their colours, one class alone, names in the probe", async () => {
    const page = await workbench.frame('body[data-layout="panel"] [data-testid="scores-only"]');
    const stage = part(page, "stage-canvas");
    const counts = async (...kinds: readonly string[]) =>
      Promise.all(kinds.map((kind) => numberOf(page, `legend-${kind}-count`)));
    // Moved by one of four columns: a quarter is wrong.
    const quarter = (SIDE * SIDE) / 4;
    await eventually(async () => assert.deepEqual(await counts("right", "wrong"), [3 * quarter, quarter]));
    await part(page, "class-1").click();
    const road = stripes(0).filter((id) => id === 1).length;
    await eventually(async () =>
      assert.deepEqual(await counts("right", "missed", "false"), [(3 * road) / 4, road / 4, road / 4]),
    );
    const near = cliPairs(at("maps/pred"), at("maps/gt"), "--classes", at("classes.json")).find(
      ({ name }) => name === "near",
    );
    await eventually(async () => assert.equal(await numberOf(page, "class-1-iou"), near?.perClass?.iou[1]));
    await part(page, "class-1").click();
    await stage.focus();
    await workbench.press("2");
    await part(page, "zoom-actual").click();
    await eventually(async () => {
      const shown = await stageColours(page);
      for (const [id, colour] of colours.entries()) {
        if (id > 0) assert.equal(shown[colour.join()], stripes(0).filter((own) => own === id).length, `class ${id}`);
      }
    });
    await stage.focus();
    await workbench.press("Shift+ArrowRight");
    await eventually(async () => {
      const line = page.locator(".probe-values").filter({ visible: true });
      assert.match((await line.textContent()) ?? "", /truth(background|road|building|tree) \(\d\)/);
    });
    await workbench.press("1");
    await part(page, "zoom-fit").click();
  });

  it("of two models stand beside each other, with where they agree", async () => {
    await workbench.openActivity("Explorer");
    await workbench.select("maps/pred", "maps/second");
    await workbench.contextMenu("maps/second", "Compare Prediction Folders…");
    const comparison = await workbench.frame(COMPARISON);
    await comparison.locator('.image-row[data-image="near"]').click();
    const page = await workbench.frame('body[data-layout="panel"] [data-testid="legend-onlyA-count"]');
    // A is moved by one pixel, B by three of the four that a class is wide.
    const [truth, a, b] = [0, 1, 3].map(stripes);
    const count = (isA: boolean, isB: boolean) =>
      truth?.filter((own, i) => (a?.[i] === own) === isA && (b?.[i] === own) === isB).length;
    const wrong = (of: Uint8Array | undefined) => truth?.filter((own, i) => of?.[i] !== own).length;
    for (const [testid, expected] of [
      ["bothRight", count(true, true)],
      ["onlyA", count(true, false)],
      ["onlyB", count(false, true)],
      ["bothWrong", count(false, false)],
      ["wrong", wrong(b)],
      ["other-wrong", wrong(a)],
    ] as const) {
      await eventually(async () => assert.equal(await numberOf(page, `legend-${testid}-count`), expected, testid));
    }
    await eventually(async () => assert.equal(await page.locator(".pane-title").filter({ visible: true }).count(), 3));
    const flags = ["--classes", at("classes.json"), "--diagnose"];
    const [ofA, ofB] = ["maps/pred", "maps/second"].map((model) =>
      cliPairs(at(model), at("maps/gt"), ...flags).find(({ name }) => name === "near"),
    );
    await eventually(async () => {
      assert.equal(await numberOf(page, "models-miou-now"), ofA?.scores.miou);
      assert.equal(await numberOf(page, "models-miou-then"), ofB?.scores.miou);
      assert.equal(await part(page, "own-model").textContent(), "B: second");
    });
    const [finding] = ofB?.diagnosis ?? [];
    assert.equal(finding?.id, "classes_swapped");
    await eventually(async () =>
      assert.ok((await part(page, "finding-classes_swapped").textContent())?.includes(finding.sentence)),
    );
    await workbench.runCommand("View: Close Editor");
    await workbench.openActivity("Mask Inspector");
    await workbench.treeRow("Ranking", "near").click();
  });

  it("say what each library returns for them, and copy the call that does", async () => {
    const page = await workbench.frame('body[data-layout="panel"] [data-testid="scores-only"]');
    await part(page, "expand-dice_multiclass").click();
    const cli = (preset: string) =>
      cliPairs(at("maps/pred"), at("maps/gt"), "--classes", at("classes.json"), "--preset", preset).find(
        ({ name }) => name === "near",
      )?.scores.dice_multiclass;
    await eventually(async () => assert.equal(await numberOf(page, "convention-dice_multiclass-smp"), cli("smp")));
    await eventually(async () => assert.equal(await numberOf(page, "convention-dice_multiclass-monai"), cli("monai")));
    await part(page, "details-dice_multiclass").locator("math").first().waitFor();
    await part(page, "copy-convention-dice_multiclass-smp").click();
    await eventually(async () => {
      const script = await workbench.page.evaluate(() => navigator.clipboard.readText());
      assert.match(script, /ids = np\.array\(\[0, 1, 2, 3\]\)/);
      assert.match(script, /DiceLoss\("multiclass"/);
      assert.ok(script.includes(JSON.stringify(at("maps", "pred", "near.png"))), script);
    });
  });

  it("have kin in instance maps, at the IoU of a match that libraries use", async () => {
    await workbench.openActivity("Explorer");
    await workbench.contextMenu("cells/pred", "Score Masks Against Ground Truth…");
    await workbench.pickQuick("gt");
    const page = await workbench.frame('body[data-layout="panel"] [data-testid="expand-pq"]');
    const objects = cliPairs(at("cells/pred"), at("cells/gt"))[0]?.scores ?? {};
    const fates = async (side: string, ...names: readonly string[]) => {
      const cells = await Promise.all(names.map((name) => part(page, `${side}-${name}`).textContent()));
      return cells.reduce((sum, text) => sum + Number(text), 0);
    };
    await eventually(async () => {
      assert.equal(await fates("truth", "missed", "split", "merged"), objects.objects_missed);
      assert.equal(await fates("prediction", "false", "split", "merged"), objects.objects_false);
    });
    await eventually(async () => assert.ok(Number(await numberOf(page, "legend-right-count")) > 0));
    const [merged] = cliPairs(at("cells/pred"), at("cells/gt"), "--diagnose")[0]?.diagnosis ?? [];
    assert.equal(merged?.id, "merged_objects");
    const fitted = await numberOf(page, "zoom");
    await eventually(async () =>
      assert.ok((await part(page, "finding-merged_objects").textContent())?.includes(merged.sentence)),
    );
    await part(page, "finding-merged_objects-object").click();
    await eventually(async () => assert.ok(Number(await numberOf(page, "zoom")) > Number(fitted)));
    await part(page, "expand-pq").click();
    const cli = (...flags: string[]) => cliPairs(at("cells/pred"), at("cells/gt"), ...flags)[0]?.scores.pq;
    await eventually(async () =>
      assert.equal(await numberOf(page, "convention-pq-panopticapi"), cli("--preset", "panopticapi")),
    );
    await eventually(async () => {
      assert.equal(await numberOf(page, "convention-pq-stardist"), cli("--preset", "stardist"));
      assert.equal(await numberOf(page, "convention-pq-default"), cli());
    });
    const line = page.locator(".convention").filter({ has: part(page, "convention-pq-panopticapi") });
    await eventually(async () => assert.match((await line.textContent()) ?? "", /≠.*void/));
  });

  it("of objects stand beside each other with who found which", async () => {
    await workbench.openActivity("Explorer");
    await workbench.select("cells/pred", "cells/second");
    await workbench.contextMenu("cells/second", "Compare Prediction Folders…");
    const comparison = await workbench.frame('body[data-layout="compare"] [data-image="cells"]');
    await comparison.locator('.image-row[data-image="cells"]').click();
    const page = await workbench.frame('body[data-layout="panel"] [data-testid="found-bothRight"]');
    const [ofA, ofB] = ["cells/pred", "cells/second"].map((model) => cliPairs(at(model), at("cells/gt"))[0]?.scores);
    const missed = Number(ofA?.objects_missed);
    await eventually(async () => {
      const found = await Promise.all(
        ["onlyA", "onlyB", "bothWrong"].map(async (id) => Number(await part(page, `found-${id}`).textContent())),
      );
      assert.deepEqual(found, [0, missed, 0]);
      assert.equal(await numberOf(page, "models-pq-now"), ofA?.pq);
      assert.equal(await numberOf(page, "models-pq-then"), ofB?.pq);
      assert.ok(Number(await numberOf(page, "legend-onlyB-count")) > 0);
      assert.equal(await numberOf(page, "legend-bothWrong-count"), 0);
    });
    await workbench.runCommand("View: Close Editor");
  });

  it("in colours are read by the classes that the setting lists, as --classes does", async () => {
    await workbench.openActivity("Explorer");
    await workbench.contextMenu("colours/pred", "Score Masks Against Ground Truth…");
    await workbench.pickQuick("gt");
    const cli = cliPairs(at("colours/pred"), at("colours/gt"), "--classes", at("classes.json"));
    const far = cli.find(({ name }) => name === "far")?.scores ?? {};
    const page = await workbench.frame('body[data-layout="panel"] [data-testid="read-as-truth"]');
    await eventually(async () => {
      assert.match((await part(page, "read-as-truth").textContent()) ?? "", /colours/);
      assert.equal(await nameOf(page), "far");
      assert.equal(await numberOf(page, "score-miou"), far.miou);
    });
  });

  it("are refused with the name of a class list that cannot be read, and what is wrong with it", async () => {
    await writeFile(at("classes.json"), JSON.stringify([{ id: 0 }, { id: 0 }]));
    await workbench.openActivity("Explorer");
    await workbench.contextMenu("colours/pred", "Score Masks Against Ground Truth…");
    const text = await workbench.notification("same id");
    assert.ok(text.includes(at("classes.json")), text);
    assert.match(text, /entries 1 and 2 .* same id, 0/i);
  });
});
