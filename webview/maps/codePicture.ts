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

/** The codes of a sampler's pixels, hatched as well as coloured. @param looks by code. */
export function codePicture(sampler: PixelSampler, looks: readonly CodeLook[]): Picture {
  const colours = Uint32Array.from(looks, ({ colour }) => colour);
  const hatches = Uint8Array.from(looks, ({ hatch }) => hatch);
  return {
    isLocal: true,
    prepare: sampler.prepare,
    paint(out, grid, ratio) {
      const { codes } = sampler.pick(grid);
      const { cell: columns, first } = grid.columns;
      const { cell: rows } = grid.rows;
      const hatched = hatchFor(grid, ratio);
      for (let y = 0, i = 0; y < grid.height; y++) {
        const row = rows[y] * first.length;
        for (let x = 0; x < columns.length; x++, i++) {
          const code = codes[row + columns[x]];
          out[i] = hatches[code] === PLAIN ? colours[code] : hatched(colours[code], hatches[code], x, y);
        }
      }
    },
  };
}
