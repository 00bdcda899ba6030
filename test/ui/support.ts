import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Frame } from "playwright-core";
import { root } from "../workbench/paths.js";

/** What the command line says of a pair. */
export interface CliPair {
  readonly name: string;
  readonly scores: Readonly<Record<string, number | null>>;
  readonly diagnosis?: ReadonlyArray<{ readonly id: string; readonly sentence: string }>;
  readonly perClass?: Readonly<Record<string, ReadonlyArray<number | null>>>;
  readonly readAs: { readonly prediction: string; readonly truth: string };
}

/** Scores on the command line: what the page must show. */
export function cliPairs(predictions: string, truth: string, ...flags: string[]): CliPair[] {
  const args = [join(root, "dist/cli.js"), "score", predictions, truth, "--json", "-", ...flags];
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8", maxBuffer: 1 << 28 });
  if (stdout === "") throw new Error(stderr);
  return JSON.parse(stdout).pairs;
}

/** A control or a number of the inspector's page. */
export const part = (frame: Frame, testid: string) => frame.locator(`[data-testid="${testid}"]`).first();

/** The full-precision value behind a number on the page; null where it shows a dash. */
export async function numberOf(frame: Frame, testid: string): Promise<number | null> {
  const text = await part(frame, testid).getAttribute("data-value");
  if (text === null) throw new Error(`${testid} has no value`);
  return text === "" ? null : Number(text);
}

/** The value of every score on the page, by id. */
export function scoresOf(frame: Frame): Promise<Record<string, number | null>> {
  return frame.locator('td[data-testid^="score-"]').evaluateAll((cells) =>
    Object.fromEntries(
      cells.map((cell) => {
        const value = cell.getAttribute("data-value") ?? "";
        return [(cell.getAttribute("data-testid") ?? "").slice("score-".length), value === "" ? null : Number(value)];
      }),
    ),
  );
}

/**
 * Name of the pair that the page shows; null while another one is on its way, whose name stands there already, and while
 * some of its scores are.
 */
export const nameOf = async (frame: Frame): Promise<string | null> => {
  const name = await frame.locator("h1[data-name]").first().getAttribute("data-name");
  return (await frame.locator(".body.awaiting, .scores[aria-busy]").count()) === 0 ? name : null;
};

/** Sets a range input as a drag does: its input events fire. */
export async function setSlider(frame: Frame, testid: string, value: number): Promise<void> {
  await part(frame, testid).evaluate((input, to) => {
    if (!(input instanceof HTMLInputElement)) throw new Error("not a slider");
    input.value = String(to);
    input.dispatchEvent(new Event("input", { bubbles: true }));
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }, value);
}

/** Repeats a check until it holds; the last failure is thrown after the patience is over. */
export async function eventually<Result>(check: () => Promise<Result>, patienceMs = 30_000): Promise<Result> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await sleep(150);
    }
  }
}

/**
 * Colours of the stage within every mask pixel, row-major, as "r,g,b"; the whole mask must be in sight, and large. Not in
 * the middle of a pixel, where its value may be printed.
 */
export function maskColours(frame: Frame, width: number, height: number): Promise<string[]> {
  return part(frame, "stage-canvas").evaluate(
    (canvas, size) => {
      const context = canvas instanceof HTMLCanvasElement ? canvas.getContext("2d") : null;
      if (!context) throw new Error("not a canvas");
      const whole = context.getImageData(0, 0, context.canvas.width, context.canvas.height);
      // Around the mask the canvas is clear.
      const box = { left: whole.width, right: 0, top: whole.height, bottom: 0 };
      for (let y = 0, i = 3; y < whole.height; y++) {
        for (let x = 0; x < whole.width; x++, i += 4) {
          if (whole.data[i] === 0) continue;
          box.left = Math.min(box.left, x);
          box.right = Math.max(box.right, x + 1);
          box.top = Math.min(box.top, y);
          box.bottom = Math.max(box.bottom, y + 1);
        }
      }
      return Array.from({ length: size.width * size.height }, (_, i) => {
        const across = ((i % size.width) + 0.2) / size.width;
        const down = (Math.floor(i / size.width) + 0.2) / size.height;
        const x = Math.floor(box.left + across * (box.right - box.left));
        const y = Math.floor(box.top + down * (box.bottom - box.top));
        return Array.from(whole.data.slice(4 * (y * whole.width + x), 4 * (y * whole.width + x) + 3)).join();
      });
    },
    { width, height },
  );
}

/** The picture of the stage, when what was done last is painted, to be compared with another. */
export function stagePixels(frame: Frame): Promise<string> {
  return part(frame, "stage-canvas").evaluate(async (canvas) => {
    if (!(canvas instanceof HTMLCanvasElement)) throw new Error("not a canvas");
    // The page paints in the next frame at the latest.
    for (let i = 0; i < 2; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
    return canvas.toDataURL();
  });
}

/** How many pixels of the stage have each colour, by "r,g,b". */
export function stageColours(frame: Frame): Promise<Record<string, number>> {
  return part(frame, "stage-canvas").evaluate((canvas) => {
    const context = canvas instanceof HTMLCanvasElement ? canvas.getContext("2d") : null;
    if (!context) throw new Error("not a canvas");
    const { data } = context.getImageData(0, 0, context.canvas.width, context.canvas.height);
    const counts: Record<string, number> = {};
    for (let i = 0; i < data.length; i += 4) {
      const colour = `${data[i]},${data[i + 1]},${data[i + 2]}`;
      counts[colour] = (counts[colour] ?? 0) + 1;
    }
    return counts;
  });
}
