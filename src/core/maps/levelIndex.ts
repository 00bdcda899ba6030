import { type BinaryMask, IGNORED, type Raster } from "../raster.js";
import type { Tally } from "../tally.js";

/** A two-byte index holds this many levels; a float mask can have more, and then neighbouring levels share one. */
const MOST_LEVELS = 1 << 16;

/** How many different indices the pixels of a tally need; at least 1, for the index of ignored pixels. */
export function indexSize(tally: Tally): number {
  return Math.max(1, Math.min(tally.levels.length, MOST_LEVELS));
}

/** The index that stands for a level of the tally. */
export function indexOfLevel(level: number, levels: number): number {
  return levels <= MOST_LEVELS ? level : Math.floor((level * MOST_LEVELS) / levels);
}

/** The probability that an index stands for; where levels share one, that of the first. */
export function indexProbabilities(tally: Tally): Float64Array {
  const values = new Float64Array(indexSize(tally));
  for (let level = tally.levels.length - 1; level >= 0; level--) {
    values[indexOfLevel(level, tally.levels.length)] = tally.levels[level] / tally.maximum;
  }
  return values;
}

/**
 * The same indices with but two values, the lowest and the highest: at this threshold they are as much above it as the
 * prediction is. Flat, so that they deflate to a hundredth of what soft masks do.
 */
export function hardIndices(
  indices: Uint8Array | Uint16Array,
  tally: Tally,
  threshold: number,
): Uint8Array | Uint16Array {
  const probabilities = indexProbabilities(tally);
  const highest = probabilities.length - 1;
  const table = Uint16Array.from(probabilities, (p) => (p > threshold ? highest : 0));
  const hard = indices.slice();
  for (let i = 0; i < hard.length; i++) hard[i] = table[indices[i]];
  return hard;
}

/**
 * The prediction as one index a pixel into the levels of its tally: what the page needs to paint any picture of it
 * through a table. For 8-bit masks the index is the stored value. Ignored pixels get index 0.
 */
export function levelIndices(truth: BinaryMask, prediction: Raster, tally: Tally): Uint8Array | Uint16Array {
  const { samples } = prediction;
  if (samples instanceof Uint8Array) return samples.slice();
  const { levels } = tally;
  const indices = new Uint16Array(samples.length);
  const byValue = new Map(Array.from(levels, (value, level) => [value, indexOfLevel(level, levels.length)]));
  for (let i = 0; i < samples.length; i++) {
    if (truth.pixels[i] !== IGNORED) indices[i] = byValue.get(samples[i]) ?? 0;
  }
  return indices;
}
