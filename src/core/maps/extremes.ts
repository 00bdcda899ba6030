import { BACKGROUND, FOREGROUND } from "../raster.js";
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
  level(level: number): Extremes;
}

/** @param size how many indices the prediction can have. */
export function extremesPyramid(pixels: JointPixels, size: number): ExtremesPyramid {
  const levels: Extremes[] = [];
  return {
    level(level) {
      if (levels.length === 0) levels.push(extremesOfPixels(pixels, size));
      while (levels.length < level) {
        const { highestNegative, lowestPositive, highestPositive } = levels[levels.length - 1];
        levels.push({
          highestNegative: poolMaximum(highestNegative),
          lowestPositive: poolMaximum(lowestPositive),
          highestPositive: poolMaximum(highestPositive),
        });
      }
      return levels[level - 1];
    },
  };
}

/** Of blocks of 2 x 2 pixels. */
function extremesOfPixels({ width, height, truth, prediction }: JointPixels, size: number): Extremes {
  const blocks = { width: (width + 1) >> 1, height: (height + 1) >> 1 };
  const Values = size < 1 << 16 ? Uint16Array : Uint32Array;
  const plane = () => ({ ...blocks, values: new Values(blocks.width * blocks.height) as Codes });
  const extremes = { highestNegative: plane(), lowestPositive: plane(), highestPositive: plane() };
  const negative = extremes.highestNegative.values;
  const low = extremes.lowestPositive.values;
  const high = extremes.highestPositive.values;
  for (let y = 0, i = 0; y < height; y++) {
    const row = (y >> 1) * blocks.width;
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
  return extremes;
}
