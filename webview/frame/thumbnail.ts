import type { Thumbnail } from "../../src/core/maps/thumbnail.js";
import { type Rgb, regionColours } from "../stage/palettes.js";
import { element } from "../ui/dom.js";

/**
 * Paints the errors of a pair, small: each cell in the mixed colours of what it holds. The parts of errors are taken
 * by their square root, so that specks and thin seams do not drown.
 */
export function paintThumbnail({ width, height, parts }: Thumbnail): HTMLCanvasElement {
  const canvas = element("canvas", { class: "frame-picture", width: String(width), height: String(height) });
  const image = new ImageData(width, height);
  for (let cell = 0; cell < width * height; cell++) {
    const [tp, fp, fn] = parts.subarray(3 * cell, 3 * cell + 3);
    image.data.set(mix(tp / 255, Math.sqrt(fp / 255), Math.sqrt(fn / 255)), 4 * cell);
  }
  canvas.getContext("2d")?.putImageData(image, 0, 0);
  return canvas;
}

/** Red, green, blue and alpha, 0 to 255. */
function mix(tp: number, fp: number, fn: number): readonly number[] {
  const sum = tp + fp + fn;
  if (sum === 0) return [0, 0, 0, 0];
  const channel = (i: keyof Rgb & (0 | 1 | 2)) =>
    (tp * regionColours.tp[i] + fp * regionColours.fp[i] + fn * regionColours.fn[i]) / sum;
  return [channel(0), channel(1), channel(2), 255 * Math.min(1, sum)];
}
