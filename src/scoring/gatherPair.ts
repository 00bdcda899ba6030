import { scaledBoundaryWeight } from "../core/boundary/weight.js";
import { tallyPixels } from "../core/count.js";
import { gatherEvidence } from "../core/evaluate.js";
import type { BinaryEvidence } from "../core/evidence.js";
import { hardIndices, levelIndices } from "../core/maps/levelIndex.js";
import { quantise, type WeightMap } from "../core/maps/quantise.js";
import type { BinaryMask } from "../core/raster.js";
import type { Settings } from "../core/settings.js";
import type { BinaryReading } from "../formats/interpret.js";
import { failureText } from "../report/report.js";
import type { FailedRow } from "../report/row.js";
import { type SentMaps, type SentPair, sent, sentPair } from "./deflate.js";
import type { GatheredPair, GlancedPair } from "./gatheredPair.js";
import { type GatheredMaps, gatherMaps, otherMap } from "./gatherMaps.js";
import type { PairJob } from "./pairJob.js";
import { failedRow, readBinaryPair, readPair } from "./readPair.js";

/** Reads one pair for the inspector, every family of scores included. Never throws, as {@link scorePair}. */
export function gatherPair(job: PairJob, settings: Settings): GatheredPair | GatheredMaps | FailedRow {
  return readFor(job, settings, gatherReading);
}

/** Reads what can be shown of a pair at once: all else takes some twenty times as long. Never throws. */
export function glancePair(job: PairJob, settings: Settings): GlancedPair | GatheredMaps | FailedRow {
  return readFor(job, settings, (reading) =>
    planesOf(reading, { kind: "binary", pixels: tallyPixels(reading.truth, reading.prediction) }),
  );
}

/** The pair as it looks at a threshold. */
export function sketchOf(pair: GlancedPair, threshold: number): GlancedPair {
  return { ...pair, prediction: hardIndices(pair.prediction, pair.evidence.pixels, threshold) };
}

/** Tells a sketch of what was glanced at, where there is one: two models are compared in their own pictures. */
export function withSketch(
  pair: GlancedPair | GatheredMaps | FailedRow,
  threshold: number | null,
  tell: (sketch: SentPair) => void,
): SentPair | SentMaps | FailedRow {
  if (threshold === null || pair.status !== "gathered" || pair.other) return sent(pair);
  const sketch = sentPair(sketchOf(pair, threshold));
  tell(sketch);
  return sentPair(pair, sketch.truth);
}

function readFor<Pair extends GlancedPair>(
  job: PairJob,
  settings: Settings,
  look: (reading: BinaryReading, settings: Settings) => Pair,
): Pair | GatheredMaps | FailedRow {
  try {
    const reading = readPair(job, settings);
    if (reading.kind !== "binary") return withOtherMap(gatherMaps(reading, settings), job, settings);
    return withOther(look(reading, settings), job, settings);
  } catch (error) {
    return failedRow(job, error);
  }
}

/** A second prediction that cannot be read is a note: the pair itself can be shown. */
function withOther<Pair extends GlancedPair>(pair: Pair, job: PairJob, settings: Settings): Pair {
  if (!job.other) return pair;
  const { name, prediction: file } = job.other;
  try {
    const { truth, prediction } = readBinaryPair({ name: job.name, prediction: file, truth: job.truth }, settings);
    const pixels = tallyPixels(truth, prediction);
    return { ...pair, other: { prediction: levelIndices(truth, prediction, pixels), pixels } };
  } catch (error) {
    return { ...pair, notes: [...pair.notes, `${name}: ${failureText(failedRow(job, error))}`] };
  }
}

function withOtherMap(gathered: GatheredMaps, job: PairJob, settings: Settings): GatheredMaps {
  if (!job.other) return gathered;
  const { name, prediction: file } = job.other;
  const { maps, notes } = gathered;
  try {
    const other = readPair({ name: job.name, prediction: file, truth: job.truth }, { ...settings, kind: maps.kind });
    if (other.kind === "binary") return gathered;
    const ids = maps.kind === "labels" ? maps.classes.map(({ id }) => id) : [];
    return { ...gathered, other: otherMap(other, ids, settings) };
  } catch (error) {
    return { ...gathered, notes: [...notes, `${name}: ${failureText(failedRow(job, error))}`] };
  }
}

/** The same of a pair that is read already. */
export function gatherReading(reading: ReadMasks, settings: Settings): GatheredPair {
  const { truth, prediction } = reading;
  const evidence = gatherEvidence(truth, prediction, { ...settings, families: ["pixel", "boundary", "objects"] });
  return { ...planesOf(reading, evidence), weight: weightMap(truth, settings.kernel) };
}

type ReadMasks = Omit<BinaryReading, "kind" | "grays">;

function planesOf({ truth, prediction, readAs, notes }: ReadMasks, evidence: BinaryEvidence): GlancedPair {
  return {
    status: "gathered",
    width: truth.width,
    height: truth.height,
    truth: truth.pixels,
    prediction: levelIndices(truth, prediction, evidence.pixels),
    evidence,
    readAs,
    notes,
  };
}

function weightMap(truth: BinaryMask, kernel: number): WeightMap {
  const { map, scale } = scaledBoundaryWeight(truth, kernel);
  return { ...quantise(map), scale };
}
