import { extremesPyramid, type JointPixels } from "../../src/core/maps/extremes.js";
import { IGNORED } from "../../src/core/raster.js";
import { type Cells, cellsOf, resolveBlocks } from "./cells.js";
import type { Grid } from "./grid.js";

/** Looks the pixels of a binary pair up for pictures, at the resolution shown. */
export interface Sampler {
  readonly pixels: JointPixels;
  /** How many indices the prediction can have. */
  readonly size: number;
  /** The joint index that each output pixel shows; the array is used again by the next call. */
  resolve(grid: Grid, ranks: Float32Array): Int32Array;
  /** Whether an output pixel shows nothing but ignored pixels. */
  leftOut(grid: Grid): (at: number) => boolean;
}

/** The stage may have four panes and a minimap. */
const KEPT = 5;

export function createSampler(pixels: JointPixels, size: number): Sampler {
  const pyramid = extremesPyramid(pixels, size);
  const kept: { readonly key: string; readonly cells: Cells }[] = [];
  let scratch = new Int32Array(0);

  /** Panes that show the same part of the mask share their cells, and a threshold does not change them. */
  const cells = (grid: Grid): Cells => {
    const key = [grid.width, grid.height, grid.offsetX, grid.offsetY, grid.scale, grid.level].join();
    const known = kept.find((entry) => entry.key === key);
    if (known) return known.cells;
    const fresh = cellsOf(pixels, pyramid, size, grid);
    kept.unshift({ key, cells: fresh });
    kept.length = Math.min(kept.length, KEPT);
    return fresh;
  };

  return {
    pixels,
    size,
    resolve(grid, ranks) {
      const found = cells(grid);
      if (found.kind === "pixels") return found.joint;
      const length = grid.width * grid.height;
      if (scratch.length !== length) scratch = new Int32Array(length);
      resolveBlocks(found, ranks, scratch);
      return scratch;
    },
    leftOut(grid) {
      const found = cells(grid);
      if (found.kind === "pixels") return (at) => found.joint[at] >= IGNORED * size;
      return (at) => found.highestNegative[at] === 0 && found.highestPositive[at] === 0;
    },
  };
}
