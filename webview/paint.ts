import { jointIndex } from "../src/core/maps/jointTable.js";
import { indexOfLevel, indexSize } from "../src/core/maps/levelIndex.js";
import type { ByteMap } from "../src/core/maps/quantise.js";
import { FOREGROUND, IGNORED } from "../src/core/raster.js";
import type { Tally } from "../src/core/tally.js";
import { FALSE_NEGATIVE, FALSE_POSITIVE, LEFT_OUT, PLAIN } from "./hatch.js";
import { CLEAR, type ColourMap, ignoredColour, pack, packRgb, type Region, regionColours } from "./palettes.js";

/**
 * A picture is a table over the joint index of truth and prediction: `truth * size + index`, 3 x size packed colours.
 * A threshold rebuilds the table, a few hundred entries; one pass over the pixels then paints it.
 */
export type ColourTable = Uint32Array;

export interface JointPixels {
  readonly truth: Uint8Array;
  readonly prediction: Uint8Array | Uint16Array;
}

const IGNORED_COLOUR = packRgb(ignoredColour, 96);

/** The probability that an index stands for; where levels share one, that of the first. */
export function indexProbabilities(tally: Tally): Float64Array {
  const values = new Float64Array(indexSize(tally));
  for (let level = tally.levels.length - 1; level >= 0; level--) {
    values[indexOfLevel(level, tally.levels.length)] = tally.levels[level] / tally.maximum;
  }
  return values;
}

/** A table from the colour of a pixel of probability p, for truth 0 and 1; ignored pixels are gray. */
export function tableOf(tally: Tally, colour: (p: number, truth: 0 | 1) => number): ColourTable {
  const values = indexProbabilities(tally);
  const size = values.length;
  const table = new Uint32Array(3 * size).fill(IGNORED_COLOUR, IGNORED * size);
  for (let index = 0; index < size; index++) {
    table[index] = colour(values[index], 0);
    table[jointIndex(FOREGROUND, index, size)] = colour(values[index], 1);
  }
  return table;
}

export function regionOf(p: number, truth: number, threshold: number): Region {
  if (p > threshold) return truth === FOREGROUND ? "tp" : "fp";
  return truth === FOREGROUND ? "fn" : "tn";
}

/** Over the source image what is right steps back, so that the errors stand out. */
const TP_OVER_IMAGE = 176;

/** True and false positives and negatives at a threshold; true negatives are left clear. */
export function errorTable(tally: Tally, threshold: number, overImage: boolean): ColourTable {
  return tableOf(tally, (p, truth) => {
    const region = regionOf(p, truth, threshold);
    if (region === "tn") return CLEAR;
    return packRgb(regionColours[region], region === "tp" && overImage ? TP_OVER_IMAGE : 255);
  });
}

/** The hatching of each cell: false positives, false negatives and ignored pixels have one. */
export function hatchTable(tally: Tally, threshold: number): Uint8Array {
  const codes: Partial<Record<Region, number>> = { fp: FALSE_POSITIVE, fn: FALSE_NEGATIVE };
  const table = Uint8Array.from(tableOf(tally, (p, truth) => codes[regionOf(p, truth, threshold)] ?? PLAIN));
  return table.fill(LEFT_OUT, IGNORED * (table.length / 3));
}

/** White at p, over black; or over the source image, white of opacity p. */
export function grayTable(tally: Tally, overImage: boolean, of: (p: number, truth: 0 | 1) => number): ColourTable {
  return tableOf(tally, (p, truth) => {
    const level = Math.round(of(p, truth) * 255);
    return overImage ? pack(255, 255, 255, level) : pack(level, level, level);
  });
}

export function probabilityTable(tally: Tally, map: ColourMap): ColourTable {
  return tableOf(tally, (p) => map[Math.round(p * 255)]);
}

/** Paints a table: `out` gets the entry of each pixel. */
export function paintJoint<Entries extends Uint32Array | Uint8Array>(
  out: Entries,
  { truth, prediction }: JointPixels,
  table: Entries,
): void {
  const size = table.length / 3;
  for (let i = 0; i < out.length; i++) out[i] = table[truth[i] * size + prediction[i]];
}

