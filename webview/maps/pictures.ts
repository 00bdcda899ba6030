import { type MapError, mapErrors } from "../../src/core/maps/mapErrors.js";
import { outline } from "../paint/outlinePicture.js";
import type { Picture } from "../paint/picture.js";
import { IGNORED_COLOUR } from "../paint/tables.js";
import { FALSE_NEGATIVE, FALSE_POSITIVE, LEFT_OUT, MERGED, PLAIN, SPLIT } from "../stage/hatch.js";
import { CLEAR, mergedColour, packRgb, type Rgb, regionColours, splitColour } from "../stage/palettes.js";
import { codePicture } from "./codePicture.js";
import type { PixelSampler } from "./sampler.js";

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

/** @param errors one place in `mapErrors` a pixel. @param overImage what is right steps back. */
export function errorPicture(sampler: PixelSampler, errors: Uint8Array, overImage: boolean): Picture {
  const looks = mapErrors.map((error) => {
    const { colour, alpha, code } = errorLooks[error];
    const shown = colour ? packRgb(colour, error === "right" && !overImage ? 255 : alpha) : CLEAR;
    return { colour: error === "ignored" ? IGNORED_COLOUR : shown, hatch: code };
  });
  return codePicture(sampler, errors, looks);
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
    paint(out, grid, ratio) {
      const pixels = sampler.pick(grid);
      if (style === "fill") {
        for (let i = 0; i < out.length; i++) out[i] = colours[places[pixels[i]]];
        return;
      }
      const shown = Uint16Array.from(pixels, (pixel) => (colours[places[pixel]] === CLEAR ? 0 : places[pixel] + 1));
      outline(out, shown, grid.width, grid.height, ratio, (i) => colours[places[pixels[i]]]);
    },
  };
}
