import { type BinaryMask, FOREGROUND, IGNORED } from "../raster.js";
import { LowerEnvelope } from "./lowerEnvelope.js";
import type { Spacing } from "./spacing.js";

/**
 * Squared distance from every pixel to the nearest pixel of the other class: scipy's distance_transform_edt of the
 * foreground and of the background, added. Ignored pixels belong to neither class, and get 0; so does every pixel where
 * one class is missing, since there is no distance then.
 *
 * One transform serves both classes (Meijster et al. 2000, two passes, linear, exact): in a run of one class along a
 * row, the pixels that end it are nearer than anything beyond them, so each run is a problem of its own.
 *
 * @returns width * height squares, row-major; integers for unit spacing.
 */
export function otherClassSquares({ width, height, pixels }: BinaryMask, spacing: Spacing): Float64Array {
  const squares = new Float64Array(pixels.length);
  if (!pixels.includes(FOREGROUND) || !pixels.includes(0)) return squares;
  if (!pixels.includes(IGNORED)) {
    transform(pixels, width, height, spacing, squares);
    return squares;
  }
  // Each class asks with the ignored pixels on its own side, where they are no target.
  for (const own of [0, FOREGROUND]) {
    const filled = new Float64Array(pixels.length);
    const classes = pixels.map((value) => (value === IGNORED ? own : value));
    transform(classes, width, height, spacing, filled);
    for (let i = 0; i < pixels.length; i++) if (pixels[i] === own) squares[i] = filled[i];
  }
  return squares;
}

/** @param classes 0 or 1 a pixel, both present. */
function transform(classes: Uint8Array, width: number, height: number, [sx, sy]: Spacing, squares: Float64Array): void {
  const gaps = verticalGaps(classes, width, height);
  const none = NONE;
  const ratio = (sy / sx) ** 2;
  const envelope = new LowerEnvelope(width);
  for (let y = 0, row = 0; y < height; y++, row += width) {
    for (let from = 0; from < width; ) {
      const own = classes[row + from];
      let to = from + 1;
      while (to < width && classes[row + to] === own) to++;
      envelope.clear();
      if (from > 0) envelope.add(from - 1, 0);
      for (let x = from; x < to; x++) {
        const gap = gaps[row + x];
        if (gap < none) envelope.add(x, gap * gap * ratio);
      }
      if (to < width) envelope.add(to, 0);
      for (let x = from; x < to; x++) {
        const apex = envelope.nearest(x);
        const across = (x - apex) * sx;
        const along = apex < from || apex === to ? 0 : gaps[row + apex] * sy;
        squares[row + x] = across * across + along * along;
      }
      from = to;
    }
  }
}

/** Stands for: the column has no pixel of the other class. */
const NONE = 2 ** 30;

/** Rows from each pixel to the nearest of the other class in its column. */
function verticalGaps(classes: Uint8Array, width: number, height: number): Int32Array {
  const gaps = new Int32Array(classes.length).fill(NONE, 0, width);
  for (let i = width; i < gaps.length; i++) {
    gaps[i] = classes[i] === classes[i - width] ? Math.min(NONE, gaps[i - width] + 1) : 1;
  }
  for (let i = width * (height - 1) - 1; i >= 0; i--) {
    const below = classes[i] === classes[i + width] ? gaps[i + width] + 1 : 1;
    if (below < gaps[i]) gaps[i] = below;
  }
  return gaps;
}
