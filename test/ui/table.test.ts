import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Frame, Locator } from "playwright-core";
import { encodePng } from "../../src/formats/png.js";
import type { Summary } from "../../src/report/summary.js";
import { findings } from "../support/findings.js";
import { manyPairs } from "../support/manyPairs.js";
import { root } from "../workbench/paths.js";
import { copySample, INSPECTOR, SAMPLE } from "../workbench/sample.js";
import { Workbench } from "../workbench/workbench.js";
import { type CliPair, cliPairs, eventually, maskColours, nameOf, numberOf, part, setSlider } from "./support.js";

const TABLE = '[data-testid="table"]';

/** What the rows in sight show, from the top: the name, and the value of every column. */
function rowsOf(table: Frame): Promise<Array<{ name: string; values: Record<string, number | null> }>> {
  return table.locator(TABLE).evaluate((grid) => {
    const ids = Array.from(grid.querySelectorAll("[data-testid^=heading-]"), (heading) =>
      (heading.getAttribute("data-testid") ?? "").slice("heading-".length),
    ).slice(1);
    const rows = Array.from(grid.querySelectorAll("[data-row]"));
    rows.sort((a, b) => Number(a.getAttribute("aria-rowindex")) - Number(b.getAttribute("aria-rowindex")));
    return rows.map((row) => ({
      name: row.querySelector(".cell-name")?.getAttribute("title") ?? "",
      values: Object.fromEntries(
        Array.from(row.querySelectorAll('[role="gridcell"]'), (cell, i) => {
          const value = cell.getAttribute("data-value") ?? "";
          return [ids[i] ?? "", value === "" ? null : Number(value)];
        }),
      ),
    }));
  });
}

const namesOf = async (table: Frame) => (await rowsOf(table)).map(({ name }) => name);
const sortBy = (table: Frame, column: string, modifiers: Array<"Shift"> = []) =>
  table.locator(`[data-testid="heading-${column}"] .heading-label`).click({ modifiers });
const countOf = (table: Frame) => part(table, "count").textContent();

/** By a score, worst first or reversed; undefined last, equal ones by name. */
function sorted(pairs: readonly CliPair[], id: string, descending: boolean): string[] {
  const value = ({ scores }: CliPair) => scores[id] ?? null;
  return [...pairs]
    .sort((a, b) => {
      const [x, y] = [value(a), value(b)];
      if (x === null || y === null) return Number(x === null) - Number(y === null);
      return descending ? y - x : x - y;
    })
    .map(({ name }) => name);
}

/** Means of the data set as the command line has them. */
function cliSummary(predictions: string, truth: string): Pick<Summary, "macro" | "micro"> {
  const args = [join(root, "dist/cli.js"), "score", predictions, truth, "--json", "-"];
  const { stdout } = spawnSync(process.execPath, args, { encoding: "utf8", maxBuffer: 1 << 28 });
  return JSON.parse(stdout).summary;
}

/** Scores with their tallies, of masks whose files are not here. */
async function writeTallies(file: string, [predictions, truth]: [string, string]): Promise<void> {
  const args = [join(root, "dist/cli.js"), "score", predictions, truth, "--tallies", "--json", "-"];
  const { stdout } = spawnSync(process.execPath, args, { encoding: "utf8", maxBuffer: 1 << 28 });
  const document = JSON.parse(stdout);
  for (const pair of document.pairs)
    Object.assign(pair, { prediction: `/far/p/${pair.name}.x`, truth: `/far/t/${pair.name}.x` });
  await writeFile(file, JSON.stringify(document));
}

function labelMaps(wrong: number) {
  const truth = Uint8Array.from({ length: 64 }, (_, i) => (i < 16 ? 1 : i < 32 ? 2 : 0));
  return { truth, prediction: truth.map((id, i) => (i < wrong ? 2 : id)) };
}

