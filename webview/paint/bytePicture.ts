import { type Plane, poolMaximum, poolMean } from "../../src/core/maps/pool.js";
import { atOnce, type Steps } from "../../src/core/steps.js";
import { hatchFor, LEFT_OUT } from "../stage/hatch.js";
import type { ColourMap } from "../stage/palettes.js";
import { type Grid, sameGrid } from "./grid.js";
import type { Picture } from "./picture.js";
import { meansOver, peaksOver } from "./pooled.js";
import type { Sampler } from "./sampler.js";
import { IGNORED_COLOUR } from "./tables.js";

/** What a cell shows of several mask pixels: their peak, for what must not be missed, or their mean. */
export type Pooling = "maximum" | "mean";

const poolings = {
  maximum: { halve: poolMaximum<Uint8Array>, over: peaksOver<Uint8Array> },
  mean: { halve: poolMean, over: meansOver },
} as const;

/** A map of one byte a mask pixel through a colour map. */
export function bytePicture(
  sampler: Sampler,
  bytes: Plane<Uint8Array>,
  pooling: Pooling,
  map: ColourMap,
  hasIgnored: boolean,
): Picture {
  const { halve, over } = poolings[pooling];
  const levels = [bytes];
  let latest: { readonly grid: Grid; readonly values: Uint8Array } | null = null;

  /** One byte a cell. */
  function* valuesOf(grid: Grid): Steps<Uint8Array> {
    if (latest && sameGrid(latest.grid, grid)) return latest.values;
    while (levels.length <= grid.level) {
      const made = levels.length;
      const next = yield* halve(levels[made - 1]);
      // Someone may have been in a hurry meanwhile.
      if (levels.length === made) levels.push(next);
    }
    const values = new Uint8Array(grid.columns.first.length * grid.rows.first.length);
    yield* over(levels[grid.level], grid, values);
    latest = { grid, values };
    return values;
  }

  return {
    isLocal: true,
    *prepare(grid) {
      yield* valuesOf(grid);
      if (hasIgnored) yield* sampler.prepare(grid);
    },
    paint(out, grid, ratio) {
      const { columns, rows, width, height } = grid;
      const values = atOnce(valuesOf(grid));
      const leftOut = hasIgnored ? sampler.leftOut(grid) : null;
      const hatch = hatchFor(grid, ratio);
      for (let y = 0, i = 0; y < height; y++) {
        const row = rows.cell[y] * columns.first.length;
        for (let x = 0; x < width; x++, i++) {
          const cell = row + columns.cell[x];
          out[i] = leftOut?.[cell] ? hatch(IGNORED_COLOUR, LEFT_OUT, x, y) : map[values[cell]];
        }
      }
    },
  };
}
