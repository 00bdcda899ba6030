import fc from "fast-check";
import { type BinaryMask, IGNORED, type Raster } from "../../../src/core/raster.js";

export interface Pair {
  readonly truth: BinaryMask;
  readonly prediction: Raster;
}

export function pairOf(width: number, truth: readonly number[], samples: readonly number[], maximum = 255): Pair {
  const height = truth.length / width;
  const stored =
    maximum === 255
      ? Uint8Array.from(samples)
      : maximum === 65535
        ? Uint16Array.from(samples)
        : Float64Array.from(samples);
  return {
    truth: { width, height, pixels: Uint8Array.from(truth) },
    prediction: { width, height, samples: stored, maximum, meaning: "probability" },
  };
}

/** Random small pairs of 8-bit, 16-bit and float predictions, ragged truths, some with ignored pixels. */
export const anyPair: fc.Arbitrary<Pair> = fc
  .record({
    width: fc.integer({ min: 1, max: 12 }),
    height: fc.integer({ min: 1, max: 12 }),
    maximum: fc.constantFrom(255, 65535, 1),
    withIgnored: fc.boolean(),
  })
  .chain(({ width, height, maximum, withIgnored }) => {
    const size = { minLength: width * height, maxLength: width * height };
    const sample = maximum === 1 ? fc.double({ min: 0, max: 1, noNaN: true }) : fc.integer({ min: 0, max: maximum });
    return fc
      .tuple(fc.array(fc.integer({ min: 0, max: withIgnored ? IGNORED : 1 }), size), fc.array(sample, size))
      .map(([truth, samples]) => pairOf(width, truth, samples, maximum));
  });

export function closeTo(actual: number | null, expected: number | null, relative: number): boolean {
  if (actual === null || expected === null) return actual === expected;
  return Math.abs(actual - expected) <= relative * Math.max(1, Math.abs(actual), Math.abs(expected));
}
