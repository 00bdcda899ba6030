import assert from "node:assert/strict";
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Frame } from "playwright-core";
import { root } from "../workbench/paths.js";
import { copySample, INSPECTOR, OVERLAY, SAMPLE } from "../workbench/sample.js";
import { Workbench } from "../workbench/workbench.js";
import {
  type CliPair,
  cliPairs,
  eventually,
  nameOf,
  numberOf,
  part,
  scoresOf,
  setSlider,
  stageColours,
} from "./support.js";

/** Page and command line compute with the same core in different engines' builds: the last digit may differ. */
function assertSameScores(page: Readonly<Record<string, number | null>>, cli: CliPair["scores"]): void {
  assert.ok(Object.keys(page).length > 30);
  for (const [id, value] of Object.entries(page)) {
    const expected = cli[id] ?? null;
    if (value === null || expected === null) assert.equal(value, expected, id);
    else
      assert.ok(
        Math.abs(value - expected) <= 1e-12 * Math.max(1, Math.abs(expected)),
        `${id}: ${value}, command line ${expected}`,
      );
  }
}

describe("scoring a folder from the Explorer", () => {
  let workbench: Workbench;
  let sample: Awaited<ReturnType<typeof copySample>>;
  let worstFirst: CliPair[];
  let inspector: Frame;

  before(async () => {
    sample = await copySample();
    const cli = cliPairs(join(sample.folder, SAMPLE.predictions), join(sample.folder, SAMPLE.truth));
    worstFirst = [...cli].sort((a, b) => Number(a.scores.iou) - Number(b.scores.iou));
    workbench = await Workbench.open({ folder: sample.folder, extension: root, theme: "dark" });
  });
  after(async () => {
    await workbench?.close();
    await sample?.remove();
  });

  const cliOf = (name: string | null) => {
    const pair = worstFirst.find((candidate) => candidate.name === name);
    assert.ok(pair, `${name} is not a pair of the sample`);
    return pair;
  };

  it("proposes the ground truth, scores, and ranks the worst first", async () => {
    await workbench.contextMenu(SAMPLE.predictions, "Score Masks Against Ground Truth…");
    await eventually(async () => assert.match((await workbench.quickEntries())[0] ?? "", /gt.*12 of 12/));
    await workbench.pickQuick("gt");
    await workbench.openActivity("Mask Inspector");
    await eventually(async () => {
      const rows = await workbench.treeRows("Ranking");
      assert.deepEqual(
        rows,
        worstFirst.map(({ name, scores }) => `${name} ${Number(scores.iou).toFixed(4)}`),
      );
    });
  });

  it("opens the worst pair in the inspector with the numbers of the command line", async () => {
    inspector = await workbench.frame(INSPECTOR);
    await eventually(async () => {
      const name = await nameOf(inspector);
      assert.equal(name, worstFirst[0]?.name);
      assertSameScores(await scoresOf(inspector), cliOf(name).scores);
      assert.match((await part(inspector, "position").textContent()) ?? "", /^1\s*\/\s*12$/);
      assert.equal(await part(inspector, "read-as-prediction").textContent(), cliOf(name).readAs.prediction);
    });
  });

  it("walks the ranking by key, forwards and back", async () => {
    await part(inspector, "stage-canvas").focus();
    for (const [key, rank] of [
      ["j", 1],
      ["j", 2],
      ["k", 1],
    ] as const) {
      await workbench.press(key);
      await eventually(async () => {
        const name = await nameOf(inspector);
        assert.equal(name, worstFirst[rank]?.name);
        assertSameScores(await scoresOf(inspector), cliOf(name).scores);
      });
    }
  });

  it("re-scores live as the threshold moves, objects included", async () => {
    const name = worstFirst[1]?.name ?? "";
    await setSlider(inspector, "threshold", 0.8);
    const cli = cliPairs(
      join(sample.folder, SAMPLE.predictions),
      join(sample.folder, SAMPLE.truth),
      "--threshold",
      "0.8",
    );
    const expected = cli.find((pair) => pair.name === name);
    assert.ok(expected);
    // Everything but objects and surfaces re-evaluates at once from the tally.
    await eventually(async () => {
      assert.equal(await numberOf(inspector, "score-iou"), expected.scores.iou);
      assert.equal(await numberOf(inspector, "legend-fp-count"), expected.scores.fp);
    });
    await eventually(async () => assertSameScores(await scoresOf(inspector), expected.scores));
    await setSlider(inspector, "threshold", 0.5);
    await eventually(async () => assertSameScores(await scoresOf(inspector), cliOf(name).scores));
  });

  it("opens a pair of the ranking by a click, and its overlay in the side bar", async () => {
    await workbench.treeRow("Ranking", "cells-merged").click();
    await eventually(async () => assert.equal(await nameOf(inspector), "cells-merged"));
    const overlay = await workbench.frame(OVERLAY);
    await eventually(async () => assert.equal(await nameOf(overlay), "cells-merged"));
    await eventually(async () =>
      assert.equal(await numberOf(overlay, "headline-iou"), cliOf("cells-merged").scores.iou),
    );
  });

  it("paints as many pixels of each kind as the command line counts", async () => {
    const { scores } = cliOf("cells-merged");
    await part(inspector, "base").click();
    await part(inspector, "zoom-actual").click();
    // At 1:1 and without the source image below, the colours are pure. Errors are hatched: two colours each.
    const kinds = {
      tp: ["38,158,120"],
      fp: ["224,102,26", "101,46,12"],
      fn: ["43,138,214", "223,237,249"],
    };
    await eventually(async () => {
      const colours = await stageColours(inspector);
      for (const [kind, names] of Object.entries(kinds)) {
        assert.equal(
          names.reduce((sum, name) => sum + (colours[name] ?? 0), 0),
          scores[kind],
          kind,
        );
      }
    });
    await part(inspector, "zoom-fit").click();
    await part(inspector, "base").click();
  });

  it("shows what each pixel of a loss adds, up to the printed loss", async () => {
    await part(inspector, "per-pixel-focal").click();
    await eventually(async () => {
      const words = (await part(inspector, "legend-loss").textContent()) ?? "";
      assert.match(words, new RegExp(`adds up to ${Number(cliOf("cells-merged").scores.focal).toPrecision(4)}`));
    });
    await part(inspector, "stage-canvas").focus();
    await workbench.press("1");
  });

  it("weighs anew as the kernel turns, as the command line does", async () => {
    await part(inspector, "expand-weighted_bce").click();
    const folders = [join(sample.folder, SAMPLE.predictions), join(sample.folder, SAMPLE.truth)] as const;
    const expected = cliPairs(...folders, "--kernel", "9").find(({ name }) => name === "cells-merged");
    await setSlider(inspector, "parameter-weighted_bce-kernel", 9);
    await eventually(async () =>
      assert.equal(await numberOf(inspector, "score-weighted_bce"), expected?.scores.weighted_bce),
    );
    await setSlider(inspector, "parameter-weighted_bce-kernel", 50);
    await eventually(async () =>
      assert.equal(await numberOf(inspector, "score-weighted_bce"), cliOf("cells-merged").scores.weighted_bce),
    );
    await part(inspector, "expand-weighted_bce").click();
  });

  it("turns threshold, arrangement and key sheet by key", async () => {
    const stage = part(inspector, "stage-canvas");
    await stage.focus();
    await workbench.press("]");
    await eventually(async () => assert.equal(await part(inspector, "threshold-number").inputValue(), "0.51"));
    await workbench.press("[");
    await eventually(async () => assert.equal(await part(inspector, "threshold-number").inputValue(), "0.5"));
    await workbench.press("v");
    await eventually(async () =>
      assert.equal(await inspector.locator(".pane-titles").first().textContent(), "TruthPredictionErrors"),
    );
    await workbench.press("s");
    await workbench.press("?");
    await part(inspector, "key-sheet").waitFor({ state: "visible" });
    await workbench.press("Escape");
    await part(inspector, "key-sheet").waitFor({ state: "hidden" });
  });

  it("shows formula, parameters and exact shares of a loss, and re-scores as a parameter turns", async () => {
    await part(inspector, "expand-focal").click();
    const details = part(inspector, "details-focal");
    await details.locator("math").first().waitFor();
    // The band around the boundary is set apart once its tallies are there.
    await part(inspector, "share-focal-band").waitFor({ state: "visible" });
    const focal = Number(cliOf("cells-merged").scores.focal);
    await eventually(async () => {
      assert.equal(await numberOf(inspector, "score-focal"), focal);
      const shares = await Promise.all(
        ["tp", "fp", "fn", "band", "tn"].map(async (region) =>
          Number(await numberOf(inspector, `share-focal-${region}`)),
        ),
      );
      const total = shares.reduce((sum, share) => sum + share, 0);
      assert.ok(Math.abs(total - focal) < 1e-9 * focal, `${total}, loss ${focal}`);
      assert.ok(shares[3] > 0);
    });
    await setSlider(inspector, "parameter-focal-gamma", 0);
    await eventually(async () => assert.ok(Number(await numberOf(inspector, "score-focal")) > focal));
    await part(inspector, "reset-focal").click();
    await eventually(async () => assert.equal(await numberOf(inspector, "score-focal"), focal));
  });

  it("survives a reload of the window: the same pair, layer and threshold", async () => {
    await setSlider(inspector, "threshold", 0.42);
    await part(inspector, "stage-canvas").focus();
    await workbench.press("4");
    await eventually(async () => assert.match((await part(inspector, "legend").textContent()) ?? "", /Probability/));
    await workbench.reload();
    inspector = await workbench.frame(INSPECTOR);
    await eventually(async () => assert.equal(await nameOf(inspector), "cells-merged"));
    await eventually(async () => assert.match((await part(inspector, "legend").textContent()) ?? "", /Probability/));
    const cli = cliPairs(
      join(sample.folder, SAMPLE.predictions),
      join(sample.folder, SAMPLE.truth),
      "--threshold",
      "0.42",
    );
    await eventually(async () =>
      assert.equal(await numberOf(inspector, "score-iou"), cli.find(({ name }) => name === "cells-merged")?.scores.iou),
    );
  });

  it("breaks no rule of its content security policy", () => {
    assert.deepEqual(
      workbench.webviewConsole.filter((line) => /Content Security Policy|Refused to/.test(line)),
      [],
    );
  });
});

