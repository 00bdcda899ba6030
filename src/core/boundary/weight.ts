import { type BinaryMask, FOREGROUND, IGNORED } from "../raster.js";
import { boxSum, cellsInside } from "./boxSum.js";

/** Weight of a pixel whose window has the foreground fraction a, before scaling: highest at a = 1/2. */
export function rawWeight(fraction: number): number {
  return 5 * Math.exp(-5 * Math.abs(fraction - 0.5));
}

/**
 * The boundary-weight map of a truth: w = 5 exp(-5 |a - .5|), scaled to mean 1 over the counted pixels.
 * a is the average of the truth over a kernel x kernel window (TensorFlow "same": only cells inside the image count;
 * ignored pixels count neither as truth nor in the divisor, and have weight 0).
 *
 * Source: lyakaap/Kaggle-Carvana-3rd-Place-Solution, losses.py (the weight of weighted_bce_dice_loss).
 *
 * @param kernel side of the window in pixels, an integer of at least 1.
 * @returns width * height weights, row-major, float64.
 * @throws RangeError for a kernel that is no such integer.
 */
export function boundaryWeight(truth: BinaryMask, kernel: number): Float64Array {
  if (!Number.isInteger(kernel) || kernel < 1)
    throw new RangeError(`The kernel must be an integer of at least 1, not ${kernel}.`);
  const { width, height, pixels } = truth;
  const foreground = pixels.map((value) => (value === FOREGROUND ? 1 : 0));
  const hits = boxSum(foreground, width, height, kernel);
  const hasIgnored = pixels.includes(IGNORED);
  const counted = hasIgnored
    ? boxSum(
        pixels.map((value) => (value === IGNORED ? 0 : 1)),
        width,
        height,
        kernel,
      )
    : null;

  const columns = cellsInside(width, kernel);
  const rows = cellsInside(height, kernel);
  const whole = kernel * kernel;
  const ofWholeWindow = wholeWindowWeights(whole);
  const weight = new Float64Array(pixels.length);
  let sum = 0;
  let n = 0;
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      if (pixels[i] === IGNORED) continue;
      const divisor = counted ? counted[i] : rows[y] * columns[x];
      weight[i] = divisor === whole ? ofWholeWindow(hits[i]) : rawWeight(hits[i] / divisor);
      sum += weight[i];
      n++;
    }
  }
  const scale = n === 0 ? 0 : n / sum;
  for (let i = 0; i < weight.length; i++) weight[i] *= scale;
  return weight;
}

/** Windows that lie inside the image have only k² + 1 distinct weights: each exponential is computed once. */
function wholeWindowWeights(cells: number): (hits: number) => number {
  const table = new Float64Array(cells + 1);
  return (hits) => {
    if (table[hits] === 0) table[hits] = rawWeight(hits / cells);
    return table[hits];
  };
}
