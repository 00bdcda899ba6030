import type { Grid } from "../paint/grid.js";
import type { Size } from "../stage/viewport.js";

/** Chooses the mask pixel that each output pixel shows: of what it covers, the first of the highest rank. */
export interface PixelSampler {
  /** Row-major positions in the mask; the array is used again by the next call. */
  pick(grid: Grid): Int32Array;
}

/** @param ranks one a pixel: an error is shown before what is right, what is right before background. */
export function createPixelSampler({ width, height }: Size, ranks: Uint8Array): PixelSampler {
  /** The chosen pixel of every block of 2, 4, 8 … pixels a side. */
  const levels: { readonly width: number; readonly height: number; readonly pixels: Int32Array }[] = [];
  let scratch = new Int32Array(0);
  let scratchKey = "";

  const level = (wanted: number) => {
    while (levels.length < wanted) {
      const finer = levels[levels.length - 1];
      levels.push(
        finer ? reduce(finer.width, finer.height, (at) => finer.pixels[at]) : reduce(width, height, (at) => at),
      );
    }
    return levels[wanted - 1];
  };

  const reduce = (fromWidth: number, fromHeight: number, pixelAt: (at: number) => number) => {
    const size = { width: (fromWidth + 1) >> 1, height: (fromHeight + 1) >> 1 };
    const pixels = new Int32Array(size.width * size.height).fill(-1);
    for (let y = 0, at = 0; y < fromHeight; y++) {
      for (let x = 0; x < fromWidth; x++, at++) {
        const block = (y >> 1) * size.width + (x >> 1);
        const pixel = pixelAt(at);
        if (pixels[block] < 0 || ranks[pixel] > ranks[pixels[block]]) pixels[block] = pixel;
      }
    }
    return { ...size, pixels };
  };

  return {
    pick(grid) {
      const { columns, rows } = grid;
      const key = [grid.width, grid.height, grid.offsetX, grid.offsetY, grid.scale].join();
      if (key === scratchKey) return scratch;
      scratchKey = key;
      if (scratch.length !== grid.width * grid.height) scratch = new Int32Array(grid.width * grid.height);
      const blocks = grid.level === 0 ? null : level(grid.level);
      const stride = blocks?.width ?? width;
      for (let y = 0, at = 0; y < grid.height; y++) {
        for (let x = 0; x < grid.width; x++, at++) {
          let best = -1;
          for (let row = rows.from[y]; row < rows.to[y]; row++) {
            for (let i = row * stride + columns.from[x]; i < row * stride + columns.to[x]; i++) {
              const pixel = blocks ? blocks.pixels[i] : i;
              if (best < 0 || ranks[pixel] > ranks[best]) best = pixel;
            }
          }
          scratch[at] = best;
        }
      }
      return scratch;
    },
  };
}