/** Three pairs of 8 x 8 class ids: every truth has 16 pixels each of 1 and 2; 0, 4 and 8 of class 1 are taken for 2. */
async function writeLabelMaps(folder: string): Promise<void> {
  for (const side of ["pred", "gt"]) await mkdir(join(folder, side), { recursive: true });
  for (const [name, wrong] of [
    ["x", 0],
    ["y", 4],
    ["z", 8],
  ] as const) {
    const { truth, prediction } = labelMaps(wrong);
    const image = { width: 8, height: 8, channels: 1 } as const;
    await writeFile(join(folder, "gt", `${name}.png`), encodePng({ ...image, samples: truth }));
    await writeFile(join(folder, "pred", `${name}.png`), encodePng({ ...image, samples: prediction }));
  }
}

describe("the ranking table", () => {
  let workbench: Workbench;
  let sample: Awaited<ReturnType<typeof copySample>>;
  let table: Frame;
  let cli: CliPair[];
  let folders: [string, string];

  before(async () => {
    sample = await copySample();
    folders = [join(sample.folder, SAMPLE.predictions), join(sample.folder, SAMPLE.truth)];
    cli = cliPairs(...folders);
    await writeFile(join(sample.folder, "many.json"), JSON.stringify(manyPairs(20_000)));
    await writeTallies(join(sample.folder, "tallies.json"), folders);
    await writeLabelMaps(join(sample.folder, "labels"));
    workbench = await Workbench.open({ folder: sample.folder, extension: root, theme: "dark" });
    await workbench.contextMenu(SAMPLE.predictions, "Score Masks Against Ground Truth…");
    await workbench.pickQuick("gt");
    await workbench.frame(INSPECTOR);
    await workbench.runCommand("Mask Inspector: Open Ranking Table");
    table = await workbench.frame(TABLE);
  });
  after(async () => {
    await workbench?.close();
    await sample?.remove();
  });

  it("shows every pair with the numbers of the command line, worst first, and the open pair marked", async () => {
    await eventually(async () => {
      const rows = await rowsOf(table);
      assert.deepEqual(
        rows.map(({ name }) => name),
        sorted(cli, "iou", false),
      );
      for (const { name, values } of rows) {
        const pair = cli.find((candidate) => candidate.name === name);
        assert.ok(Object.keys(values).length >= 5);
        for (const [id, value] of Object.entries(values))
          if (id !== "area") assert.equal(value, pair?.scores[id] ?? null, id);
        assert.equal(values.area, Number(pair?.scores.tp) + Number(pair?.scores.fn));
      }
    });
    await eventually(async () => {
      assert.equal(await countOf(table), "12 pairs");
      assert.match((await table.locator(".row[data-open] .cell-name").getAttribute("title")) ?? "", /cloud-threshold/);
    });
    await table.locator(".row .frame-picture").first().waitFor();
  });

  it("is walked by key, and opens a pair in the inspector", async () => {
    await table.locator(TABLE).focus();
    for (const key of ["Home", "ArrowDown", "ArrowDown", "Enter"]) await workbench.press(key);
    const third = sorted(cli, "iou", false)[2] ?? "";
    const inspector = await workbench.frame(INSPECTOR);
    await eventually(async () => assert.equal(await nameOf(inspector), third));
    await eventually(async () =>
      assert.equal(await table.locator(".row[data-open] .cell-name").getAttribute("title"), third),
    );
  });

  it("sorts by a column, by several with Shift, and by key", async () => {
    await sortBy(table, "bce");
    await eventually(async () => assert.deepEqual(await namesOf(table), sorted(cli, "bce", true)));
    await sortBy(table, "bce");
    await eventually(async () => assert.deepEqual(await namesOf(table), sorted(cli, "bce", false)));
    await sortBy(table, "iou");
    await sortBy(table, "dice", ["Shift"]);
    await eventually(async () =>
      assert.equal(await table.locator('[data-testid="heading-dice"] .heading-order').textContent(), "▼2"),
    );
    // The two pairs of IoU 0 are told apart by the Dice loss.
    const tied = cli
      .filter(({ scores }) => scores.iou === 0)
      .sort((a, b) => Number(b.scores.dice) - Number(a.scores.dice));
    assert.ok(tied.length > 1);
    await eventually(async () =>
      assert.deepEqual(
        (await namesOf(table)).slice(0, tied.length),
        tied.map(({ name }) => name),
      ),
    );
    await table.locator(TABLE).focus();
    for (const key of ["Home", "ArrowUp", "Enter"]) await workbench.press(key);
    await eventually(async () => assert.deepEqual(await namesOf(table), cli.map(({ name }) => name).sort()));
  });

  it("filters by name, by a brush on a histogram, and by numbers", async () => {
    await table.locator(TABLE).focus();
    await workbench.press("Control+f");
    await workbench.page.keyboard.type("CE");
    await eventually(async () => assert.deepEqual(await namesOf(table), ["cells-merged"]));
    await eventually(async () => assert.equal(await countOf(table), "1 of 12 pairs"));
    await part(table, "filter-text").fill("");
    const chart = await table.locator('[data-testid="heading-iou"] .heading-chart').boundingBox();
    assert.ok(chart);
    await workbench.page.mouse.move(chart.x + chart.width / 2, chart.y + 10);
    await workbench.page.mouse.down();
    await workbench.page.mouse.move(chart.x + chart.width + 5, chart.y + 10, { steps: 3 });
    await workbench.page.mouse.up();
    const better = cli.filter(({ scores }) => Number(scores.iou) >= 0.5).map(({ name }) => name);
    await eventually(async () => assert.deepEqual((await namesOf(table)).sort(), better.sort()));
    await part(table, "chip-iou").click();
    await eventually(async () => assert.equal(await countOf(table), "12 pairs"));
    await table.locator('[data-testid="heading-iou"]').hover();
    await part(table, "menu-iou").click();
    await part(table, "limit-maximum").fill("0.1");
    const worst = cli.filter(({ scores }) => Number(scores.iou) <= 0.1);
    await eventually(async () => assert.equal((await namesOf(table)).length, worst.length));
    await part(table, "clear-limits").click();
    await workbench.press("Escape");
    await eventually(async () => assert.equal(await countOf(table), "12 pairs"));
  });

  it("scores all pairs again from their tallies as threshold and convention turn, side bar and inspector too", async () => {
    const inspector = () => workbench.frame(INSPECTOR);
    const known = new Map<string, CliPair[]>([["", cli]]);
    const expectedOf = (flags: readonly string[]) => {
      const pairs = known.get(flags.join(" ")) ?? cliPairs(...folders, ...flags);
      known.set(flags.join(" "), pairs);
      return pairs;
    };
    /** The order of the side bar, and the pair that is open. */
    const assertEverywhere = async (...flags: string[]) => {
      const expected = expectedOf(flags);
      await eventually(async () =>
        assert.deepEqual(
          (await workbench.treeRows("Ranking")).slice(0, expected.length).map((row) => row.split(" ")[0]),
          sorted(expected, "iou", false),
        ),
      );
      const page = await inspector();
      await eventually(async () => {
        const name = await nameOf(page);
        assert.equal(await numberOf(page, "score-iou"), expected.find((pair) => pair.name === name)?.scores.iou);
      });
    };
    const assertAsCli = async (...flags: string[]) => {
      const expected = expectedOf(flags);
      await eventually(async () => {
        for (const { name, values } of await rowsOf(table)) {
          const scores = expected.find((pair) => pair.name === name)?.scores;
          for (const id of ["iou", "dice", "bce"] as const)
            assert.equal(values[id], scores?.[id] ?? null, `${name} ${id}`);
        }
      });
    };
    const picture = () =>
      table
        .locator(".row", { has: table.locator('.cell-name[title*="lesion-halo"]') })
        .locator(".frame-picture")
        .evaluate((canvas) => (canvas instanceof HTMLCanvasElement ? canvas.toDataURL() : ""));
    const scored = await eventually(picture);
    await setSlider(table, "table-threshold", 0.3);
    await assertAsCli("--threshold", "0.3");
    await eventually(async () => assert.notEqual(await picture(), scored, "the picture of its errors, too"));
    await eventually(async () =>
      assert.equal(await table.locator('[data-testid="heading-boundary_iou"] .heading-note').textContent(), "*"),
    );
    await assertEverywhere("--threshold", "0.3");
    await eventually(async () => assert.match(await workbench.viewMessage("Ranking"), /12 pairs · threshold 0\.3/));
    const low = await inspector();
    const ofInspector = (threshold: string) =>
      eventually(async () => assert.equal(await part(low, "threshold-number").inputValue(), threshold));
    await ofInspector("0.3");
    // The reset is one of all pairs: what the inspector was turned to by itself goes, too.
    await setSlider(low, "threshold", 0.7);
    await ofInspector("0.7");
    await workbench.viewAction("Ranking", "Reset Settings of All Pairs");
    await assertAsCli();
    await assertEverywhere();
    await ofInspector("0.5");
    await part(table, "table-preset").click();
    await part(table, "table-preset-seed").click();
    await assertAsCli("--preset", "seed");
    await part(table, "reset-dials").click();
    await assertAsCli();
  });

  it("orders the side bar by a column", async () => {
    const rankBy = async (id: string) => {
      await table.locator(`[data-testid="heading-${id}"]`).hover();
      await part(table, `menu-${id}`).click();
      await part(table, "rank-by").click();
    };
    await rankBy("bce");
    const [worst = ""] = sorted(cli, "bce", true);
    await eventually(async () =>
      assert.match((await workbench.treeRows("Ranking"))[0] ?? "", new RegExp(`^${worst} `)),
    );
    await rankBy("iou");
  });

  it("shows any scores as columns, and how two of them disagree about the order", async () => {
    await part(table, "choose-columns").click();
    await part(table, "find-column").fill("rank");
    await part(table, "column-disagreement").check();
    await part(table, "find-column").fill("");
    await part(table, "column-hd95").uncheck();
    await workbench.press("Escape");
    const rank = (id: string, ascending: boolean) => {
      const values = cli.map(({ scores }) => Number(scores[id]));
      return (value: number) =>
        1 +
        values.filter((other) => (ascending ? other < value : other > value)).length +
        (values.filter((other) => other === value).length - 1) / 2;
    };
    const [byDice, byBoundary] = [rank("dice", true), rank("boundary_loss", true)];
    await eventually(async () => {
      for (const { name, values } of await rowsOf(table)) {
        assert.ok(!("hd95" in values));
        const pair = cli.find((candidate) => candidate.name === name);
        const expected = byBoundary(Number(pair?.scores.boundary_loss)) - byDice(Number(pair?.scores.dice));
        assert.equal(values.disagreement, expected, name);
      }
    });
  });

  it("copies the chosen rows as CSV", async () => {
    await table.locator(TABLE).focus();
    await workbench.press("Control+a");
    await eventually(async () => assert.match((await countOf(table)) ?? "", /12 selected/));
    await workbench.press("Control+c");
    const rows = await rowsOf(table);
    await eventually(async () => {
      const lines = (await workbench.page.evaluate(() => navigator.clipboard.readText())).trimEnd().split("\n");
      assert.equal(lines[0], ["name", ...Object.keys(rows[0]?.values ?? {})].join(","));
      assert.deepEqual(
        lines.slice(1),
        rows.map(({ name, values }) => [name, ...Object.values(values).map((value) => value ?? "")].join(",")),
      );
    });
  });

  it("shows the data set as a whole: means, intervals and curves are those of the command line", async () => {
    await part(table, "toggle-dashboard").click();
    const { macro, micro } = cliSummary(...folders);
    await eventually(async () => {
      assert.equal(await numberOf(table, "macro-iou"), macro.iou?.mean);
      assert.equal(await numberOf(table, "micro-iou"), micro.iou);
    });
    const [lower, upper] = macro.iou?.interval ?? [];
    await eventually(async () =>
      assert.equal(await part(table, "interval-iou").textContent(), `${lower?.toFixed(4)} to ${upper?.toFixed(4)}`),
    );
    const words = async (chart: string) => (await part(table, `chart-summary-${chart}`).textContent()) ?? "";
    await eventually(async () => {
      assert.match(await words("threshold"), new RegExp(`At 0.5 the IoU is ${Number(micro.iou).toPrecision(4)}`));
      assert.match(await words("scatter"), /^Median IoU/);
    });
  });

  it("marks what the settings turned do not reach in the dashboard, as in the table", async () => {
    const stars = () =>
      part(table, "means")
        .locator(".heading-note")
        .evaluateAll((found) => found.map((star) => star.closest("th")?.title));
    const distribution = async (id: string) =>
      (await part(table, `chart-summary-distribution-${id}`).textContent()) ?? "";
    await setSlider(table, "table-threshold", 0.3);
    await eventually(async () => {
      const titles = (await stars()).join();
      assert.match(titles, /^Boundary IoU[^,]*\nAs scored: under the settings turned here/);
      assert.doesNotMatch(titles, /Dice/);
      assert.match(await distribution("boundary_iou"), /\. \* As scored: /);
      assert.doesNotMatch(await distribution("iou"), /\*/);
      assert.ok(await part(table, "means-star").isVisible());
    });
    await part(table, "reset-dials").click();
    await eventually(async () => {
      assert.deepEqual(await stars(), []);
      assert.ok(await part(table, "means-star").isHidden());
    });
  });

  it("filters by a brush on the scatter plot", async () => {
    const box = await part(table, "scatter").boundingBox();
    assert.ok(box);
    // The lower half of the plot, from edge to edge.
    await workbench.page.mouse.move(box.x + 4, box.y + 8 + (box.height - 46) / 2);
    await workbench.page.mouse.down();
    await workbench.page.mouse.move(box.x + box.width - 2, box.y + box.height - 4, { steps: 4 });
    await workbench.page.mouse.up();
    const worse = cli.filter(({ scores }) => Number(scores.iou) <= 0.5).map(({ name }) => name);
    await eventually(async () => assert.deepEqual((await namesOf(table)).sort(), worse.sort()));
    await part(table, "chip-iou").click();
    await eventually(async () => assert.match((await countOf(table)) ?? "", /^12 pairs/));
    await part(table, "toggle-dashboard").click();
  });

  it("keeps columns, order and the settings turned over a reload of the window", async () => {
    const turned = cliPairs(...folders, "--threshold", "0.3");
    await setSlider(table, "table-threshold", 0.3);
    await eventually(async () => assert.match(await workbench.viewMessage("Ranking"), /threshold 0\.3/));
    await part(table, "reset-dials").click();
    await eventually(async () => assert.doesNotMatch(await workbench.viewMessage("Ranking"), /threshold/));
    await setSlider(table, "table-threshold", 0.3);
    await sortBy(table, "dice");
    await eventually(async () => assert.deepEqual(await namesOf(table), sorted(cli, "dice", true)));
    await eventually(async () => assert.match(await workbench.viewMessage("Ranking"), /threshold 0\.3/));
    const before = await eventually(async () => {
      const rows = await rowsOf(table);
      for (const { name, values } of rows) {
        assert.equal(values.iou, turned.find((pair) => pair.name === name)?.scores.iou ?? null, name);
      }
      return rows;
    });
    await workbench.reload();
    table = await workbench.frame(TABLE);
    await eventually(async () => assert.deepEqual(await rowsOf(table), before));
    await eventually(async () => assert.match(await workbench.viewMessage("Ranking"), /threshold 0\.3/));
  });

  it("scores the run again with the settings turned, for the scores that need the pixels", async () => {
    await eventually(async () => assert.equal(await part(table, "table-threshold-number").inputValue(), "0.3"));
    await part(table, "rescore").click();
    const expected = cliPairs(...folders, "--threshold", "0.3");
    await eventually(async () => {
      assert.equal(await part(table, "table-threshold-number").inputValue(), "0.3");
      assert.equal(await table.locator('[data-testid="heading-boundary_iou"] .heading-note').textContent(), "");
      for (const { name, values } of await rowsOf(table)) {
        const { boundary_iou } = expected.find((pair) => pair.name === name)?.scores ?? {};
        assert.equal(values.boundary_iou, boundary_iou, name);
      }
    });
    // Two runs of one name: what differs is said.
    await eventually(async () => {
      const [again, before] = await workbench.treeRows("Runs");
      assert.match(again ?? "", /^unet-v1 0\.\d{4} · 12 · threshold 0\.3 · \d\d:\d\d$/);
      assert.match(before ?? "", /^unet-v1 0\.\d{4} · 12 · threshold 0\.5 · \d\d:\d\d$/);
    });
  });

  it("holds 20,000 pairs of a scores file: few rows exist, and all can be reached", async () => {
    await workbench.openActivity("Explorer");
    await workbench.contextMenu("many.json", "Open Scores File…");
    await eventually(async () => assert.equal(await countOf(table), "20,000 pairs"));
    await eventually(async () => assert.match((await part(table, "score-again").textContent()) ?? "", /Score again/));
    const many = manyPairs(20_000).pairs;
    await sortBy(table, "iou");
    await sortBy(table, "iou");
    const best = sorted(many, "iou", true);
    await eventually(async () => assert.deepEqual((await namesOf(table)).slice(0, 10), best.slice(0, 10)));
    await table.locator(TABLE).focus();
    await workbench.press("End");
    await eventually(async () => assert.equal((await namesOf(table)).at(-1), best.at(-1)));
    await eventually(async () => assert.ok((await table.locator(".row").count()) < 80));
    await part(table, "filter-text").fill("tile_0199");
    await eventually(async () => assert.equal(await countOf(table), "10 of 20,000 pairs"));
  });

  it("turns the settings of scores that came with their tallies, of masks that are elsewhere", async () => {
    await part(table, "filter-text").fill("");
    await workbench.openActivity("Explorer");
    await workbench.contextMenu("tallies.json", "Open Scores File…");
    await eventually(async () => assert.equal(await countOf(table), "12 pairs"));
    await setSlider(table, "table-threshold", 0.2);
    const expected = cliPairs(...folders, "--threshold", "0.2");
    await eventually(async () => {
      for (const { name, values } of await rowsOf(table)) {
        const scores = expected.find((pair) => pair.name === name)?.scores;
        assert.equal(values.iou, scores?.iou ?? null, name);
      }
    });
  });

  it("shows the confusions of label maps, and the pairs that have one", async () => {
    await part(table, "filter-text").fill("");
    await workbench.openActivity("Explorer");
    await workbench.contextMenu("labels/pred", "Score Masks Against Ground Truth…");
    await workbench.pickQuick("gt");
    await eventually(async () => assert.equal(await countOf(table), "3 pairs"));
    await part(table, "toggle-dashboard").click();
    await eventually(async () =>
      assert.equal(await part(table, "confusion-1-2").getAttribute("title"), "1 predicted as 2: 12 px, 25 % of 1"),
    );
    const edges = (of: Locator) =>
      of.evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().right)));
    const matrix = part(table, "confusion");
    await eventually(async () =>
      assert.deepEqual(
        await edges(matrix.locator("thead th")),
        await edges(matrix.locator("tbody tr:first-child td")),
        "each head stands over its column",
      ),
    );
    await part(table, "confusion-1-2").click();
    await eventually(async () =>
      assert.deepEqual(
        (await rowsOf(table)).map(({ name, values }) => [name, values.cell]),
        [
          ["z", 8],
          ["y", 4],
        ],
      ),
    );
    await eventually(async () => {
      assert.equal(
        await table.locator('[data-testid="heading-cell"] .heading-title').textContent(),
        "1 predicted as 2, px",
      );
      assert.match((await part(table, "chip-cell").textContent()) ?? "", /^1 predicted as 2, px: at least 1/);
    });
  });

  it("lights the pixels of a confusion in the inspector until Escape or a button puts it out", async () => {
    const inspector = await workbench.frame('body[data-layout="panel"] [data-testid="classes"]');
    const lit = part(inspector, "lit");
    await eventually(async () => assert.equal(await lit.textContent(), "truth 1, predicted 2: 8 pixels"));
    await eventually(async () => assert.equal(await nameOf(inspector), "z"));
    await part(inspector, "stage-canvas").focus();
    await workbench.press("2");
    /** Colours of the classes in the truth, and what the stage makes of them. */
    const { truth, prediction } = labelMaps(8);
    const colours = ["96,96,96", "78,121,167", "242,142,43"];
    const assertLit = async (isLit: (i: number) => boolean) =>
      eventually(async () => {
        const shown = await maskColours(inspector, 8, 8);
        assert.deepEqual(
          shown.map((colour, i) => colour === colours[truth[i] ?? 0]),
          shown.map((_, i) => isLit(i)),
        );
      });
    await assertLit((i) => truth[i] === 1 && prediction[i] === 2);
    const status = part(inspector, "status");
    await eventually(async () =>
      assert.match((await status.textContent()) ?? "", /; lit: truth 1, predicted 2: 8 pixels/),
    );
    // The next pair has others.
    await workbench.press("j");
    await eventually(async () => assert.equal(await lit.textContent(), "truth 1, predicted 2: 4 pixels"));
    await workbench.press("k");
    await eventually(async () => assert.equal(await nameOf(inspector), "z"));
    await part(inspector, "stage-canvas").focus();
    await workbench.press("Escape");
    await assertLit(() => true);
    await eventually(async () => assert.equal(await lit.count(), 0));
    await eventually(async () => assert.match((await status.textContent()) ?? "", /; showing Truth$/));
    // The table took the place of its dashboard.
    const lightAgain = async () => {
      await part(table, "back-to-dashboard").click();
      await part(table, "confusion-1-1").click();
      await eventually(async () => assert.match((await lit.textContent()) ?? "", /^truth 1, predicted 1: \d+ pixels$/));
    };
    await lightAgain();
    await part(table, "chip-cell").click();
    await assertLit(() => true);
    await eventually(async () => {
      assert.equal(await lit.count(), 0);
      assert.equal(await countOf(table), "3 pairs");
    });
    await lightAgain();
    await part(inspector, "unlight").click();
    await assertLit(() => true);
    await eventually(async () => assert.equal(await lit.count(), 0));
  });

  it("has nothing serious for axe-core, with the table, its dashboard and a menu", async () => {
    await part(table, "toggle-dashboard").click();
    await eventually(async () => assert.deepEqual(await findings(table), []));
    await part(table, "toggle-dashboard").click();
    await table.locator('[data-testid="heading-miou"]').hover();
    await part(table, "menu-miou").click();
    await eventually(async () => assert.deepEqual(await findings(table), []));
    await workbench.press("Escape");
  });

  it("breaks no rule of its content security policy", () => {
    assert.deepEqual(
      workbench.webviewConsole.filter((line) => /Content Security Policy|Refused to/.test(line)),
      [],
    );
  });
});
