import { extremesPyramid, type JointPixels } from "../../src/core/maps/extremes.js";
import { IGNORED } from "../../src/core/raster.js";
import { atOnce, type Steps } from "../../src/core/steps.js";
import { type Cells, cellsOf } from "./cells.js";
import type { Grid } from "./grid.js";
import { resolveBlocks } from "./resolve.js";

/** Looks the pixels of a binary pair up for pictures, at the resolution shown. */
export interface Sampler {
  readonly pixels: JointPixels;
  /** How many indices the prediction can have. */
  readonly size: number;
  /** Makes what a grid needs, so that the rest is quick. */
  prepare(grid: Grid): Steps;
  /** The joint index that each cell of the grid shows; the array is used again by the next call. */
  resolve(grid: Grid, ranks: Float32Array): Int32Array;
  /** 1 for a cell that shows nothing but ignored pixels. */
  leftOut(grid: Grid): Uint8Array;
}

/** The stage may have four panes and a minimap. */
const KEPT = 5;

export function createSampler(pixels: JointPixels, size: number): Sampler {
  const pyramid = extremesPyramid(pixels, size);
  const kept: { readonly key: string; readonly cells: Cells }[] = [];
  let scratch = new Int32Array(0);

  /** Panes that show the same part of the mask share their cells, and a threshold does not change them. */
  function* cells(grid: Grid): Steps<Cells> {
    const key = [grid.width, grid.height, grid.offsetX, grid.offsetY, grid.scale, grid.level].join();
    const known = kept.find((entry) => entry.key === key);
    if (known) return known.cells;
    const fresh = yield* cellsOf(pixels, pyramid, size, grid);
    kept.unshift({ key, cells: fresh });
    kept.length = Math.min(kept.length, KEPT);
    return fresh;
  }

  return {
    pixels,
    size,
    *prepare(grid) {
      yield* cells(grid);
    },
    resolve(grid, ranks) {
      const found = atOnce(cells(grid));
      if (found.kind === "pixels") return found.joint;
      const length = found.width * found.height;
      if (scratch.length < length) scratch = new Int32Array(length);
      resolveBlocks(found, ranks, scratch);
      return scratch;
    },
    leftOut(grid) {
      const found = atOnce(cells(grid));
      if (found.kind === "pixels") return Uint8Array.from(found.joint, (joint) => (joint >= IGNORED * size ? 1 : 0));
      const { width, height, stride, offset, highestNegative, highestPositive } = found;
      const out = new Uint8Array(width * height);
      for (let y = 0, at = 0; y < height; y++) {
        for (let i = offset + y * stride, end = i + width; i < end; i++, at++) {
          if (highestNegative[i] === 0 && highestPositive[i] === 0) out[at] = 1;
        }
      }
      return out;
    },
  };
}
