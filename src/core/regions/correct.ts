import { tallyPixels, tallyWeights } from "../count.js";
import type { BinaryEvidence } from "../evidence.js";
import { type BinaryMask, FOREGROUND, type Raster } from "../raster.js";
import { levelIndex, mergeTallies, type Tally } from "../tally.js";

/** Some pixels of a pair, as a pair of their own, one row high. */
export interface PairPart {
  readonly truth: BinaryMask;
  readonly prediction: Raster;
  /** Their boundary weights; none where the pair has no weighted tally. */
  readonly weights?: Float64Array;
}

export function partOf(
  truth: BinaryMask,
  prediction: Raster,
  pixels: Uint32Array,
  weight: Float64Array | undefined,
): PairPart {
  const size = { width: pixels.length, height: 1 };
  const { samples, maximum, meaning } = prediction;
  const own = emptyLike(samples, pixels.length);
  const values = new Uint8Array(pixels.length);
  for (let i = 0; i < pixels.length; i++) {
    own[i] = samples[pixels[i]];
    values[i] = truth.pixels[pixels[i]];
  }
  return {
    truth: { ...size, pixels: values },
    prediction: { ...size, samples: own, maximum, meaning },
    ...(weight && { weights: Float64Array.from(pixels, (i) => weight[i]) }),
  };
}

/** Predicts the truth: p = 1 where it is foreground, else 0. */
export function perfect({ pixels }: BinaryMask, prediction: Raster): Raster {
  const samples = emptyLike(prediction.samples, pixels.length);
  for (let i = 0; i < samples.length; i++) samples[i] = pixels[i] === FOREGROUND ? prediction.maximum : 0;
  return { ...prediction, samples };
}

/**
 * The tallies of a pair as they would be if some of its pixels were predicted perfectly: less what these pixels count
 * now, plus what they would count. Exact for counts. Evidence other than tallies is left out: it would no longer hold.
 */
export function correctedTallies(
  { kind, pixels, weighted }: Pick<BinaryEvidence, "kind" | "pixels" | "weighted">,
  { truth, prediction, weights }: PairPart,
): BinaryEvidence {
  const ideal = perfect(truth, prediction);
  const counts = replaced(pixels, tallyPixels(truth, prediction), tallyPixels(truth, ideal));
  if (!weighted || !weights) return { kind, pixels: counts };
  const weigh = (of: Raster) => tallyWeights(truth, of, (add) => add(weights, 0));
  return { kind, pixels: counts, weighted: cleared(replaced(weighted, weigh(prediction), weigh(ideal)), counts) };
}

/** Some pixels counted anew. All levels of the two parts are levels of the whole, or its ends. */
function replaced(whole: Tally, before: Tally, after: Tally): Tally {
  const tally = withEnds(whole);
  const result = { ...tally, negatives: tally.negatives.slice(), positives: tally.positives.slice() };
  add(result, before, -1);
  add(result, after, 1);
  return result;
}

function add(to: Tally, part: Tally, sign: 1 | -1): void {
  for (let i = 0; i < part.levels.length; i++) {
    if (part.negatives[i] === 0 && part.positives[i] === 0) continue;
    const level = levelIndex(to.levels, part.levels[i]);
    to.negatives[level] += sign * part.negatives[i];
    to.positives[level] += sign * part.positives[i];
  }
}

/** The tally with the levels of p = 0 and p = 1, which a correction needs: it may hold the values that occur only. */
export function withEnds(tally: Tally): Tally {
  const { levels, maximum } = tally;
  if (levels[0] === 0 && levels[levels.length - 1] === maximum) return tally;
  const none = new Float64Array(2);
  return mergeTallies(tally, { levels: Float64Array.of(0, maximum), maximum, negatives: none, positives: none });
}

/** Weights do not cancel to the bit: a cell without pixels weighs nothing. */
function cleared(weighted: Tally, counts: Tally): Tally {
  return {
    ...weighted,
    negatives: weighted.negatives.map((weight, level) => (counts.negatives[level] > 0 ? weight : 0)),
    positives: weighted.positives.map((weight, level) => (counts.positives[level] > 0 ? weight : 0)),
  };
}

function emptyLike(samples: Raster["samples"], length: number): Raster["samples"] {
  if (samples instanceof Uint8Array) return new Uint8Array(length);
  if (samples instanceof Uint16Array) return new Uint16Array(length);
  return samples instanceof Float32Array ? new Float32Array(length) : new Float64Array(length);
}
