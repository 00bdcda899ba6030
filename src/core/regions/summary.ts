import { connectedComponents } from "../objects/components.js";
import { type BinaryMask, FOREGROUND } from "../raster.js";

/** The connected regions of error of a pair, in short. */
export interface ErrorSummary {
  readonly count: number;
  /** Null where there is no error. Of equals the first in row order, false positives before false negatives. */
  readonly largest: LargestError | null;
}

export interface LargestError {
  readonly side: "fp" | "fn";
  readonly pixels: number;
  /** Mean pixel coordinates. */
  readonly x: number;
  readonly y: number;
}

/**
 * Counts the regions of error (8-connected, false positives and false negatives apart) and finds the largest: a part
 * of what `findRegions` knows, at a fraction of its cost. Linear in pixels.
 *
 * @param hard p > threshold, 0 or 1 a pixel; pixels that the truth ignores are in no region.
 */
export function summariseErrors({ width, height, pixels }: BinaryMask, hard: Uint8Array): ErrorSummary {
  const sides = [
    { side: "fp", isError: (i: number) => pixels[i] === 0 && hard[i] !== 0 },
    { side: "fn", isError: (i: number) => pixels[i] === FOREGROUND && hard[i] === 0 },
  ] as const;
  let count = 0;
  let largest: LargestError | null = null;
  for (const { side, isError } of sides) {
    const wrong = new Uint8Array(pixels.length);
    for (let i = 0; i < wrong.length; i++) if (isError(i)) wrong[i] = 1;
    const regions = connectedComponents(wrong, width, height);
    count += regions.count;
    const sizes = new Uint32Array(regions.count + 1);
    for (const id of regions.ids) if (id > 0) sizes[id]++;
    const size = sizes.reduce((most, next) => Math.max(most, next), 0);
    if (size > (largest?.pixels ?? 0)) {
      largest = { side, pixels: size, ...centreOf(regions.ids, sizes.indexOf(size), width, size) };
    }
  }
  return { count, largest };
}

function centreOf(ids: Int32Array, id: number, width: number, size: number): { x: number; y: number } {
  let [x, y] = [0, 0];
  for (let i = 0; i < ids.length; i++) {
    if (ids[i] !== id) continue;
    x += i % width;
    y += Math.floor(i / width);
  }
  return { x: x / size, y: y / size };
}
