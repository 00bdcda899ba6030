import { tallyPixels } from "../count.js";
import { BACKGROUND, FOREGROUND, IGNORED, type Raster, type Samples } from "../raster.js";
import { mergeTallies, type Tally } from "../tally.js";
import { type Confusion, classCounts, pixelsOf } from "./confusion.js";

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
  const indexOf = new Map(ids.map((id, index) => [id, index]));
  const index = Int32Array.from(truth, (id) => indexOf.get(id) ?? -1);
  const given = samples.slice();
  for (let i = 0; i < given.length; i++) if (index[i] >= 0) given[i] = probabilities[index[i]].samples[i];
  return {
    classes: probabilities.map((map, of) => tallyAgainstRest(index, of, map.samples, maximum)),
    trueClass: tallyAgainstRest(
      index.map((at) => Math.min(at, 0)),
      0,
      given,
      maximum,
    ),
  };
}

/** Pixels of index `of` are positives, those of other classes negatives, those below 0 are not counted. */
function tallyAgainstRest(index: Int32Array, of: number, samples: Samples, maximum: number): Tally {
  if (samples instanceof Float32Array || samples instanceof Float64Array) {
    const sorted = (isCounted: (at: number) => boolean) => samples.filter((_, i) => isCounted(index[i])).sort();
    const negatives = sorted((at) => at >= 0 && at !== of);
    return tallySorted(
      negatives,
      sorted((at) => at === of),
      maximum,
    );
  }
  const pixels = Uint8Array.from(index, (at) => (at < 0 ? IGNORED : at === of ? FOREGROUND : BACKGROUND));
  const size = { width: samples.length, height: 1 };
  return tallyPixels({ ...size, pixels }, { ...size, samples, maximum, meaning: "probability" });
}

/** Merges two ascending lists into their distinct values and counts: much faster than looking up every float. */
function tallySorted(
  negatives: Float32Array | Float64Array,
  positives: Float32Array | Float64Array,
  maximum: number,
): Tally {
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
  const levels: number[] = [];
  const negatives: number[] = [];
  const positives: number[] = [];
  for (let i = 0; i < tally.levels.length; i++) {
    const level = round(tally.levels[i] / tally.maximum);
    // Rounding keeps the order, so equal levels are neighbours.
    if (level !== levels[levels.length - 1]) {
      levels.push(level);
      negatives.push(0);
      positives.push(0);
    }
    negatives[negatives.length - 1] += tally.negatives[i];
    positives[positives.length - 1] += tally.positives[i];
  }
  return {
    levels: Float64Array.from(levels),
    maximum: 1,
    negatives: Float64Array.from(negatives),
    positives: Float64Array.from(positives),
  };
}
