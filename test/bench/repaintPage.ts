// Runs inside the page: makes a pair there, since hundreds of megabytes would be slow to bring, and times its frames.
import { gatherEvidence } from "../../src/core/evaluate.js";
import type { DeflatedPlane } from "../../src/core/maps/deflated.js";
import { quantise } from "../../src/core/maps/quantise.js";
import { defaultSettings } from "../../src/core/settings.js";
import type { PairView, SentPair } from "../../src/protocol/pairView.js";
import { seeded } from "./field.js";

/** Soft discs on a lattice against sharp ones, with noise and single wrong pixels; nothing else of the size is kept. */
function makeView(size: number): Omit<PairView, "other"> {
  const random = seeded(size);
  const truth = new Uint8Array(size * size);
  const samples = new Uint8Array(size * size);
  const cell = 256;
  for (let y = 0, i = 0; y < size; y++) {
    for (let x = 0; x < size; x++, i++) {
      const r = Math.hypot((x % cell) - cell / 2, (y % cell) - cell / 2);
      truth[i] = r < 80 ? 1 : 0;
      samples[i] = 255 / (1 + Math.exp((r - 78 - 4 * random()) / 6));
      if (random() < 1e-5) samples[i] = 255 - samples[i];
    }
  }
  const mask = { width: size, height: size, pixels: truth };
  const settings = defaultSettings;
  const evidence = gatherEvidence(
    mask,
    { width: size, height: size, samples, meaning: "probability", maximum: 255 },
    { ...settings, families: ["pixel"] },
  );
  const weight = { ...quantise(Float64Array.of(0, 1)), bytes: new Uint8Array(size * size), scale: 1 };
  return {
    name: `${size}`,
    files: { prediction: "p", truth: "t" },
    uris: { prediction: "file:///p", truth: "file:///t" },
    readAs: { prediction: "", truth: "" },
    notes: [],
    settings,
    evidence,
    pixels: { width: size, height: size, truth, prediction: samples, weight },
  };
}

/** The view as the host sends it. */
async function sent({ pixels, ...facts }: Omit<PairView, "other">): Promise<SentPair> {
  const { weight, ...rest } = pixels;
  const [truth, prediction, bytes] = await Promise.all(
    [pixels.truth, pixels.prediction, weight?.bytes ?? new Uint8Array()].map(deflate),
  );
  return { ...facts, pixels: { ...rest, truth, prediction, ...(weight && { weight: { ...weight, bytes } }) } };
}

async function deflate(samples: Uint8Array | Uint16Array): Promise<DeflatedPlane> {
  const stream = new Blob([samples as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(new CompressionStream("deflate-raw"));
  return { deflated: new Uint8Array(await new Response(stream).arrayBuffer()), samples: "bytes" };
}

/** Sooner no hand is at the slider after a pair has come. */
const HAND_MS = 300;

const idle = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));

/** Milliseconds from an input to the end of the script of the frame that shows it. */
async function timed(act: () => void): Promise<number> {
  await frame();
  await new Promise((resolve) => setTimeout(resolve, 20));
  const start = performance.now();
  act();
  const acted = performance.now() - start;
  // Asked for after the page's own, so that it runs when that has painted.
  const began = await frame();
  return acted + performance.now() - began;
}

function part<Kind extends HTMLElement>(testid: string): Kind {
  const found = document.querySelector<Kind>(`[data-testid="${testid}"]`);
  if (!found) throw new Error(`The page has no ${testid}.`);
  return found;
}

async function measure(size: number, runs: number) {
  const message = { kind: "call", id: 1, name: "show", args: [await sent(makeView(size)), "key"] };
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
  for (let i = 0; i < runs; i++) {
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
