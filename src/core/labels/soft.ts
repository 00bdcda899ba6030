import { tallyPixels } from "../count.js";
import { BACKGROUND, FOREGROUND, IGNORED, type Raster, type Samples } from "../raster.js";
import { mergeTallies, type Tally } from "../tally.js";
import { type Confusion, classCounts, classIndex, pixelsOf } from "./confusion.js";
import { FloatTallier } from "./tallyFloats.js";

/** Tallies of class probabilities against class ids: what the soft scores of label maps need. */
export interface SoftTallies {
  /** One against the rest: pixels of the class are positives. By class, in the order of the confusion matrix. */
  readonly classes: readonly Tally[];
  /** The probability given to the true class; every pixel is a positive. */
  readonly trueClass: Tally;
}

/** Tallies with more levels are brought to a grid before they are kept: float maps have one a pixel. */
export const MOST_LEVELS = 1 << 16;

/**
 * Tallies the class maps of one image. Pixels whose truth is no class are left out.
 *
 * @param probabilities a map a class, in the order of `ids`, of one sample type and maximum.
 */
export function tallyClassMaps(truth: Samples, probabilities: readonly Raster[], ids: readonly number[]): SoftTallies {
  const [{ maximum, samples }] = probabilities;
  const indexOf = classIndex(ids);
  const index = new Int32Array(truth.length);
  const given = samples.slice();
  for (let i = 0; i < index.length; i++) {
    index[i] = indexOf(truth[i]);
    if (index[i] >= 0) given[i] = probabilities[index[i]].samples[i];
  }
  const tally = tallierOf(samples, maximum);
  return {
    classes: probabilities.map((map, of) => tally(map.samples, index, of)),
    trueClass: tally(
      given,
      index.map((at) => Math.min(at, 0)),
      0,
    ),
  };
}

/** Pixels of index `of` are positives, those of other classes negatives, those below 0 are not counted. */
type TallyAgainstRest = (samples: Samples, index: Int32Array, of: number) => Tally;

/** For maps of the type of `like`. */
function tallierOf(like: Samples, maximum: number): TallyAgainstRest {
  const floats = like instanceof Float32Array ? new FloatTallier(like.length) : null;
  return (samples, index, of) => {
    if (floats && samples instanceof Float32Array) return floats.tally(samples, index, of, maximum);
    if (samples instanceof Float64Array) return tallyDoubles(samples, index, of, maximum);
    const pixels = Uint8Array.from(index, (at) => (at < 0 ? IGNORED : at === of ? FOREGROUND : BACKGROUND));
    const size = { width: samples.length, height: 1 };
    return tallyPixels({ ...size, pixels }, { ...size, samples, maximum, meaning: "probability" });
  };
}

function tallyDoubles(samples: Float64Array, index: Int32Array, of: number, maximum: number): Tally {
  const sorted = (isCounted: (at: number) => boolean) => samples.filter((_, i) => isCounted(index[i])).sort();
  const negatives = sorted((at) => at >= 0 && at !== of);
  return tallySorted(
    negatives,
    sorted((at) => at === of),
    maximum,
  );
}

/** Merges two ascending lists into their distinct values and counts: much faster than looking up every float. */
function tallySorted(negatives: Float64Array, positives: Float64Array, maximum: number): Tally {
  const most = negatives.length + positives.length;
  const levels = new Float64Array(most);
  const counts = { negatives: new Float64Array(most), positives: new Float64Array(most) };
  let length = 0;
  for (let n = 0, p = 0; n < negatives.length || p < positives.length; length++) {
    const level = Math.min(negatives[n] ?? Number.POSITIVE_INFINITY, positives[p] ?? Number.POSITIVE_INFINITY);
    levels[length] = level;
    for (; negatives[n] === level; n++) counts.negatives[length]++;
    for (; positives[p] === level; p++) counts.positives[length]++;
  }
  return {
    levels: levels.slice(0, length),
    maximum,
    negatives: counts.negatives.slice(0, length),
    positives: counts.positives.slice(0, length),
  };
}

/** A hard label map gives probability 1 to its class and 0 to the others; a pixel without class gives 0 to all. */
export function tallyHardMap(confusion: Confusion): SoftTallies {
  const pixels = pixelsOf(confusion);
  const counts = classCounts(confusion);
  const correct = counts.reduce((sum, { tp }) => sum + tp, 0);
  return {
    classes: counts.map(({ tp, truth, prediction }) =>
      hardTally([pixels - truth - prediction + tp, prediction - tp], [truth - tp, tp]),
    ),
    trueClass: hardTally([0, 0], [pixels - correct, correct]),
  };
}

function hardTally(negatives: readonly number[], positives: readonly number[]): Tally {
  return {
    levels: Float64Array.of(0, 1),
    maximum: 1,
    negatives: Float64Array.from(negatives),
    positives: Float64Array.from(positives),
  };
}

/** Tallies of some classes as tallies of more: what a class is not listed for, it is not given. */
export function extendClasses(soft: SoftTallies, from: readonly number[], to: readonly number[]): SoftTallies {
  const pixels = soft.trueClass.positives.reduce((sum, n) => sum + n, 0);
  const absent = hardTally([pixels, 0], [0, 0]);
  return { ...soft, classes: to.map((id) => soft.classes[from.indexOf(id)] ?? absent) };
}

/** Both have the same classes. */
export function mergeSoft(a: SoftTallies, b: SoftTallies): SoftTallies {
  return compactSoft({
    classes: a.classes.map((tally, i) => mergeTallies(tally, b.classes[i])),
    trueClass: mergeTallies(a.trueClass, b.trueClass),
  });
}

/**
 * Tallies of at most {@link MOST_LEVELS} levels stay as they are. Larger ones go to a grid: of 1 / 65,535 for the
 * classes, which moves their scores by less than that; of 14 binary digits for the probability of the true class, whose
 * logarithm is taken. Without it the float maps of a data set would not fit in memory.
 */
export function compactSoft({ classes, trueClass }: SoftTallies): SoftTallies {
  return {
    classes: classes.map((tally) => coarsened(tally, (p) => Math.round(p * 65535) / 65535)),
    trueClass: coarsened(trueClass, (p) => (p < 1e-12 ? 0 : toBinaryDigits(p, 14))),
  };
}

function toBinaryDigits(p: number, digits: number): number {
  const scale = 2 ** (digits - 1 - Math.floor(Math.log2(p)));
  return Math.round(p * scale) / scale;
}

function coarsened(tally: Tally, round: (p: number) => number): Tally {
  if (tally.levels.length <= MOST_LEVELS + 1) return tally;
  const levels = new Float64Array(tally.levels.length);
  const negatives = new Float64Array(tally.levels.length);
  const positives = new Float64Array(tally.levels.length);
  let length = 0;
  for (let i = 0; i < tally.levels.length; i++) {
    const level = round(tally.levels[i] / tally.maximum);
    // Rounding keeps the order, so equal levels are neighbours.
    if (length === 0 || level !== levels[length - 1]) levels[length++] = level;
    negatives[length - 1] += tally.negatives[i];
    positives[length - 1] += tally.positives[i];
  }
  return {
    levels: levels.slice(0, length),
    maximum: 1,
    negatives: negatives.slice(0, length),
    positives: positives.slice(0, length),
  };
}
