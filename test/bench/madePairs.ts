// Runs inside the page: makes pairs there, since hundreds of megabytes would be slow to bring, and sends them as the host does.
import { gatherEvidence } from "../../src/core/evaluate.js";
import type { DeflatedPlane } from "../../src/core/maps/deflated.js";
import { quantise } from "../../src/core/maps/quantise.js";
import { defaultSettings } from "../../src/core/settings.js";
import type { SentPair, SentScores } from "../../src/protocol/pairView.js";
import { gatherMaps } from "../../src/scoring/gatherMaps.js";
import { seeded } from "./field.js";

const facts = (size: number) => ({
  name: `${size}`,
  files: { prediction: "p", truth: "t" },
  uris: { prediction: "file:///p", truth: "file:///t" },
  readAs: { prediction: "", truth: "" },
  notes: [],
  settings: defaultSettings,
});

/** Soft discs on a lattice against sharp ones, with noise and single wrong pixels; nothing else of the size is kept. */
export async function sentMasks(size: number): Promise<SentPair> {
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
  const evidence = gatherEvidence(
    { width: size, height: size, pixels: truth },
    { width: size, height: size, samples, meaning: "probability", maximum: 255 },
    { ...defaultSettings, families: ["pixel"] },
  );
  const weight = { ...quantise(Float64Array.of(0, 1)), scale: 1 };
  const [ofTruth, prediction, bytes] = await Promise.all([truth, samples, new Uint8Array(size * size)].map(deflate));
  return {
    ...facts(size),
    evidence,
    pixels: { width: size, height: size, truth: ofTruth, prediction, weight: { ...weight, bytes } },
  };
}

/** As many as Cityscapes has. */
const CLASSES = 19;

/** Discs of classes on a lattice, the predicted ones somewhat smaller, with single wrong pixels. */
export async function sentMaps(size: number): Promise<SentScores> {
  const random = seeded(size);
  const truth = new Uint8Array(size * size);
  const predicted = new Uint8Array(size * size);
  const cell = 256;
  for (let y = 0, i = 0; y < size; y++) {
    for (let x = 0; x < size; x++, i++) {
      const own = (7 * Math.floor(y / cell) + Math.floor(x / cell)) % CLASSES;
      const r = Math.hypot((x % cell) - cell / 2, (y % cell) - cell / 2);
      truth[i] = r < 100 ? own : 0;
      predicted[i] = r < 94 + 4 * random() ? own : 0;
      if (random() < 1e-5) predicted[i] = (own + 1) % CLASSES;
    }
  }
  const map = (samples: Uint8Array) =>
    ({ width: size, height: size, samples, meaning: "class", maximum: 255 }) as const;
  const classes = Array.from({ length: CLASSES }, (_, id) => ({ id }));
  const { maps, scores, diagnosis } = gatherMaps(
    {
      kind: "labels",
      truth: map(truth),
      prediction: map(predicted),
      classes,
      readAs: facts(size).readAs,
      notes: [],
      ignore: null,
    },
    defaultSettings,
  );
  const [ofTruth, prediction] = await Promise.all([maps.truth, maps.prediction].map(deflate));
  return {
    ...facts(size),
    kind: maps.kind,
    width: size,
    height: size,
    maps: { ...maps, truth: ofTruth, prediction },
    scores,
    diagnosis,
  };
}

async function deflate(samples: Uint8Array | Uint16Array): Promise<DeflatedPlane> {
  const stream = new Blob([samples as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(new CompressionStream("deflate-raw"));
  const deflated = new Uint8Array(await new Response(stream).arrayBuffer());
  return { deflated, samples: samples instanceof Uint8Array ? "bytes" : "words" };
}
