import { boundaryWeight } from "./boundary/weight.js";
import { catalogue } from "./catalogue.js";
import { tallyPixels } from "./count.js";
import type { Evidence } from "./evidence.js";
import { matchComponents } from "./objects/fromMask.js";
import type { BinaryMask, Raster } from "./raster.js";
import type { Score } from "./score.js";
import { type Settings, valuesFor } from "./settings.js";

/** Score by id; null where it is undefined. */
export type Scores = Readonly<Record<string, number | null>>;

/** Reads the pixels of a pair, once: all that its scores need. Truth and prediction have the same size. */
export function gatherEvidence(truth: BinaryMask, prediction: Raster, settings: Settings): Evidence {
  const { families, kernel, threshold } = settings;
  return {
    pixels: tallyPixels(truth, prediction),
    ...(families.includes("pixel") && { weighted: tallyPixels(truth, prediction, boundaryWeight(truth, kernel)) }),
    ...(families.includes("objects") && { objects: matchComponents(truth, prediction, threshold) }),
  };
}

/** The scores that the settings ask for, in catalogue order. */
export function selectedScores(settings: Settings): readonly Score[] {
  return catalogue.filter((score) => settings.families.includes(score.family));
}

/** Every selected score of the evidence. */
export function evaluate(evidence: Evidence, settings: Settings): Scores {
  return Object.fromEntries(
    selectedScores(settings).map((score) => [score.id, score.evaluate(evidence, valuesFor(score, settings))]),
  );
}
