import { gatherBoundary } from "./boundary/evidence.js";
import { UNIT_SPACING } from "./boundary/spacing.js";
import { tallyWithWeights } from "./boundary/weightedTally.js";
import { catalogue } from "./catalogue.js";
import { gatherPeers } from "./conventions/evidence.js";
import { isLibrary, ownVariant, type PeerValue } from "./conventions/index.js";
import { tallyPixels } from "./count.js";
import type { BinaryEvidence, Evidence, EvidenceKind } from "./evidence.js";
import { matchComponents } from "./objects/fromMask.js";
import type { BinaryMask, Raster } from "./raster.js";
import type { Score } from "./score.js";
import { type Settings, valuesFor } from "./settings.js";

/** Score by id; null where it is undefined. */
export type Scores = Readonly<Record<string, number | null>>;

/** Reads the pixels of a pair, once: all that its scores need. Truth and prediction have the same size. */
export function gatherEvidence(truth: BinaryMask, prediction: Raster, settings: Settings): BinaryEvidence {
  const { families, kernel, threshold, spacing = UNIT_SPACING } = settings;
  return {
    kind: "binary",
    ...(families.includes("pixel")
      ? tallyWithWeights(truth, prediction, kernel)
      : { pixels: tallyPixels(truth, prediction) }),
    ...(families.includes("boundary") && { boundary: gatherBoundary(truth, prediction, threshold, spacing) }),
    ...(families.includes("objects") && { objects: matchComponents(truth, prediction, threshold) }),
    ...((settings.compare || isLibrary(settings.preset)) && {
      peers: gatherPeers(truth, prediction, threshold, kernel, spacing),
    }),
  };
}

/** The scores that the settings ask for and that such evidence, and the preset's library, has; in catalogue order. */
export function selectedScores({ families, preset }: Settings, kind: EvidenceKind): readonly Score[] {
  return catalogue.filter(
    ({ id, family, kinds }) =>
      families.includes(family) &&
      kinds.includes(kind) &&
      (!isLibrary(preset) || ownVariant(preset, id, kind) !== undefined),
  );
}

/** One score in the convention of the preset, as the library would return it; null where ours is undefined. */
export function scoreValue(score: Score, evidence: Evidence, settings: Settings): PeerValue | null {
  const values = valuesFor(score, settings);
  if (!isLibrary(settings.preset)) return score.evaluate(evidence, values);
  return ownVariant(settings.preset, score.id, evidence.kind)?.evaluate(evidence, values) ?? null;
}

/** Every selected score of the evidence. */
export function evaluate(evidence: Evidence, settings: Settings): Scores {
  return Object.fromEntries(
    selectedScores(settings, evidence.kind).map((score) => {
      const value = scoreValue(score, evidence, settings);
      return [score.id, typeof value === "number" ? value : null];
    }),
  );
}
