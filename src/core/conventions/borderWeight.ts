import { boxSum, cellsInside } from "../boundary/boxSum.js";
import { hasIgnored } from "../ignored.js";
import { type BinaryMask, FOREGROUND, IGNORED } from "../raster.js";

/**
 * petrosgk's weight: 1 + 2 where the average of the truth over kernel x kernel lies in (.005, .995), scaled to mean 1
 * over the counted pixels; 0 for ignored ones.
 *
 * Source: petrosgk/Kaggle-Carvana-Image-Masking-Challenge, model/losses.py weighted_bce_dice_loss.
 */
export function borderWeight({ width, height, pixels }: BinaryMask, kernel: number): Float64Array {
  const hits = boxSum(
    pixels.map((value) => (value === FOREGROUND ? 1 : 0)),
    width,
    height,
    kernel,
  );
  const ignored = hasIgnored(pixels)
    ? boxSum(
        pixels.map((value) => (value === IGNORED ? 1 : 0)),
        width,
        height,
        kernel,
      )
    : null;
  const columns = cellsInside(width, kernel);
  const rows = cellsInside(height, kernel);
  const weight = new Float64Array(pixels.length);
  let sum = 0;
  let n = 0;
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      if (pixels[i] === IGNORED) continue;
      const average = hits[i] / (rows[y] * columns[x] - (ignored ? ignored[i] : 0));
      weight[i] = average > 0.005 && average < 0.995 ? 3 : 1;
      sum += weight[i];
      n++;
    }
  }
  return weight.map((w) => (w * n) / sum);
}
