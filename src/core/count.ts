import { forgetLarge, pixelMemory } from "./pixels/memory.js";
import { type BinaryMask, FOREGROUND, IGNORED, type Raster } from "./raster.js";
import { BYTE_LEVELS, levelIndex, type Tally } from "./tally.js";

/** One number a pixel, row-major. */
type Field = Float32Array | Float64Array;

/** Hands on the weights of a mask piece by piece: `add` takes those of the pixels from `start` on. */
export type VisitWeights = (add: (weights: Field, start: number) => void) => void;

/** Counts a prediction against a binary truth of the same size, by value and truth; ignored pixels are not counted. */
export function tallyPixels({ pixels }: BinaryMask, { samples, maximum }: Raster): Tally {
  if (samples instanceof Uint8Array) return byteTally(countBytes(pixels, samples), maximum);
  const tally = emptyTally(pixels, samples, maximum);
  const add = adder(tally, pixels, samples);
  for (let i = 0; i < samples.length; i++) add(i, 1);
  return tally;
}

/** The same tally with a weight for each pixel, summed in row order: the result depends on nothing else. */
export function tallyWeights({ pixels }: BinaryMask, { samples, maximum }: Raster, visit: VisitWeights): Tally {
  if (samples instanceof Uint8Array) return byteTally(sumBytes(pixels, samples, visit), maximum);
  const tally = emptyTally(pixels, samples, maximum);
  const add = adder(tally, pixels, samples);
  visit((weights, start) => {
    for (let i = 0; i < weights.length; i++) add(start + i, weights[i]);
  });
  return tally;
}

/** One slot per joint index (truth << 8 | value), those of ignored pixels among them. */
const JOINT_SIZE = 3 << 8;

function countBytes(truth: Uint8Array, samples: Uint8Array): Float64Array {
  const memory = pixelMemory(samples.length, 0);
  if (!memory) return countBytesHere(truth, samples);
  const { kernel } = memory;
  kernel.countJoint(memory.putAt(0, truth), memory.putAt(1, samples), samples.length);
  const counts = Float64Array.from(new Uint32Array(kernel.memory.buffer, kernel.joint.value, JOINT_SIZE));
  forgetLarge();
  return counts;
}

/** The same, slower. Two sub-tables, so that neighbours of the same value do not wait for each other's store. */
export function countBytesHere(truth: Uint8Array, samples: Uint8Array): Float64Array {
  const even = new Uint32Array(JOINT_SIZE);
  const odd = new Uint32Array(JOINT_SIZE);
  const last = samples.length - 1;
  for (let i = 0; i < last; i += 2) {
    even[(truth[i] << 8) | samples[i]]++;
    odd[(truth[i + 1] << 8) | samples[i + 1]]++;
  }
  if (samples.length % 2 === 1) even[(truth[last] << 8) | samples[last]]++;
  return Float64Array.from(even, (count, i) => count + odd[i]);
}

function sumBytes(truth: Uint8Array, samples: Uint8Array, visit: VisitWeights): Float64Array {
  const joint = new Float64Array(JOINT_SIZE);
  visit((weights, start) => {
    for (let i = 0, at = start; i < weights.length; i++, at++) joint[(truth[at] << 8) | samples[at]] += weights[i];
  });
  return joint;
}

/** The tally of sums by joint index, truth << 8 | value. */
export function byteTally(joint: Float64Array, maximum: number): Tally {
  return { levels: BYTE_LEVELS, maximum, negatives: joint.slice(0, 256), positives: joint.slice(256, 512) };
}

type WideSamples = Uint16Array | Float32Array | Float64Array;

function emptyTally(truth: Uint8Array, samples: WideSamples, maximum: number): Tally {
  const levels = samples instanceof Uint16Array ? presentValues(samples, truth) : sortedValues(samples);
  return { levels, maximum, negatives: new Float64Array(levels.length), positives: new Float64Array(levels.length) };
}

function adder({ levels, negatives, positives }: Tally, truth: Uint8Array, samples: WideSamples) {
  const indexOf = samples instanceof Uint16Array ? byTable(levels) : byBisection(levels);
  return (pixel: number, weight: number): void => {
    if (truth[pixel] === IGNORED) return;
    const sums = truth[pixel] === FOREGROUND ? positives : negatives;
    sums[indexOf(samples[pixel])] += weight;
  };
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
  return (value) => levelIndex(levels, value);
}
