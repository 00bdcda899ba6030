import { boxSum, cellsInside, sameWindow } from "../boundary/boxSum.js";
import { rawWeight } from "../boundary/rawWeight.js";
import { usefulKernel } from "../boundary/weight.js";
import { hasIgnored } from "../ignored.js";
import { type BinaryMask, FOREGROUND, IGNORED } from "../raster.js";

/**
 * The average of the truth over a window as Keras 3 on torch pools it with padding "same": an even kernel needs one more
 * row and column after the image than before; these are padded with zeros first, and counted in the average.
 *
 * Source: Keras 3.3.3, backend/torch/nn.py average_pool.
 */
export function kerasTorchAverage({ width, height, pixels }: BinaryMask, asked: number): Float64Array {
  const kernel = sameKind(asked, usefulKernel(asked, width, height));
  const sums = (of: (value: number) => boolean) =>
    boxSum(
      pixels.map((value) => Number(of(value))),
      width,
      height,
      kernel,
    );
  const hits = sums((value) => value === FOREGROUND);
  const ignored = hasIgnored(pixels) ? sums((value) => value === IGNORED) : null;
  const [columns, rows] = [counted(width, kernel), counted(height, kernel)];
  return Float64Array.from(
    hits,
    (sum, at) => sum / (columns[at % width] * rows[Math.floor(at / width)] - (ignored ? ignored[at] : 0)),
  );
}

/** The boundary weight of that average, scaled to mean 1 over the counted pixels; 0 for ignored ones. */
export function kerasTorchWeight(truth: BinaryMask, kernel: number): Float64Array {
  const weight = kerasTorchAverage(truth, kernel).map((average, at) =>
    truth.pixels[at] === IGNORED ? 0 : rawWeight(average),
  );
  let [sum, n] = [0, 0];
  for (const [at, value] of truth.pixels.entries()) {
    if (value === IGNORED) continue;
    sum += weight[at];
    n++;
  }
  return weight.map((w) => (w * n) / sum);
}

/** A smaller kernel that is odd or even as the one asked for. */
function sameKind(asked: number, useful: number): number {
  return useful === asked || (useful - asked) % 2 === 0 ? useful : useful + 1;
}

/** Cells of each window along an axis, the row of zeros behind it among them. */
function counted(length: number, kernel: number): Int32Array {
  const { before, after } = sameWindow(kernel);
  const inside = cellsInside(length, kernel);
  return before === after ? inside : inside.map((cells, at) => cells + Number(at + after >= length));
}
