// Runs inside the page: times its frames.
import { sentMaps, sentMasks } from "./madePairs.js";

/** Sooner no hand is at the slider after a pair has come. */
const HAND_MS = 300;

const idle = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));

/**
 * Milliseconds of script from an input to the end of the frame that shows it. That frame is timed from its first callback on,
 * not by its timestamp: a page at rest begins one late, up to a whole frame after the beat of the screen it is stamped with.
 */
async function timed(act: () => void): Promise<number> {
  await frame();
  await new Promise((resolve) => setTimeout(resolve, 20));
  let began = 0;
  // Asked for before the page's own, so that it runs first, ...
  requestAnimationFrame(() => {
    began = performance.now();
  });
  const start = performance.now();
  act();
  const acted = performance.now() - start;
  // ... and after it, so that it runs when that has painted.
  await frame();
  return acted + performance.now() - began;
}

function part<Kind extends HTMLElement>(testid: string): Kind {
  const found = document.querySelector<Kind>(`[data-testid="${testid}"]`);
  if (!found) throw new Error(`The page has no ${testid}.`);
  return found;
}

/** What the page calls each kind of pair. */
const calls = {
  masks: { name: "show", args: async (size: number) => [await sentMasks(size), "key"] },
  maps: { name: "showScores", args: async (size: number) => [await sentMaps(size)] },
} as const;

/** @param kind of pair that is shown and looked at; label maps have no threshold. */
async function measure(kind: keyof typeof calls, size: number, runs: number) {
  const { name, args } = calls[kind];
  const message = { kind: "call", id: 1, name, args: await args(size) };
  const drawn = () => document.querySelector<HTMLElement>('[data-testid="stage-canvas"]')?.dataset.drawn;
  const start = performance.now();
  window.dispatchEvent(new MessageEvent("message", { data: message }));
  while (drawn() === undefined) await frame();
  const first = performance.now() - start;
  await idle(HAND_MS);
  const slider = part<HTMLInputElement>("threshold");
  const stage = part<HTMLElement>("stage-canvas");
  const threshold: number[] = [];
  const zoom: number[] = [];
  const pan: number[] = [];
  for (let i = 0; kind === "masks" && i < runs; i++) {
    threshold.push(
      await timed(() => {
        slider.value = String(0.3 + 0.4 * (i / runs));
        slider.dispatchEvent(new Event("input", { bubbles: true }));
      }),
    );
  }
  const { left, top, width, height } = stage.getBoundingClientRect();
  const at = { clientX: left + width / 2, clientY: top + height / 2, bubbles: true, cancelable: true };
  for (let i = 0; i < runs; i++) {
    zoom.push(await timed(() => stage.dispatchEvent(new WheelEvent("wheel", { ...at, deltaY: -60 }))));
  }
  for (let i = 0; i < runs; i++) {
    pan.push(
      await timed(() =>
        stage.dispatchEvent(new KeyboardEvent("keydown", { key: i % 2 ? "ArrowLeft" : "ArrowUp", bubbles: true })),
      ),
    );
  }
  return { first, threshold, zoom, pan, stage: [Math.round(width), Math.round(height)] };
}

Object.assign(globalThis, { idle, measure });
