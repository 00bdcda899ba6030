import { catalogue, scoreById } from "../../src/core/catalogue.js";
import { evaluate, gatherEvidence } from "../../src/core/evaluate.js";
import type { BinaryEvidence } from "../../src/core/evidence.js";
import { defaultSettings, type Settings } from "../../src/core/settings.js";
import { TallyStack } from "../../src/core/tallyStack.js";
import { normals, seeded } from "./field.js";
import { type Section, summary } from "./measure.js";

const PAIRS = 5000;
const DIFFERENT = 100;

/** What a slider costs: 5,000 pairs scored again from their tallies, and the open pair with every score. */
export function rescoring(runs: number): Section {
  const settings: Settings = { ...defaultSettings, families: ["pixel"] };
  const evidence = Array.from({ length: DIFFERENT }, (_, i) => noisyPair(i, settings));
  const stack = new TallyStack();
  for (let i = 0; i < PAIRS; i++) stack.set(i, evidence[i % DIFFERENT]);
  const again = (id: string, parameter: string, value: (run: number) => number) =>
    timed(runs, (run) => {
      const turned = { ...settings, overrides: { [id]: { [parameter]: value(run) } } };
      stack.evaluate(scoreById(id), turned, () => {});
    });
  const open = timed(runs, (run) => evaluate(evidence[0], { ...settings, threshold: 0.3 + run / 1000 }));
  return {
    figures: {
      "5,000 pairs, alpha of the focal loss": again("focal", "alpha", (run) => 0.3 + run / 1000),
      "5,000 pairs, gamma of the focal loss": again("focal", "gamma", (run) => 1 + run / 1000),
      "5,000 pairs, smooth of the Dice loss": again("dice", "smooth", (run) => 1 + run),
      "5,000 pairs, epsilon of the weighted BCE": again("weighted_bce", "epsilon", (run) => 1e-4 / (run + 1)),
      "5,000 pairs, epsilon of the Lovász hinge": again("lovasz_hinge", "epsilon", (run) => 1e-4 / (run + 1)),
      "5,000 pairs, threshold of the IoU": again("iou", "threshold", (run) => 0.3 + run / 1000),
      [`the open pair, ${catalogue.filter(({ family }) => family === "pixel").length} scores`]: open,
    },
    ratios: {},
  };
}

/** Milliseconds; the first runs let the compiler see what is asked. */
function timed(runs: number, work: (run: number) => void) {
  const times = Array.from({ length: runs + 3 }, (_, run) => {
    const start = performance.now();
    work(run);
    return performance.now() - start;
  });
  return { ...summary(times.slice(3)), unit: "ms" };
}

/** A disc, and a prediction of it that takes every value. */
function noisyPair(seed: number, settings: Settings): BinaryEvidence {
  const size = 101;
  const noise = normals(seeded(seed), size * size);
  const radius = 20 + (seed % 25);
  const level = (i: number) => radius - Math.hypot((i % size) - 50, Math.floor(i / size) - 50);
  const truth = Uint8Array.from(noise, (_, i) => Number(level(i) > 0));
  const samples = Uint8Array.from(noise, (value, i) => Math.round(255 / (1 + Math.exp(-0.2 * level(i) - value))));
  const area = { width: size, height: size };
  return gatherEvidence(
    { ...area, pixels: truth },
    { ...area, samples, maximum: 255, meaning: "probability" },
    settings,
  );
}