describe("masks that cannot be scored", () => {
  let workbench: Workbench;
  let sample: Awaited<ReturnType<typeof copySample>>;

  before(async () => {
    sample = await copySample();
    const [pred, gt] = ["broken/pred", "broken/gt"].map((folder) => join(sample.folder, folder));
    for (const folder of [pred, gt]) await mkdir(folder, { recursive: true });
    const from = (side: "predictions" | "truth", name: string) => join(sample.folder, SAMPLE[side], name);
    for (const name of ["good.png", "torn.png", "size.png"])
      await copyFile(from("truth", "leaf-perfect.png"), join(gt, name));
    await copyFile(from("predictions", "leaf-perfect.png"), join(pred, "good.png"));
    await copyFile(from("predictions", "cells-merged.png"), join(pred, "size.png"));
    await copyFile(from("predictions", "leaf-perfect.png"), join(pred, "orphan.png"));
    await writeFile(join(pred, "torn.png"), (await readFile(from("predictions", "leaf-perfect.png"))).subarray(0, 300));
    workbench = await Workbench.open({ folder: sample.folder, extension: root, theme: "light" });
  });
  after(async () => {
    await workbench?.close();
    await sample?.remove();
  });

  it("are rows with the reason, and the rest is scored", async () => {
    await workbench.contextMenu("broken/pred", "Score Masks Against Ground Truth…");
    await workbench.pickQuick("gt");
    await workbench.openActivity("Mask Inspector");
    await eventually(async () => {
      const rows = await workbench.treeRows("Ranking");
      assert.match(rows[0] ?? "", /^good 0\.\d{4}$/);
      for (const [name, reason] of [
        ["size", /size/],
        ["torn", /[Tt]runcated/],
        ["orphan", /truth/],
      ] as const) {
        const row = rows.find((text) => text.startsWith(name)) ?? "";
        assert.match(row, reason);
      }
    });
  });

  it("open as a page that says what failed and what to do", async () => {
    await workbench.treeRow("Ranking", "size").click();
    const page = await workbench.frame('body[data-layout="panel"] [data-testid="failure-reason"]');
    await eventually(async () => {
      assert.match((await part(page, "failure-reason").textContent()) ?? "", /\d+ x \d+/);
      assert.match((await part(page, "failure-remedy").textContent()) ?? "", /Resize/);
    });
    // It stands in the list as the pairs do, and leads on.
    const place = () => page.locator(".place-text").textContent();
    const failures = (await workbench.treeRows("Ranking")).slice(1).map((text) => text.split(" ")[0]);
    const rank = failures.indexOf("size") + 1;
    await eventually(async () => assert.equal(await place(), `${rank}/${failures.length} not scored`));
    await part(page, "previous").click();
    await eventually(async () =>
      assert.match((await place()) ?? "", rank > 1 ? new RegExp(`^${rank - 1}/\\d not scored$`) : /^1\/1 by /),
    );
    await workbench.treeRow("Ranking", "size").click();
    await eventually(async () => assert.equal(await place(), `${rank}/${failures.length} not scored`));
    // From the last pair that has scores the way leads on to them.
    await workbench.treeRow("Ranking", "good").click();
    await eventually(async () => assert.match((await place()) ?? "", /^1\/1 by /));
    await part(page, "next").click();
    await eventually(async () => assert.equal(await place(), `1/${failures.length} not scored`));
  });
});
