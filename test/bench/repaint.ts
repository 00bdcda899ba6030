import esbuild from "esbuild";
import type { Browser, Page } from "playwright-core";
import { launchBrowser } from "../workbench/browser.js";
import { ensureChromium } from "../workbench/install.js";
import { root } from "../workbench/paths.js";
import { type Gesture, gesture, INPUTS, pointAtStage } from "./gestures.js";
import { type Section, summary } from "./measure.js";
import { type TracedFrames, tracedFrames } from "./tracedFrames.js";

/** Milliseconds of script in the frame that answers an input, for a pair at first seen whole. */
interface Repaint {
  /** From the arrival of the pair to its first frame. */
  readonly first: number;
  readonly threshold: readonly number[];
  readonly zoom: readonly number[];
  readonly pan: readonly number[];
  /** Width and height of the stage, CSS pixels. */
  readonly stage: readonly number[];
}

const LOOKED_AT = [
  { kind: "masks", size: 1024 },
  { kind: "masks", size: 4096 },
  { kind: "maps", size: 4096 },
] as const;

const RUNS = 30;

/** Less than the host takes to read the first pair, milliseconds. */
const IDLE_MS = 100;

/** Gestures of each kind; the first, in which the page may still be compiled, counts as the others do. */
const GESTURES = 5;

/**
 * How fast the page paints, in a headless Chromium that draws in software. The aim is under 16 ms a frame, and no frame
 * dropped while the mouse zooms and pans.
 */
export async function repaint(): Promise<Section> {
  const chromium = await ensureChromium();
  if (!chromium.available) {
    console.log(`  page: not measured, ${chromium.reason}`);
    return { figures: {}, ratios: {} };
  }
  const { outputFiles } = await esbuild.build({
    entryPoints: [`${root}/test/bench/repaintPage.ts`],
    bundle: true,
    write: false,
    format: "iife",
    logLevel: "warning",
  });
  const browser = await launchBrowser(chromium.executable);
  const figures: Record<string, Section["figures"][string]> = {};
  try {
    for (const { kind, size } of LOOKED_AT) {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      // The page of the extension, its host silent.
      await page.setContent(`<!DOCTYPE html><html lang="en"><body data-layout="panel"></body></html>`);
      await page.addStyleTag({ path: `${root}/dist/page/inspector.css` });
      await page.evaluate("globalThis.acquireVsCodeApi = () => ({ postMessage() {}, getState() {}, setState() {} })");
      await page.addScriptTag({ path: `${root}/dist/page/inspector.js` });
      await page.addScriptTag({ content: outputFiles[0]?.text ?? "" });
      // As in VS Code, where the page has nothing to do until the host has read a pair.
      await page.evaluate(`idle(${IDLE_MS})`);
      const measured: Repaint = await page.evaluate(`measure("${kind}", ${size}, ${RUNS})`);
      const traced = await inGestures(browser, page);
      const of = `${size} x ${size}${kind === "maps" ? ", label maps" : ""} on a stage of ${measured.stage.join(" x ")}`;
      figures[`${of}, first frame`] = { ...summary([measured.first]), unit: "ms" };
      for (const what of kind === "masks" ? (["threshold", "zoom", "pan"] as const) : (["zoom", "pan"] as const)) {
        figures[`${of}, a frame after a change of ${what}`] = { ...summary(measured[what]), unit: "ms" };
        figures[`${of}, the slowest of ${RUNS} after a change of ${what}`] = {
          ...summary([Math.max(...measured[what])]),
          unit: "ms",
        };
      }
      for (const [kind, frames] of Object.entries(traced)) {
        const dropped = summary(frames.map((run) => run.dropped));
        const longest = summary(frames.map((run) => run.longest));
        figures[`${of}, frames dropped in a ${kind} of ${INPUTS} inputs`] = { ...dropped, unit: "frames" };
        figures[`${of}, the longest frame of a ${kind}, layout and commit included`] = { ...longest, unit: "ms" };
      }
      await page.close();
    }
  } finally {
    await browser.close();
  }
  return { figures, ratios: {} };
}

/** Frames of gestures at a mask that is seen whole, and of drags when it is somewhat enlarged. */
async function inGestures(browser: Browser, page: Page): Promise<Record<Gesture, readonly TracedFrames[]>> {
  const session = await page.context().newCDPSession(page);
  const run = async (kind: Gesture) => {
    const middle = await pointAtStage(page);
    return tracedFrames(browser, page, () => gesture(kind, page, session, middle));
  };
  const [zoom, pan]: TracedFrames[][] = [[], []];
  const canvas = page.locator('[data-testid="stage-canvas"]');
  await canvas.press("f");
  for (let i = 0; i < GESTURES; i++) zoom.push(await run("zoom"));
  await canvas.press("=");
  for (let i = 0; i < GESTURES; i++) pan.push(await run("pan"));
  return { zoom, pan };
}
