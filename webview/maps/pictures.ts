import { type MapError, mapErrors } from "../../src/core/maps/mapErrors.js";
import type { Grid } from "../paint/grid.js";
import { outline } from "../paint/outlinePicture.js";
import type { Picture } from "../paint/picture.js";
import { IGNORED_COLOUR } from "../paint/tables.js";
import { FALSE_NEGATIVE, FALSE_POSITIVE, LEFT_OUT, MERGED, PLAIN, SPLIT } from "../stage/hatch.js";
import { CLEAR, mergedColour, packRgb, type Rgb, regionColours, splitColour } from "../stage/palettes.js";
import { codePicture } from "./codePicture.js";
import type { PixelSampler } from "./sampler.js";
import { spread } from "./spread.js";

type Places = Uint8Array | Uint16Array;

/** How each kind of pixel looks, on the stage and in the legend. */
export const errorLooks: Readonly<
  Record<
    MapError,
    { readonly title: string; readonly colour: Rgb | null; readonly alpha: number; readonly code: number }
  >
> = {
  ignored: { title: "Ignored", colour: null, alpha: 0, code: LEFT_OUT },
  background: { title: "Background", colour: null, alpha: 0, code: PLAIN },
  right: { title: "Right", colour: regionColours.tp, alpha: 176, code: PLAIN },
  missed: { title: "Missed", colour: regionColours.fn, alpha: 255, code: FALSE_NEGATIVE },
  false: { title: "False", colour: regionColours.fp, alpha: 255, code: FALSE_POSITIVE },
  wrong: { title: "Wrong class", colour: regionColours.fp, alpha: 255, code: FALSE_POSITIVE },
  split: { title: "Split", colour: splitColour, alpha: 255, code: SPLIT },
  merged: { title: "Merged", colour: mergedColour, alpha: 255, code: MERGED },
  short: { title: "Short of a match", colour: regionColours.fn, alpha: 150, code: PLAIN },
  over: { title: "Beyond a match", colour: regionColours.fp, alpha: 150, code: PLAIN },
};

/** Which of several pixels that share one of the screen is shown. */
export const errorRanks = Uint8Array.from(mapErrors, (error) =>
  error === "ignored"
    ? 0
    : error === "background"
      ? 1
      : error === "right"
        ? 2
        : error === "short" || error === "over"
          ? 3
          : 4,
);

/** @param sampler of places in `mapErrors`. @param overImage what is right steps back. */
export function errorPicture(sampler: PixelSampler, overImage: boolean): Picture {
  const looks = mapErrors.map((error) => {
    const { colour, alpha, code } = errorLooks[error];
    const shown = colour ? packRgb(colour, error === "right" && !overImage ? 255 : alpha) : CLEAR;
    return { colour: error === "ignored" ? IGNORED_COLOUR : shown, hatch: code };
  });
  return codePicture(sampler, looks);
}

/**
 * One side of a pair in the colours of its classes or objects.
 * @param colours packed, by place; what is clear is no part of the picture.
 */
export function placePicture(
  sampler: PixelSampler,
  places: Places,
  colours: Uint32Array,
  style: "fill" | "outline",
): Picture {
  return {
    isLocal: style === "fill",
    prepare: sampler.prepare,
    paint(out, grid, ratio) {
      const { pixels } = sampler.pick(grid);
      if (style === "fill") {
        fill(out, grid, pixels, places, colours);
        return;
      }
      // One more than the place: 0 is outside.
      const shown = new Uint16Array(out.length);
      spread(shown, grid, (cell) => {
        const place = places[pixels[cell]];
        return colours[place] === CLEAR ? 0 : place + 1;
      });
      outline(out, shown, grid.width, grid.height, ratio, (i) => colours[shown[i] - 1]);
    },
  };
}

/** Each output pixel in the colour of its cell: in a loop of its own, since a frame of a gesture waits for it. */
function fill(
  out: Uint32Array,
  { columns, rows }: Grid,
  pixels: Int32Array,
  places: Places,
  colours: Uint32Array,
): void {
  const across = columns.cell;
  for (let y = 0, i = 0; y < rows.cell.length; y++) {
    const row = rows.cell[y] * columns.first.length;
    for (let x = 0; x < across.length; x++, i++) out[i] = colours[places[pixels[row + across[x]]]];
  }
}
