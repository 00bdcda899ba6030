import { hasIgnored } from "../ignored.js";
import { type BinaryMask, FOREGROUND, IGNORED } from "../raster.js";
import { boxSum, cellsInside, sameWindow } from "./boxSum.js";
import { FLAT, rawWeight, wholeWeights } from "./rawWeight.js";
import type { VisitRow } from "./visitRow.js";

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
  return scaledBoundaryWeight(truth, kernel).map;
}

/** The same map, with the factor that brought it to mean 1. */
export function scaledBoundaryWeight(truth: BinaryMask, kernel: number): { map: Float64Array; scale: number } {
  const map = new Float64Array(truth.pixels.length);
  const scale = visitBoundaryWeights(truth, kernel, (weights, start) => map.set(weights, start));
  for (let i = 0; i < map.length; i++) map[i] *= scale;
  return { map, scale };
}

/** One pixel of the map, from its own window alone. @param scale the factor of the map. */
export function boundaryWeightAt(truth: BinaryMask, kernel: number, x: number, y: number, scale: number): number {
  const { width, height, pixels } = truth;
  if (pixels[y * width + x] === IGNORED) return 0;
  const { before, after } = sameWindow(kernel);
  let hits = 0;
  let cells = 0;
  for (let row = Math.max(0, y - before); row <= Math.min(height - 1, y + after); row++) {
    for (let i = Math.max(0, x - before); i <= Math.min(width - 1, x + after); i++) {
      const value = pixels[row * width + i];
      if (value === IGNORED) continue;
      cells++;
      hits += value;
    }
  }
  return rawWeight(hits / cells) * scale;
}

/**
 * The same map row by row, unscaled: nothing of the size of the image is written.
 *
 * @returns the factor that brings the weights to mean 1; known only after the last row.
 * @throws RangeError for a kernel that is no integer of at least 1.
 */
export function visitBoundaryWeights(truth: BinaryMask, kernel: number, visit: VisitRow): number {
  checkKernel(kernel);
  return hasIgnored(truth.pixels) ? visitWithIgnored(truth, kernel, visit) : slide(truth, kernel, visit);
}

/** @throws RangeError for a kernel that is no integer of at least 1. */
export function checkKernel(kernel: number): void {
  if (!Number.isInteger(kernel) || kernel < 1) {
    throw new RangeError(`The kernel must be an integer of at least 1, not ${kernel}.`);
  }
}

/** A window that sees the whole image from every pixel cannot see more: no kernel costs more memory than the image. */
export function usefulKernel(kernel: number, width: number, height: number): number {
  return Math.min(kernel, 2 * Math.max(width, height) + 1);
}

/** The sums of the window's columns follow from row to row. */
function slide({ width, height, pixels }: BinaryMask, asked: number, visit: VisitRow): number {
  const kernel = usefulKernel(asked, width, height);
  const { before, after } = sameWindow(kernel);
  const weights = new Float64Array(width);
  const inRow = cellsInside(width, kernel);
  const inColumn = cellsInside(height, kernel);
  const ofWhole = kernel <= Math.min(width, height) ? wholeWeights(kernel) : new Float64Array(0);
  // Column x stands at x + before + 1 and is followed by zeros: a window may reach beyond either edge.
  const columns = new Int32Array(width + kernel);
  for (let row = 0; row < Math.min(after, height); row++) addRow(columns, before + 1, pixels, row * width, width, 1);
  let sum = 0;
  for (let y = 0; y < height; y++) {
    if (y + after < height) addRow(columns, before + 1, pixels, (y + after) * width, width, 1);
    if (y - before - 1 >= 0) addRow(columns, before + 1, pixels, (y - before - 1) * width, width, -1);
    weighRow(weights, columns, kernel, inColumn[y], inRow, ofWhole);
    for (let x = 0; x < width; x++) sum += weights[x];
    visit(weights, y * width);
  }
  return pixels.length / sum;
}

function addRow(
  columns: Int32Array,
  shift: number,
  pixels: Uint8Array,
  start: number,
  width: number,
  sign: 1 | -1,
): void {
  for (let x = 0; x < width; x++) columns[x + shift] += sign * pixels[start + x];
}

/** The window slides along one row. */
function weighRow(
  weights: Float64Array,
  columns: Int32Array,
  kernel: number,
  rows: number,
  inRow: Int32Array,
  ofWhole: Float64Array,
): void {
  const whole = ofWhole.length - 1;
  let hits = 0;
  // What lies before the image is 0, so the first window less its last column is all up to there.
  for (let i = 0; i < kernel; i++) hits += columns[i];
  for (let x = 0; x < weights.length; x++) {
    hits += columns[x + kernel] - columns[x];
    const cells = rows * inRow[x];
    weights[x] = cells === whole ? ofWhole[hits] : hits === 0 || hits === cells ? FLAT : rawWeight(hits / cells);
  }
}

/** The divisor of each window has to be counted, too. */
function visitWithIgnored({ width, height, pixels }: BinaryMask, kernel: number, visit: VisitRow): number {
  const sumOf = (counts: (value: number) => boolean) =>
    boxSum(
      pixels.map((value) => Number(counts(value))),
      width,
      height,
      kernel,
    );
  const hits = sumOf((value) => value === FOREGROUND);
  const cells = sumOf((value) => value !== IGNORED);
  const weights = new Float64Array(width);
  let sum = 0;
  let counted = 0;
  for (let start = 0; start < pixels.length; start += width) {
    for (let x = 0, i = start; x < width; x++, i++) {
      const isCounted = pixels[i] !== IGNORED;
      weights[x] = isCounted ? rawWeight(hits[i] / cells[i]) : 0;
      sum += weights[x];
      counted += Number(isCounted);
    }
    visit(weights, start);
  }
  return counted === 0 ? 0 : counted / sum;
}
