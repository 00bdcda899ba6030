import { FALSE_NEGATIVE, FALSE_POSITIVE, TILE, tiles, WITHIN } from "./hatchTiles.js";
import { type Rgb, regionColours } from "./regions.js";
import type { Thumbnail } from "./thumbnail.js";

/** 8-bit RGBA, not premultiplied, row by row. */
export interface RgbaPicture {
  readonly width: number;
  readonly height: number;
  readonly samples: Uint8Array;
}

/** What the hatching is drawn with: dark lines on false positives, light dots on false negatives. */
const lineColour: Rgb = [101, 46, 12];
const dotColour: Rgb = [223, 237, 249];

/** A small error map as a picture, hatched as well as coloured; true negatives and ignored pixels are clear. */
export function errorPicture({ width, height, parts }: Thumbnail): RgbaPicture {
  const samples = new Uint8Array(width * height * 4);
  for (let cell = 0; cell < width * height; cell++) {
    const tile = (Math.floor(cell / width) & WITHIN) * TILE + ((cell % width) & WITHIN);
    const colours = [
      regionColours.tp,
      tiles[FALSE_POSITIVE][tile] === 1 ? lineColour : regionColours.fp,
      tiles[FALSE_NEGATIVE][tile] === 1 ? dotColour : regionColours.fn,
    ];
    const own = parts.subarray(3 * cell, 3 * cell + 3);
    const sum = own[0] + own[1] + own[2];
    if (sum === 0) continue;
    for (let channel = 0; channel < 3; channel++) {
      const mixed = colours.reduce((total, colour, i) => total + own[i] * colour[channel], 0);
      samples[4 * cell + channel] = Math.round(mixed / sum);
    }
    // Each part was rounded up, so that together they may pass the whole.
    samples[4 * cell + 3] = Math.min(255, sum);
  }
  return { width, height, samples };
}
