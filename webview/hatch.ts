import { PLAIN, TILE, tiles, WITHIN } from "../src/core/maps/hatchTiles.js";
import { ignoredColour, pack, type Rgb, regionColours } from "./palettes.js";

export { FALSE_NEGATIVE, FALSE_POSITIVE, LEFT_OUT, PLAIN } from "../src/core/maps/hatchTiles.js";

const blend = ([red, green, blue]: Rgb, towards: number, part: number) => {
  const mix = (channel: number) => Math.round(channel * (1 - part) + towards * part);
  return pack(mix(red), mix(green), mix(blue));
};

const marks = Uint32Array.of(
  0,
  blend(regionColours.fp, 0, 0.55),
  blend(regionColours.fn, 255, 0.85),
  blend(ignoredColour, 255, 0.25),
);

export interface Hatching {
  /** One packed colour a mask pixel. */
  readonly colours: Uint32Array;
  /** One hatching a mask pixel. */
  readonly codes: Uint8Array;
}

/**
 * Draws a hatched picture at the size of the output, which may show a part of the mask enlarged.
 *
 * @param columns mask column of each output column; its length is the width of `out`.
 * @param rows offset of the mask row of each output row.
 * @param tileX, tileY position in the tile of each output column and row, 0 to 7: screen space keeps the density.
 */
export function paintHatched(
  out: Uint32Array,
  { colours, codes }: Hatching,
  columns: Int32Array,
  rows: Int32Array,
  tileX: Uint8Array,
  tileY: Uint8Array,
): void {
  for (let y = 0, at = 0; y < rows.length; y++) {
    const row = rows[y];
    const line = tileY[y] * TILE;
    for (let x = 0; x < columns.length; x++, at++) {
      const i = row + columns[x];
      const code = codes[i];
      out[at] = code !== PLAIN && tiles[code][line | tileX[x]] === 1 ? marks[code] : colours[i];
    }
  }
}

/** Position in the tile of each of `length` pixels, the first of which lies `offset` from the tile's origin. */
export function tilePositions(length: number, offset: number, unit: number): Uint8Array {
  return Uint8Array.from({ length }, (_, i) => Math.floor((offset + i) / unit) & WITHIN);
}