/** Paints a byte map through a colour map. */
export function paintBytes(out: Uint32Array, truth: Uint8Array, bytes: Uint8Array, map: ColourMap): void {
  for (let i = 0; i < out.length; i++) out[i] = truth[i] === IGNORED ? IGNORED_COLOUR : map[bytes[i]];
}

/** Shares of a loss over the joint index: `plain + w * weighted` a pixel, w its boundary weight. */
export interface LossTables {
  readonly plain?: Float64Array;
  readonly weighted?: Float64Array;
}

/** The weight of each of the 256 bytes of a map. */
export function byteValues({ minimum, maximum }: ByteMap): Float64Array {
  return Float64Array.from({ length: 256 }, (_, byte) => minimum + (byte / 255) * (maximum - minimum));
}

/** What one pixel adds to a loss. */
export function lossAt(i: number, pixels: JointPixels, { plain, weighted }: LossTables, weight: ByteMap): number {
  if (pixels.truth[i] === IGNORED) return 0;
  const size = ((plain ?? weighted)?.length ?? 0) / 3;
  const at = jointIndex(pixels.truth[i], pixels.prediction[i], size);
  const w = weight.minimum + (weight.bytes[i] / 255) * (weight.maximum - weight.minimum);
  return (plain?.[at] ?? 0) + w * (weighted?.[at] ?? 0);
}

/** The largest share that a pixel has: the upper end of the scale. Cells without pixels do not count. */
export function largestShare(tally: Tally, plain: Float64Array): number {
  const size = indexSize(tally);
  let largest = 0;
  for (let level = 0; level < tally.levels.length; level++) {
    const index = indexOfLevel(level, tally.levels.length);
    if (tally.negatives[level] > 0) largest = Math.max(largest, plain[index]);
    if (tally.positives[level] > 0) largest = Math.max(largest, plain[jointIndex(FOREGROUND, index, size)]);
  }
  return largest;
}

/** The colours of a loss that no weight enters: one entry a cell. */
export function shareTable(plain: Float64Array, largest: number, map: ColourMap): ColourTable {
  const colour = colourOfShare(largest, map);
  return Uint32Array.from(plain, colour).fill(IGNORED_COLOUR, IGNORED * (plain.length / 3));
}

/**
 * What each pixel adds to a loss, and the largest of these: the upper end of the scale.
 * @param out one number a pixel, overwritten; 0 where ignored.
 */
export function lossMap(out: Float64Array, pixels: JointPixels, tables: LossTables, weight: ByteMap): number {
  const { truth, prediction } = pixels;
  const { plain, weighted } = tables;
  const size = ((plain ?? weighted)?.length ?? 0) / 3;
  const weights = byteValues(weight);
  let largest = 0;
  for (let i = 0; i < out.length; i++) {
    const at = truth[i] * size + prediction[i];
    let share = 0;
    if (truth[i] !== IGNORED) {
      if (plain) share = plain[at];
      if (weighted) share += weights[weight.bytes[i]] * weighted[at];
    }
    out[i] = share;
    if (share > largest) largest = share;
  }
  return largest;
}

/** By the square root: losses have long tails, and a linear scale shows the worst pixel and nothing else. */
function colourOfShare(largest: number, map: ColourMap): (share: number) => number {
  const scale = largest > 0 ? 1 / largest : 0;
  return (share) => map[Math.round(255 * Math.sqrt(Math.min(1, Math.max(0, share * scale))))];
}

/** Paints shares between 0 and `largest` through a colour map. */
export function paintShares(
  out: Uint32Array,
  truth: Uint8Array,
  shares: Float64Array,
  largest: number,
  map: ColourMap,
): void {
  const colour = colourOfShare(largest, map);
  for (let i = 0; i < out.length; i++) out[i] = truth[i] === IGNORED ? IGNORED_COLOUR : colour(shares[i]);
}
