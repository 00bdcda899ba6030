import type { Raster, Samples } from "../raster.js";

/** Mirrored left to right, top to bottom, both (half a turn), or rows for columns. */
export type Flip = "horizontal" | "vertical" | "both" | "transpose";

/** Moves an image right and down by whole pixels; what enters is 0. */
export function shift({ width, height, samples }: Raster, dx: number, dy: number): Samples {
  const moved = samples.slice().fill(0);
  const from = Math.max(0, -dx);
  const to = Math.min(width, width - dx);
  if (from >= to) return moved;
  for (let y = Math.max(0, dy); y < Math.min(height, height + dy); y++) {
    const source = (y - dy) * width;
    moved.set(samples.subarray(source + from, source + to), y * width + from + dx);
  }
  return moved;
}

/** @throws RangeError for a transposition of an image that is not square. */
export function flip({ width, height, samples }: Raster, as: Flip): Samples {
  if (as === "both") return samples.slice().reverse();
  if (as === "transpose" && width !== height) {
    throw new RangeError(`Only a square image can be transposed in place, not ${width} x ${height}.`);
  }
  const flipped = samples.slice();
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const to =
        as === "horizontal"
          ? y * width + (width - 1 - x)
          : as === "vertical"
            ? (height - 1 - y) * width + x
            : x * width + y;
      flipped[to] = samples[i];
    }
  }
  return flipped;
}
