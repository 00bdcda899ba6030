/**
 * The tally: a pair of masks as a joint histogram.
 *
 * How many pixels have which predicted value, by truth. An 8-bit probability mask against a binary truth is a 256 x 2
 * table, and every pixelwise loss and threshold metric is an exact function of it. Weighted losses are the same
 * formulas on a tally that sums a weight instead of counting. Tallies add up: the micro score of a data set is the
 * score of the merged tally.
 */
export interface Tally {
  /** Predicted values in stored units, strictly ascending. */
  readonly levels: Float64Array;
  /** The stored value of probability 1: p = level / maximum. */
  readonly maximum: number;
  /** Pixels (or their summed weight) with truth 0, by level. */
  readonly negatives: Float64Array;
  /** Pixels (or their summed weight) with truth 1, by level. */
  readonly positives: Float64Array;
}

/** All values of an 8-bit mask; 8-bit tallies share it. */
export const BYTE_LEVELS: Float64Array = Float64Array.from({ length: 256 }, (_, value) => value);

/** Place of a value among levels that hold it. */
export function levelIndex(levels: Float64Array, value: number): number {
  let low = 0;
  let high = levels.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (levels[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Probability of each level, in [0, 1]. */
export function probabilities(tally: Tally): Float64Array {
  return tally.levels.map((level) => level / tally.maximum);
}

/**
 * The tally of two disjoint sets of pixels together. Exact for counts; weights add in the order given.
 * Tallies of different bit depth meet on the probability axis (maximum 1).
 */
export function mergeTallies(a: Tally, b: Tally): Tally {
  if (a.maximum !== b.maximum) return mergeTallies(onProbabilityAxis(a), onProbabilityAxis(b));
  if (sameLevels(a.levels, b.levels)) {
    return { ...a, negatives: added(a.negatives, b.negatives), positives: added(a.positives, b.positives) };
  }
  const levels = Float64Array.from(new Set([...a.levels, ...b.levels])).sort();
  const merged = {
    ...a,
    levels,
    negatives: new Float64Array(levels.length),
    positives: new Float64Array(levels.length),
  };
  for (const tally of [a, b]) {
    let at = 0;
    for (let i = 0; i < tally.levels.length; i++) {
      while (levels[at] < tally.levels[i]) at++;
      merged.negatives[at] += tally.negatives[i];
      merged.positives[at] += tally.positives[i];
    }
  }
  return merged;
}

function added(a: Float64Array, b: Float64Array): Float64Array {
  const sum = new Float64Array(a.length);
  for (let i = 0; i < a.length; i++) sum[i] = a[i] + b[i];
  return sum;
}

function sameLevels(a: Float64Array, b: Float64Array): boolean {
  return a === b || (a.length === b.length && a.every((level, i) => level === b[i]));
}

function onProbabilityAxis(tally: Tally): Tally {
  return { ...tally, levels: probabilities(tally), maximum: 1 };
}

/** The tally with every count or weight times a factor. */
export function scaleTally(tally: Tally, factor: number): Tally {
  return { ...tally, negatives: scaled(tally.negatives, factor), positives: scaled(tally.positives, factor) };
}

/** A loop: a function a value would make an object of each, which of small pairs is a sixth of all garbage (measured). */
function scaled(weights: Float64Array, factor: number): Float64Array {
  const products = new Float64Array(weights.length);
  for (let i = 0; i < weights.length; i++) products[i] = weights[i] * factor;
  return products;
}
