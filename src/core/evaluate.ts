import { boundaryParts, gatherBoundary } from "./boundary/evidence.js";
import { UNIT_SPACING } from "./boundary/spacing.js";
import { tallyWithWeights } from "./boundary/weightedTally.js";
import { catalogue } from "./catalogue.js";
import { gatherPeers } from "./conventions/evidence.js";
import { isLibrary, ownVariant, type PeerValue } from "./conventions/index.js";
import { tallyPixels } from "./count.js";
import type { BinaryEvidence, Evidence, EvidenceKind } from "./evidence.js";
import type { EvidencePart } from "./evidencePart.js";
import { matchComponents } from "./objects/fromMask.js";
import type { BinaryMask, Raster } from "./raster.js";
import type { Score } from "./score.js";
import { type Settings, valuesFor } from "./settings.js";
import { timed } from "./timings.js";

/** Score by id; null where it is undefined. */
export type Scores = Readonly<Record<string, number | null>>;

/** Whether the settings ask for a score: by its family, or by its id. */
export function isChosen({ family, id }: Score, { families, scores }: Pick<Settings, "families" | "scores">): boolean {
  return families.includes(family) || (scores?.includes(id) ?? false);
}

/** The parts of the evidence to gather. Of conventions it is not known what they read: a family's are gathered whole. */
function partsFor(settings: Settings): ReadonlySet<EvidencePart | undefined> {
  const chosen = catalogue.filter((score) => isChosen(score, settings));
  const families = chosen.map(({ family }) => family);
  const readers = readsPeers(settings) ? catalogue.filter(({ family }) => families.includes(family)) : chosen;
  return new Set(readers.map(({ reads }) => reads));
}

const readsPeers = ({ compare, preset }: Settings): boolean => compare || isLibrary(preset);

/** Reads the pixels of a pair, once: all that its scores need. Truth and prediction have the same size. */
export function gatherEvidence(truth: BinaryMask, prediction: Raster, settings: Settings): BinaryEvidence {
  const { kernel, threshold, spacing = UNIT_SPACING } = settings;
  const parts = partsFor(settings);
  const reads = (part: EvidencePart) => parts.has(part);
  return {
    kind: "binary",
    ...timed("tally and weights", () =>
      reads("weighted") ? tallyWithWeights(truth, prediction, kernel) : { pixels: tallyPixels(truth, prediction) },
    ),
    ...(boundaryParts.some(reads) && { boundary: gatherBoundary(truth, prediction, threshold, spacing, reads) }),
    ...(reads("objects") && { objects: timed("objects", () => matchComponents(truth, prediction, threshold)) }),
    ...(readsPeers(settings) && {
      peers: gatherPeers(truth, prediction, threshold, kernel, spacing),
    }),
  };
}

/** Whether the evidence lacks what a score reads: what it is worth is then unknown, which is not to say undefined. */
export function lacksPart({ reads }: Score, { weighted, boundary, objects }: BinaryEvidence): boolean {
  switch (reads) {
    case undefined:
      return false;
    case "weighted":
      return weighted === undefined;
    case "objects":
      return objects === undefined;
    case "distances":
      return boundary?.signedDistance === undefined;
    default:
      return boundary?.[reads] === undefined;
  }
}

/** The scores that the settings ask for and that such evidence, and the preset's library, has; in catalogue order. */
export function selectedScores(settings: Settings, kind: EvidenceKind): readonly Score[] {
  const { preset } = settings;
  return catalogue.filter(
    (score) =>
      isChosen(score, settings) &&
      score.kinds.includes(kind) &&
      (!isLibrary(preset) || ownVariant(preset, score.id, kind) !== undefined),
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
    boundScores(settings, evidence.kind).map(({ id, of }) => {
      const value = of(evidence);
      return [id, typeof value === "number" ? value : null];
    }),
  );
}

interface BoundScore {
  readonly id: string;
  readonly of: (evidence: Evidence) => PeerValue | null;
}

/** By settings, which are never changed, and kind: the values of parameters are the same for every pair of a run. */
const bound = new WeakMap<Settings, Map<EvidenceKind, readonly BoundScore[]>>();

function boundScores(settings: Settings, kind: EvidenceKind): readonly BoundScore[] {
  const byKind = bound.get(settings) ?? new Map<EvidenceKind, readonly BoundScore[]>();
  bound.set(settings, byKind);
  const known = byKind.get(kind);
  if (known) return known;
  const scores = selectedScores(settings, kind).map((score) => ({ id: score.id, of: boundScore(score, settings) }));
  byKind.set(kind, scores);
  return scores;
}

function boundScore(score: Score, settings: Settings): BoundScore["of"] {
  if (isLibrary(settings.preset)) return (evidence) => scoreValue(score, evidence, settings);
  return score.bind(valuesFor(score, settings));
}
