import { BACKGROUND, FOREGROUND } from "../raster.js";
import { bands, type Steps } from "../steps.js";
import { type Plane, poolMaximum } from "./pool.js";

/** A binary pair as the page has it: truth 0, 1 or 2 (ignored), prediction as an index into the levels of its tally. */
export interface JointPixels {
  readonly width: number;
  readonly height: number;
  readonly truth: Uint8Array;
  readonly prediction: Uint8Array | Uint16Array;
}

export type Codes = Uint16Array | Uint32Array;

/**
 * What a block of pixels holds at its worst and best, for any threshold: a false positive if its highest background
 * pixel is one, a false negative if its lowest foreground pixel is. So a picture of blocks shows every error, however
 * small, and a threshold needs no second look at the pixels. Each plane is a maximum; 0: the block has no such pixel.
 */
export interface Extremes {
  /** 1 + the highest index among the background. */
  readonly highestNegative: Plane<Codes>;
  /** `size` - the lowest index among the foreground. */
  readonly lowestPositive: Plane<Codes>;
  /** 1 + the highest index among the foreground. */
  readonly highestPositive: Plane<Codes>;
}

/** Extremes of blocks of 2, 4, 8 … pixels a side, each level made when it is asked for. */
export interface ExtremesPyramid {
  /** @param level from 1, where blocks are of 2 x 2 pixels. */
  level(level: number): Steps<Extremes>;
}

/** @param size how many indices the prediction can have. */
export function extremesPyramid(pixels: JointPixels, size: number): ExtremesPyramid {
  const levels: Extremes[] = [];
  return {
    *level(level) {
      while (levels.length < level) {
        const made = levels.length;
        const next = made === 0 ? yield* extremesOfPixels(pixels, size) : yield* extremesOfBlocks(levels[made - 1]);
        // Someone may have been in a hurry meanwhile.
        if (levels.length === made) levels.push(next);
      }
      return levels[level - 1];
    },
  };
}

function* extremesOfBlocks({ highestNegative, lowestPositive, highestPositive }: Extremes): Steps<Extremes> {
  return {
    highestNegative: yield* poolMaximum(highestNegative),
    lowestPositive: yield* poolMaximum(lowestPositive),
    highestPositive: yield* poolMaximum(highestPositive),
  };
}

/** Of blocks of 2 x 2 pixels. */
function* extremesOfPixels(pixels: JointPixels, size: number): Steps<Extremes> {
  const { width, height } = pixels;
  const blocks = { width: (width + 1) >> 1, height: (height + 1) >> 1 };
  const plane = () => ({ ...blocks, values: codesFor(size, blocks.width * blocks.height) });
  const extremes = { highestNegative: plane(), lowestPositive: plane(), highestPositive: plane() };
  for (const [from, to] of bands(height, 2 * width)) {
    addRows(pixels, size, extremes, from, to);
    yield;
  }
  return extremes;
}

/** Zeros. One type of array for all planes keeps the loops over them fast. */
export function codesFor(size: number, length: number): Codes {
  return size < 1 << 16 ? new Uint16Array(length) : new Uint32Array(length);
}

function addRows(
  { width, truth, prediction }: JointPixels,
  size: number,
  { highestNegative, lowestPositive, highestPositive }: Extremes,
  from: number,
  to: number,
): void {
  const [negative, low, high] = [highestNegative.values, lowestPositive.values, highestPositive.values];
  for (let y = from, i = from * width; y < to; y++) {
    const row = (y >> 1) * highestNegative.width;
    for (let x = 0; x < width; x++, i++) {
      const at = row + (x >> 1);
      const index = prediction[i];
      if (truth[i] === BACKGROUND) {
        if (index >= negative[at]) negative[at] = index + 1;
      } else if (truth[i] === FOREGROUND) {
        if (index >= high[at]) high[at] = index + 1;
        if (size - index > low[at]) low[at] = size - index;
      }
    }
  }
}
