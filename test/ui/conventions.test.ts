import assert from "node:assert/strict";
import { join } from "node:path";
import type { Frame } from "playwright-core";
import { root } from "../workbench/paths.js";
import { copySample, INSPECTOR, SAMPLE } from "../workbench/sample.js";
import { Workbench } from "../workbench/workbench.js";
import { type CliPair, cliPairs, eventually, nameOf, numberOf, part } from "./support.js";

describe("conventions in the inspector", () => {
  let workbench: Workbench;
  let sample: Awaited<ReturnType<typeof copySample>>;
  let inspector: Frame;
  let name: string;

  before(async () => {
    sample = await copySample();
    workbench = await Workbench.open({ folder: sample.folder, extension: root, theme: "dark" });
    await workbench.contextMenu(SAMPLE.predictions, "Score Masks Against Ground Truth…");
    await workbench.pickQuick("gt");
    inspector = await workbench.frame(INSPECTOR);
    name = "ship-shift";
    await workbench.treeRow("Ranking", name).click();
    await eventually(async () => assert.equal(await nameOf(inspector), name));
  });
  after(async () => {
    await workbench?.close();
    await sample?.remove();
  });

  const cli = (...flags: string[]): CliPair["scores"] => {
    const pairs = cliPairs(join(sample.folder, SAMPLE.predictions), join(sample.folder, SAMPLE.truth), ...flags);
    const pair = pairs.find((candidate) => candidate.name === name);
    assert.ok(pair, name);
    return pair.scores;
  };
  const clipboard = () => workbench.page.evaluate(() => navigator.clipboard.readText());

  it("stand side by side, each with the value of its preset on the command line", async () => {
    await part(inspector, "expand-dice").click();
    await part(inspector, "conventions-dice").click();
    await eventually(async () =>
      assert.equal(await numberOf(inspector, "convention-dice-smp"), cli("--preset", "smp").dice),
    );
    await eventually(async () => {
      assert.equal(await numberOf(inspector, "convention-dice-default"), cli().dice);
      assert.equal(await numberOf(inspector, "convention-dice-keras"), cli("--preset", "keras").dice);
    });
    const line = inspector.locator(".convention").filter({ has: part(inspector, "convention-dice-smp-smooth=1") });
    await eventually(async () => {
      assert.equal(await line.getAttribute("data-relation"), "differs");
      assert.match((await line.textContent()) ?? "", /≠.*counts smooth twice/);
    });
  });

  it("read the pixels again for what only other libraries need", async () => {
    await part(inspector, "expand-hd").click();
    await part(inspector, "conventions-hd").click();
    await eventually(async () => {
      const lines = inspector.locator('[data-testid="details-hd"] .convention');
      assert.ok((await lines.count()) > 3);
      for (const relation of await lines.evaluateAll((all) => all.map((line) => line.getAttribute("data-relation")))) {
        assert.notEqual(relation, "unknown");
      }
    });
    const expected = cli("--preset", "metrics-reloaded").hd;
    await eventually(async () => assert.equal(await numberOf(inspector, "convention-hd-metrics-reloaded"), expected));
  });

  it("are copied as Python that loads these files and calls the library", async () => {
    await part(inspector, "copy-convention-dice-smp").click();
    await eventually(async () => {
      const script = await clipboard();
      assert.match(script, /^# dice as segmentation_models\.pytorch/);
      assert.match(script, /smp\.losses\.DiceLoss\("binary", from_logits=False, smooth=0\)\(P, Y\)/);
      for (const folder of [SAMPLE.predictions, SAMPLE.truth]) {
        assert.ok(script.includes(JSON.stringify(join(sample.folder, folder, `${name}.png`))), script);
      }
    });
    await part(inspector, "copy-shown-dice").click();
    await eventually(async () => assert.match(await clipboard(), /^# dice as MONAI/));
  });

  it("become the numbers of the page with a preset, which says what its library lacks", async () => {
    await part(inspector, "preset").click();
    const option = part(inspector, "preset-keras");
    await eventually(async () => assert.equal(await option.getAttribute("data-note"), "Keras 3.3.3"));
    await option.click();
    const keras = cli("--preset", "keras");
    await eventually(async () => assert.equal(await numberOf(inspector, "score-bce"), keras.bce));
    await eventually(async () =>
      assert.equal(await part(inspector, "score-lovasz_hinge").textContent(), "not in keras"),
    );
    assert.ok(!("lovasz_hinge" in keras));
    await part(inspector, "preset").click();
    await part(inspector, "preset-default").click();
    await eventually(async () => assert.equal(await numberOf(inspector, "score-bce"), cli().bce));
  });

  it("say how large the truth is", async () => {
    const { tp, fn } = cli();
    await eventually(async () => {
      assert.equal(await numberOf(inspector, "truth-area"), Number(tp) + Number(fn));
      assert.match((await part(inspector, "truth-area").getAttribute("title")) ?? "", /250 times/);
    });
  });

  it("are explained on a page of the score, from its details and from the palette", async () => {
    await part(inspector, "explain-dice").click();
    const page = await workbench.frame('h1:has-text("Dice loss")');
    await page.locator(".katex").first().waitFor();
    await eventually(async () => {
      assert.match((await page.locator("table").last().textContent()) ?? "", /SMP counts smooth twice/);
      assert.equal(await nameOf(await workbench.frame(INSPECTOR)), name, "the inspector is still in sight");
    });
    await workbench.runCommand("Mask Inspector: Explain Score…");
    await workbench.quickInputType("HD95");
    await workbench.frame('h1:has-text("HD95 (greater of the two directions)")');
    await workbench.runCommand("Mask Inspector: Explain Score…");
    await workbench.quickInputType("hd95_pooled");
    await workbench.frame('h1:has-text("HD95, pooled (both directions in one list)")');
  });

  it("break no rule of the content security policy", () => {
    assert.deepEqual(
      workbench.webviewConsole.filter((line) => /Content Security Policy|Refused to/.test(line)),
      [],
    );
  });
});
