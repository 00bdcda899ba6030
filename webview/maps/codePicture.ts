import type { Picture } from "../paint/picture.js";
import { hatchFor, PLAIN } from "../stage/hatch.js";
import type { PixelSampler } from "./sampler.js";

/** How the pixels of a code look. */
export interface CodeLook {
  /** Packed. */
  readonly colour: number;
  /** Of the hatching. */
  readonly hatch: number;
}

/** A map of one code a pixel, hatched as well as coloured. @param looks by code. */
export function codePicture(sampler: PixelSampler, codes: Uint8Array, looks: readonly CodeLook[]): Picture {
  const colours = looks.map(({ colour }) => colour);
  const hatches = looks.map(({ hatch }) => hatch);
  return {
    isLocal: true,
    paint(out, grid, ratio) {
      const pixels = sampler.pick(grid);
      const hatched = hatchFor(grid, ratio);
      for (let y = 0, i = 0; y < grid.height; y++) {
        for (let x = 0; x < grid.width; x++, i++) {
          const code = codes[pixels[i]];
          out[i] = hatches[code] === PLAIN ? colours[code] : hatched(colours[code], hatches[code], x, y);
        }
      }
    },
  };
}
