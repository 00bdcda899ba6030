import esbuild from "esbuild";
import { launchBrowser } from "../workbench/browser.js";
import { ensureChromium } from "../workbench/install.js";
import { root } from "../workbench/paths.js";
import { summary } from "./measure.js";

/** Milliseconds of script in the frame that answers an input, for a pair at first seen whole. */
export interface Repaint {
  /** From the arrival of the pair to its first frame. */
  readonly first: number;
  readonly threshold: readonly number[];
  readonly zoom: readonly number[];
  readonly pan: readonly number[];
  /** Width and height of the stage, CSS pixels. */
  readonly stage: readonly number[];
}

const RUNS = 30;

/** Prints how fast the page paints, in a headless Chromium that draws in software; undefined where there is none. */
export async function reportRepaint(): Promise<Readonly<Record<string, Repaint>> | undefined> {
  const chromium = await ensureChromium();
  if (!chromium.available) {
    console.log(`page: not measured, ${chromium.reason}`);
    return undefined;
  }
  const { outputFiles } = await esbuild.build({
    entryPoints: [`${root}/test/bench/repaintPage.ts`],
    bundle: true,
    write: false,
    format: "iife",
    logLevel: "warning",
  });
  const browser = await launchBrowser(chromium.executable);
  const figures: Record<string, Repaint> = {};
  try {
    for (const size of [1024, 4096]) {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      // The page of the extension, its host silent.
      await page.setContent(`<!DOCTYPE html><html lang="en"><body data-layout="panel"></body></html>`);
      await page.addStyleTag({ path: `${root}/dist/page/inspector.css` });
      await page.evaluate("globalThis.acquireVsCodeApi = () => ({ postMessage() {}, getState() {}, setState() {} })");
      await page.addScriptTag({ path: `${root}/dist/page/inspector.js` });
      await page.addScriptTag({ content: outputFiles[0]?.text ?? "" });
      const measured: Repaint = await page.evaluate(`measure(${size}, ${RUNS})`);
      figures[size] = measured;
      const times = (of: readonly number[]) =>
        `${summary(of).median.toFixed(1)} (at most ${Math.max(...of).toFixed(1)})`;
      console.log(
        `page, ${size} x ${size} on a stage of ${measured.stage.join(" x ")}: first frame ${measured.first.toFixed(0)} ms; a frame after a change of the threshold ${times(measured.threshold)} ms, of the zoom ${times(measured.zoom)} ms, of the place ${times(measured.pan)} ms; the aim is under 16`,
      );
      await page.close();
    }
  } finally {
    await browser.close();
  }
  return figures;
}
