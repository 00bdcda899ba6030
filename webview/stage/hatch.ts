import { PLAIN, TILE, tiles, WITHIN } from "../../src/core/maps/hatchTiles.js";
import {
  agreementColours,
  ignoredColour,
  mergedColour,
  pack,
  type Rgb,
  regionColours,
  splitColour,
} from "./palettes.js";

export {
  FALSE_NEGATIVE,
  FALSE_POSITIVE,
  LEFT_OUT,
  MERGED,
  NEITHER,
  ONLY_A,
  ONLY_B,
  PLAIN,
  SPLIT,
} from "../../src/core/maps/hatchTiles.js";

const blend = ([red, green, blue]: Rgb, towards: number, part: number) => {
  const mix = (channel: number) => Math.round(channel * (1 - part) + towards * part);
  return pack(mix(red), mix(green), mix(blue));
};

const marks = Uint32Array.of(
  0,
  blend(regionColours.fp, 0, 0.55),
  blend(regionColours.fn, 255, 0.85),
  blend(ignoredColour, 255, 0.25),
  blend(splitColour, 255, 0.7),
  blend(mergedColour, 0, 0.6),
  blend(agreementColours.onlyA, 0, 0.45),
  blend(agreementColours.onlyB, 255, 0.55),
  blend(agreementColours.bothWrong, 0, 0.5),
);

/** The colour of an output pixel, or the mark on it where the hatching has one there. */
export type Hatch = (colour: number, code: number, x: number, y: number) => number;

/**
 * Hatching for a picture that shows the mask from a certain offset (device pixels) on: it moves with the mask, and its
 * density is that of the screen.
 *
 * @param ratio device pixels a CSS pixel.
 */
export function hatchFor(
  { width, height, offsetX, offsetY }: { width: number; height: number; offsetX: number; offsetY: number },
  ratio: number,
): Hatch {
  const tileX = tilePositions(width, Math.round(offsetX), ratio);
  const tileY = tilePositions(height, Math.round(offsetY), ratio).map((y) => y * TILE);
  return (colour, code, x, y) => (code !== PLAIN && tiles[code][tileY[y] | tileX[x]] === 1 ? marks[code] : colour);
}

/** Position in the tile of each of `length` pixels, the first of which lies `offset` from the tile's origin. */
export function tilePositions(length: number, offset: number, unit: number): Uint8Array {
  return Uint8Array.from({ length }, (_, i) => Math.floor((offset + i) / unit) & WITHIN);
}
