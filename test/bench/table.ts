import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Frame } from "playwright-core";
import { manyPairs } from "../support/manyPairs.js";
import { root } from "../workbench/paths.js";
import { Workbench } from "../workbench/workbench.js";
import { type Section, summary, type Timing } from "./measure.js";

/** The ranking table in a real VS Code. */
interface TableFigures {
  readonly pairs: number;
  /** Seconds from a click on a heading to the rows of the new order being painted. */
  readonly sort: Timing;
  /** Seconds a frame took while the list was scrolled from end to end, the slowest. */
  readonly slowestFrame: number;
  /** Bytes of script objects on the page. */
  readonly memory: number;
}

const SIZES = [20_000, 100_000];
const SORTS = 9;

/** How soon the table is sorted and how evenly it scrolls. The aim is under 150 ms to sort. */
export async function table(): Promise<Section> {
  const folder = await mkdtemp(join(tmpdir(), "mask-inspector-table-"));
  try {
    for (const pairs of SIZES) await writeFile(join(folder, `${pairs}.json`), JSON.stringify(manyPairs(pairs)));
    const workbench = await Workbench.open({ folder, extension: root, theme: "dark" });
    try {
      const figures: Section["figures"][] = [];
      for (const pairs of SIZES) figures.push(figuresOf(await measure(workbench, pairs)));
      return { figures: Object.assign({}, ...figures), ratios: {} };
    } finally {
      await workbench.close();
    }
  } catch (error) {
    console.log(`  ranking table: not measured, ${error instanceof Error ? error.message : String(error)}`);
    return { figures: {}, ratios: {} };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function figuresOf({ pairs, sort, slowestFrame, memory }: TableFigures): Section["figures"] {
  const of = `ranking table of ${pairs.toLocaleString("en-US")} pairs`;
  const milliseconds = summary(sort.runs.map((seconds) => 1000 * seconds));
  return {
    [`${of}, click to sorted`]: { ...milliseconds, unit: "ms" },
    [`${of}, slowest frame while scrolling`]: { ...summary([1000 * slowestFrame]), unit: "ms" },
    [`${of}, script objects of the page`]: { ...summary([memory / 1e6]), unit: "MB" },
  };
}

async function measure(workbench: Workbench, pairs: number): Promise<TableFigures> {
  await workbench.openActivity("Explorer");
  await workbench.contextMenu(`${pairs}.json`, "Open Scores File…");
  await workbench.runCommand("Mask Inspector: Open Ranking Table");
  const frame = await workbench.frame('[data-testid="table"]');
  const count = `${pairs.toLocaleString("en-US")} pairs`;
  await frame.locator(`[data-testid="count"]:has-text("${count}")`).waitFor();
  await frame.locator('[role="gridcell"][data-value]:not([data-value=""])').first().waitFor();
  const seconds: number[] = [];
  for (let i = 0; i < SORTS; i++) seconds.push(await clickToSorted(frame, i % 2 === 0 ? "bce" : "iou"));
  const sort = summary(seconds);
  const slowestFrame = await scrollThrough(frame);
  const memory = await frame.evaluate(() => {
    const { memory: used } = performance as Performance & { memory?: { usedJSHeapSize: number } };
    return used?.usedJSHeapSize ?? Number.NaN;
  });
  return { pairs, sort, slowestFrame, memory };
}

/** From the click to the frame after the one that draws the new order. No function inside: a page lacks what tsx adds to it. */
function clickToSorted(frame: Frame, column: string): Promise<number> {
  return frame.evaluate(async (id) => {
    const heading = document.querySelector<HTMLElement>(`[data-testid="heading-${id}"]`);
    const before = [
      heading?.getAttribute("aria-sort"),
      document.querySelector(".row[aria-rowindex='2'] .cell-name")?.getAttribute("title"),
    ];
    const start = performance.now();
    heading?.querySelector<HTMLElement>(".heading-label")?.click();
    do await new Promise((resolve) => requestAnimationFrame(resolve));
    while (
      heading?.getAttribute("aria-sort") === before[0] ||
      document.querySelector(".row[aria-rowindex='2'] .cell-name")?.getAttribute("title") === before[1]
    );
    await new Promise((resolve) => requestAnimationFrame(resolve));
    return (performance.now() - start) / 1000;
  }, column);
}

/** Scrolls from the first row to the last in 120 frames. @returns seconds of the slowest. */
function scrollThrough(frame: Frame): Promise<number> {
  return frame.evaluate(async () => {
    const table = document.querySelector<HTMLElement>('[data-testid="table"]');
    if (!table) throw new Error("no table");
    let [slowest, last] = [0, performance.now()];
    for (let i = 0; i <= 120; i++) {
      table.scrollTop = ((table.scrollHeight - table.clientHeight) * i) / 120;
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const now = performance.now();
      slowest = Math.max(slowest, now - last);
      last = now;
    }
    return slowest / 1000;
  });
}
