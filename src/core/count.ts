import { type BinaryMask, FOREGROUND, IGNORED, type Raster } from "./raster.js";
import { BYTE_LEVELS, type Tally } from "./tally.js";

/**
 * Tallies a prediction against a binary truth of the same size; ignored pixels are not counted.
 *
 * @param weight one weight a pixel: the tally then sums weights, in row order, instead of counting pixels.
 */
export function tallyPixels(truth: BinaryMask, prediction: Raster, weight?: Float32Array | Float64Array): Tally {
  const { samples, maximum } = prediction;
  if (samples instanceof Uint8Array) return tallyBytes(truth.pixels, samples, maximum, weight);
  const levels = samples instanceof Uint16Array ? presentValues(samples, truth.pixels) : sortedValues(samples);
  return tallyLevels(truth.pixels, samples, levels, maximum, weight);
}

function tallyBytes(
  truth: Uint8Array,
  samples: Uint8Array,
  maximum: number,
  weight?: Float32Array | Float64Array,
): Tally {
  // One slot per joint index (truth << 8 | value); the slots of ignored pixels are dropped at the end.
  const joint = new Float64Array(3 << 8);
  if (weight) {
    for (let i = 0; i < samples.length; i++) joint[(truth[i] << 8) | samples[i]] += weight[i];
  } else {
    countBytes(truth, samples, joint);
  }
  return { levels: BYTE_LEVELS, maximum, negatives: joint.slice(0, 256), positives: joint.slice(256, 512) };
}

/** Two sub-tables, so that neighbours of the same value do not wait for each other's store. */
function countBytes(truth: Uint8Array, samples: Uint8Array, joint: Float64Array): void {
  const even = new Uint32Array(3 << 8);
  const odd = new Uint32Array(3 << 8);
  const last = samples.length - 1;
  for (let i = 0; i < last; i += 2) {
    even[(truth[i] << 8) | samples[i]]++;
    odd[(truth[i + 1] << 8) | samples[i + 1]]++;
  }
  if (samples.length % 2 === 1) even[(truth[last] << 8) | samples[last]]++;
  for (let i = 0; i < joint.length; i++) joint[i] = even[i] + odd[i];
}

function tallyLevels(
  truth: Uint8Array,
  samples: Uint16Array | Float32Array | Float64Array,
  levels: Float64Array,
  maximum: number,
  weight?: Float32Array | Float64Array,
): Tally {
  const negatives = new Float64Array(levels.length);
  const positives = new Float64Array(levels.length);
  const indexOf = samples instanceof Uint16Array ? byTable(levels) : byBisection(levels);
  for (let i = 0; i < samples.length; i++) {
    if (truth[i] === IGNORED) continue;
    const counts = truth[i] === FOREGROUND ? positives : negatives;
    counts[indexOf(samples[i])] += weight ? weight[i] : 1;
  }
  return { levels, maximum, negatives, positives };
}

function presentValues(samples: Uint16Array, truth: Uint8Array): Float64Array {
  const present = new Uint8Array(1 << 16);
  for (let i = 0; i < samples.length; i++) if (truth[i] !== IGNORED) present[samples[i]] = 1;
  const levels: number[] = [];
  for (let value = 0; value < present.length; value++) if (present[value]) levels.push(value);
  return Float64Array.from(levels);
}

function sortedValues(samples: Float32Array | Float64Array): Float64Array {
  return Float64Array.from(samples)
    .sort()
    .filter((value, i, sorted) => i === 0 || value !== sorted[i - 1]);
}

function byTable(levels: Float64Array): (value: number) => number {
  const table = new Uint16Array(1 << 16);
  for (let i = 0; i < levels.length; i++) table[levels[i]] = i;
  return (value) => table[value];
}

function byBisection(levels: Float64Array): (value: number) => number {
  return (value) => {
    let low = 0;
    let high = levels.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (levels[middle] < value) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}
