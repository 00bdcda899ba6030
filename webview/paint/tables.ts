import { jointIndex } from "../../src/core/maps/jointTable.js";
import { indexOfLevel, indexProbabilities, indexSize } from "../../src/core/maps/levelIndex.js";
import { FOREGROUND, IGNORED } from "../../src/core/raster.js";
import type { Tally } from "../../src/core/tally.js";
import { FALSE_NEGATIVE, FALSE_POSITIVE, LEFT_OUT, PLAIN } from "../stage/hatch.js";
import {
  CLEAR,
  type ColourMap,
  ignoredColour,
  packRgb,
  type Region,
  type Rgb,
  regionColours,
} from "../stage/palettes.js";

/**
 * A picture is a table over the joint index of truth and prediction, `truth * size + index`. A threshold rebuilds the
 * table, a few hundred entries; one pass over the output pixels then paints it.
 */
export interface JointTable {
  /** Packed colours; 3 x size. */
  readonly colours: Uint32Array;
  /** Which of the pixels that share an output pixel is shown: that of the highest rank. 3 x size. */
  readonly ranks: Float32Array;
  /** Hatching; 3 x size. */
  readonly codes: Uint8Array;
}

export const IGNORED_COLOUR = packRgb(ignoredColour, 96);

interface Entry {
  readonly colour: number;
  readonly rank: number;
  readonly code?: number;
}

/** A table from what a pixel of probability p looks like, for truth 0 and 1; ignored pixels are gray and hatched. */
export function tableOf(tally: Tally, look: (p: number, truth: 0 | 1, at: number) => Entry): JointTable {
  return tableOfIndices(indexProbabilities(tally), look);
}

/** The same for pixels whose index stands for something else than a probability. */
export function tableOfIndices(
  values: ArrayLike<number>,
  look: (value: number, truth: 0 | 1, at: number) => Entry,
): JointTable {
  const size = values.length;
  const table = {
    colours: new Uint32Array(3 * size).fill(IGNORED_COLOUR, IGNORED * size),
    ranks: new Float32Array(3 * size),
    codes: new Uint8Array(3 * size).fill(LEFT_OUT, IGNORED * size),
  };
  for (const truth of [0, 1] as const) {
    for (let index = 0; index < size; index++) {
      const at = jointIndex(truth, index, size);
      const { colour, rank, code = PLAIN } = look(values[index], truth, at);
      table.colours[at] = colour;
      table.ranks[at] = rank;
      table.codes[at] = code;
    }
  }
  return table;
}

export function regionOf(p: number, truth: number, threshold: number): Region {
  if (p > threshold) return truth === FOREGROUND ? "tp" : "fp";
  return truth === FOREGROUND ? "fn" : "tn";
}

/** Over the source image what is right steps back, so that the errors stand out. */
const TP_OVER_IMAGE = 176;

const codes: Readonly<Record<Region, number>> = { tp: PLAIN, fp: FALSE_POSITIVE, fn: FALSE_NEGATIVE, tn: PLAIN };

/**
 * True and false positives and negatives at a threshold; true negatives are left clear. Where several pixels share one
 * of the screen an error is shown before what is right, and the greater error before the lesser.
 */
export function errorTable(tally: Tally, threshold: number, overImage: boolean): JointTable {
  return tableOf(tally, (p, truth) => {
    const region = regionOf(p, truth, threshold);
    const isError = region === "fp" || region === "fn";
    return {
      colour:
        region === "tn" ? CLEAR : packRgb(regionColours[region], region === "tp" && overImage ? TP_OVER_IMAGE : 255),
      rank: isError ? 2 + Math.abs(p - truth) : truth,
      code: codes[region],
    };
  });
}

/** A mask in one colour, clear elsewhere; where pixels share one of the screen, foreground is shown. */
export function maskTable(tally: Tally, colour: Rgb, isInside: (p: number, truth: 0 | 1) => boolean): JointTable {
  return tableOf(tally, (p, truth) => {
    const inside = isInside(p, truth);
    return { colour: inside ? packRgb(colour) : CLEAR, rank: inside ? 1 : 0 };
  });
}

/**
 * What each pixel adds to a loss, or its gradient, on a scale that ends at `largest`; where pixels share one of the screen,
 * the one of the greatest magnitude is shown.
 */
export function valueTable(
  tally: Tally,
  values: Float64Array,
  scale: (value: number) => number,
  map: ColourMap,
): JointTable {
  return tableOf(tally, (_p, _truth, at) => ({ colour: map[scale(values[at])], rank: Math.abs(values[at]) }));
}

/** The largest magnitude that a pixel has: the upper end of the scale. Cells without pixels do not count. */
export function largestValue(tally: Tally, values: Float64Array): number {
  const size = indexSize(tally);
  let largest = 0;
  for (let level = 0; level < tally.levels.length; level++) {
    const index = indexOfLevel(level, tally.levels.length);
    if (tally.negatives[level] > 0) largest = Math.max(largest, Math.abs(values[index]));
    if (tally.positives[level] > 0) {
      largest = Math.max(largest, Math.abs(values[jointIndex(FOREGROUND, index, size)]));
    }
  }
  return largest;
}
