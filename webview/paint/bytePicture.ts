import { type Plane, poolMaximum, poolMean } from "../../src/core/maps/pool.js";
import { hatchFor, LEFT_OUT } from "../stage/hatch.js";
import type { ColourMap } from "../stage/palettes.js";
import { maximumOver, meanOver } from "./cells.js";
import type { Picture } from "./picture.js";
import type { Sampler } from "./sampler.js";
import { IGNORED_COLOUR } from "./tables.js";

/** What an output pixel shows of several mask pixels: their peak, for what must not be missed, or their mean. */
export type Pooling = "maximum" | "mean";

/** A map of one byte a mask pixel through a colour map. */
export function bytePicture(
  sampler: Sampler,
  bytes: Plane<Uint8Array>,
  pooling: Pooling,
  map: ColourMap,
  hasIgnored: boolean,
): Picture {
  const levels = [bytes];
  const level = (wanted: number) => {
    while (levels.length <= wanted) {
      levels.push((pooling === "maximum" ? poolMaximum : poolMean)(levels[levels.length - 1]));
    }
    return levels[wanted];
  };
  return {
    paint(out, grid, ratio) {
      const values = (pooling === "maximum" ? maximumOver : meanOver)(level(grid.level), grid);
      for (let i = 0; i < out.length; i++) out[i] = map[values[i]];
      if (!hasIgnored) return;
      const leftOut = sampler.leftOut(grid);
      const hatch = hatchFor(grid, ratio);
      for (let y = 0, i = 0; y < grid.height; y++) {
        for (let x = 0; x < grid.width; x++, i++) if (leftOut(i)) out[i] = hatch(IGNORED_COLOUR, LEFT_OUT, x, y);
      }
    },
  };
}
