/** A k x k window at stride 1 under TensorFlow's "same" rule: an even kernel has one cell more after than before. */
export interface Window {
  readonly before: number;
  readonly after: number;
}

export function sameWindow(kernel: number): Window {
  const before = (kernel - 1) >> 1;
  return { before, after: kernel - 1 - before };
}

/**
 * For every pixel, the sum over its window, clipped to the image. Running sums: the cost does not depend on the kernel.
 *
 * @param cells width * height values, row-major, small integers (the sum of a window must fit 32 bits).
 */
export function boxSum(cells: Uint8Array, width: number, height: number, kernel: number): Int32Array {
  const { before, after } = sameWindow(kernel);
  const sums = new Int32Array(width * height);
  const columns = new Int32Array(width);
  const addRow = (row: number, sign: 1 | -1) => {
    const start = row * width;
    for (let x = 0; x < width; x++) columns[x] += sign * cells[start + x];
  };
  for (let row = 0; row < Math.min(after, height); row++) addRow(row, 1);
  for (let y = 0; y < height; y++) {
    if (y + after < height) addRow(y + after, 1);
    if (y - before - 1 >= 0) addRow(y - before - 1, -1);
    let sum = 0;
    for (let x = 0; x < Math.min(after, width); x++) sum += columns[x];
    for (let x = 0; x < width; x++) {
      if (x + after < width) sum += columns[x + after];
      if (x - before - 1 >= 0) sum -= columns[x - before - 1];
      sums[y * width + x] = sum;
    }
  }
  return sums;
}

/** Cells of a window that lie inside an axis of the given length, by position: the divisor is a product of two. */
export function cellsInside(length: number, kernel: number): Int32Array {
  const { before, after } = sameWindow(kernel);
  return Int32Array.from({ length }, (_, at) => Math.min(at + after, length - 1) - Math.max(at - before, 0) + 1);
}
