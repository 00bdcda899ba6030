import { paintCells } from "../paint/paintCells.js";
import type { Picture } from "../paint/picture.js";
import type { PixelSampler } from "./sampler.js";

/** How the pixels of a code look. */
export interface CodeLook {
  /** Packed. */
  readonly colour: number;
  /** Of the hatching. */
  readonly hatch: number;
}

/** The codes of a sampler's pixels, hatched as well as coloured. @param looks by code. */
export function codePicture(sampler: PixelSampler, looks: readonly CodeLook[]): Picture {
  const colours = Uint32Array.from(looks, ({ colour }) => colour);
  const codes = Uint8Array.from(looks, ({ hatch }) => hatch);
  return {
    isLocal: true,
    prepare: sampler.prepare,
    paint: (out, grid, ratio) => paintCells(out, grid, ratio, sampler.pick(grid).codes, { colours, codes }),
  };
}
