import { hasIgnored } from "../ignored.js";
import { BACKGROUND, type BinaryMask, FOREGROUND, IGNORED, type Raster } from "../raster.js";
import { packBytes } from "./packBytes.js";

/**
 * A hard mask, one bit a pixel, so that neighbourhoods are shifts of 32 pixels at a time.
 * Bit x & 31 of word x >> 5 of a row is pixel x. Every row ends with at least one spare bit, which is 0.
 */
export interface BitMask {
  readonly width: number;
  readonly height: number;
  /** Words a row. */
  readonly stride: number;
  readonly words: Int32Array;
}

/** The foreground of a truth. */
export function truthBits(truth: BinaryMask): BitMask {
  return packWithin(truth, truth.pixels, BACKGROUND, FOREGROUND);
}

/** The prediction p > threshold; ignored pixels are not in it. */
export function predictionBits(truth: BinaryMask, { samples, maximum }: Raster, threshold: number): BitMask {
  const hard =
    samples instanceof Uint8Array
      ? packWithin(truth, samples, highestWithin(maximum, threshold), HIGHEST_BYTE)
      : pack(truth, packerOf(samples, maximum, threshold));
  const { pixels } = truth;
  if (!hasIgnored(pixels)) return hard;
  const ignored = packWithin(truth, pixels, FOREGROUND, IGNORED);
  return { ...hard, words: hard.words.map((bits, i) => bits & ~ignored.words[i]) };
}

const HIGHEST_BYTE = 255;

const strideOf = (width: number) => (width >> 5) + 1;

/** The bytes above one value, and up to another. */
function packWithin({ width, height }: BinaryMask, bytes: Uint8Array, above: number, upTo: number): BitMask {
  const stride = strideOf(width);
  return { width, height, stride, words: packBytes(bytes, width, height, stride, [above, upTo]) };
}

type OtherSamples = Exclude<Raster["samples"], Uint8Array>;

/** The bits of the pixels from an index up to, without, another; at most 32. */
type Packer = (from: number, to: number) => number;

function packerOf(samples: OtherSamples, maximum: number, threshold: number): Packer {
  if (samples instanceof Float32Array || samples instanceof Float64Array) {
    return (from, to) => {
      let bits = 0;
      for (let i = from; i < to; i++) if (samples[i] / maximum > threshold) bits |= 1 << (i - from);
      return bits;
    };
  }
  const limit = highestWithin(maximum, threshold);
  return (from, to) => {
    let bits = 0;
    // The sign of the difference, without a branch: noisy masks would mispredict it.
    for (let i = from; i < to; i++) bits |= ((limit - samples[i]) >>> 31) << (i - from);
    return bits;
  };
}

/** The highest integer that is not above the threshold as a probability: integers need no division. */
export function highestWithin(maximum: number, threshold: number): number {
  let limit = Math.floor(threshold * maximum) + 1;
  while (limit / maximum > threshold) limit--;
  return limit;
}

function pack({ width, height }: BinaryMask, packer: Packer): BitMask {
  const stride = strideOf(width);
  const words = new Int32Array(stride * height);
  for (let y = 0; y < height; y++) {
    const start = y * width;
    for (let x = 0, word = y * stride; x < width; x += 32, word++) {
      words[word] = packer(start + x, start + Math.min(width, x + 32));
    }
  }
  return { width, height, stride, words };
}

/** Number of 1 bits of 32. */
export function countBits(bits: number): number {
  let n = bits - ((bits >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Index of the lowest 1 bit; bits is not 0. */
export function lowestBit(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}
