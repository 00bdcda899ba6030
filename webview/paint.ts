import { jointIndex } from "../src/core/maps/jointTable.js";
import { indexOfLevel, indexSize } from "../src/core/maps/levelIndex.js";
import type { ByteMap } from "../src/core/maps/quantise.js";
import { FOREGROUND, IGNORED } from "../src/core/raster.js";
import type { Tally } from "../src/core/tally.js";
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

/** One region opaque, the rest clear: the stencil of its hatching. */
export function stencilTable(tally: Tally, threshold: number, region: Region): ColourTable {
  const table = tableOf(tally, (p, truth) => (regionOf(p, truth, threshold) === region ? pack(0, 0, 0) : CLEAR));
  return table.fill(CLEAR, IGNORED * (table.length / 3));
}

/** Ignored pixels opaque, the rest clear. */
export function ignoredStencil(tally: Tally): ColourTable {
  const table = new Uint32Array(3 * indexSize(tally));
  return table.fill(pack(0, 0, 0), IGNORED * (table.length / 3));
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

/** Paints a table: `out` holds one packed colour a pixel. */
export function paintJoint(out: Uint32Array, { truth, prediction }: JointPixels, table: ColourTable): void {
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

/**
 * Paints numbers between 0 and `largest` through a colour map, by their square root: losses have long tails, and a
 * linear scale shows the worst pixel and nothing else.
 */
export function paintNumbers(
  out: Uint32Array,
  truth: Uint8Array,
  values: Float64Array,
  largest: number,
  map: ColourMap,
): void {
  const scale = largest > 0 ? 1 / largest : 0;
  for (let i = 0; i < out.length; i++) {
    out[i] = truth[i] === IGNORED ? IGNORED_COLOUR : map[Math.round(255 * Math.sqrt(Math.max(0, values[i] * scale)))];
  }
}
