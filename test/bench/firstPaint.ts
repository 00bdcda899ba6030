import { setTimeout as sleep } from "node:timers/promises";
import type { Frame } from "playwright-core";
import { root } from "../workbench/paths.js";
import { INSPECTOR } from "../workbench/sample.js";
import { Workbench } from "../workbench/workbench.js";
import { type BenchData, makeData } from "./data.js";
import { type Section, summary } from "./measure.js";

/** Milliseconds from a key to the first frame in which the page shows the next pair, in a real VS Code. */
interface FirstPaint {
  /** Steps to pairs that were read while nothing else was to do. */
  readonly ahead: readonly number[];
  /** Jumps to pairs that nobody expected. */
  readonly unexpected: readonly number[];
}

/** Time for the first pictures of the filmstrip, of which there are more than later. */
const WARM_UP_MS = 8000;
/** Time enough to read neighbours ahead. */
const IDLE_MS = 2500;
const STEPS = 5;
const walked: BenchData = { name: "walk", pairs: 40, size: 1024, seed: 70000 };

/** How soon a pair is seen in the inspector. */
export async function paint(): Promise<Section> {
  try {
    const { ahead, unexpected } = await firstPaint(makeData(walked).predictions);
    return {
      figures: {
        "the next pair is painted after its key": { ...summary(ahead), unit: "ms" },
        "a pair that nobody expected": { ...summary(unexpected), unit: "ms" },
      },
      ratios: {},
    };
  } catch (error) {
    console.log(`  inspector: not measured, ${error instanceof Error ? error.message : String(error)}`);
    return { figures: {}, ratios: {} };
  }
}

/** Walks a scored folder by key, and jumps in it by clicks on the filmstrip. */
async function firstPaint(predictions: string): Promise<FirstPaint> {
  const workbench = await Workbench.open({ folder: predictions.replace(/\/[^/]*$/, ""), extension: root });
  try {
    await workbench.contextMenu("pred", "Score Masks Against Ground Truth…");
    await workbench.pickQuick("gt");
    const frame = await workbench.frame(INSPECTOR, 120_000);
    await frame.locator("h1[data-name]").first().waitFor();
    await sleep(WARM_UP_MS);
    await frame.locator('[data-testid="stage-canvas"]').focus();
    const ahead: number[] = [];
    const unexpected: number[] = [];
    for (let i = 0; i < STEPS; i++) {
      await sleep(IDLE_MS);
      ahead.push(await timeToPaint(frame, () => workbench.press("j")));
    }
    for (let i = 0; i < STEPS; i++) {
      await sleep(IDLE_MS);
      // Four places on: in sight, but not among the neighbours.
      const current = Number(
        await frame.locator('[data-testid="filmstrip"] [aria-selected="true"]').getAttribute("data-place"),
      );
      unexpected.push(await timeToPaint(frame, () => frame.locator(`[data-place="${current + 4}"]`).click()));
    }
    return { ahead, unexpected };
  } finally {
    await workbench.close();
  }
}

/** From the input event to the end of the frame in which the stage is drawn. */
async function timeToPaint(frame: Frame, act: () => Promise<unknown>): Promise<number> {
  // The page must listen before the input comes; so the promise is handed back within an object, and awaited afterwards.
  const watch = await frame.evaluateHandle(() => {
    const stage = document.querySelector('[data-testid="stage-canvas"]');
    if (!stage) throw new Error("The page shows no pair.");
    let start = 0;
    for (const type of ["keydown", "pointerdown"]) {
      document.addEventListener(type, () => (start ||= performance.now()), { capture: true, once: true });
    }
    const painted = new Promise<number>((resolve) => {
      // The label of the stage changes with its picture; the toolbar's name may be earlier.
      const observer = new MutationObserver(() => {
        if (start === 0) return;
        observer.disconnect();
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - start)));
      });
      observer.observe(stage, { attributeFilter: ["aria-label"] });
    });
    return { painted };
  });
  await act();
  return watch.evaluate(({ painted }) => painted);
}
