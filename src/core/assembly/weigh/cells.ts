// The tally: by cell, truth << 8 | sample, the sum of weights and the count; and the sum of all weights. All in row order,
// so that they are to the bit those of adding pixel after pixel.

import { addRepeatedly } from "../repeatedSum";

/** Bytes of a cell: the sum of weights, then the count. */
const CELL: usize = 16;
/** {@link CELL} as a shift. */
export const CELL_BITS: i32 = 4;
const CELLS: usize = 512;

export const cells = memory.data(16 * 512, 16);
export let total: f64 = 0;

export function openCells(): void {
  memory.fill(cells, 0, CELL * CELLS);
  total = 0;
}

export function cellOf(own: i32, sample: i32): usize {
  return cells + ((<usize>((own << 8) | sample)) << CELL_BITS);
}

export function addOne(cell: usize, weight: f64): void {
  v128.store(cell, f64x2.add(v128.load(cell), f64x2.replace_lane(f64x2.splat(weight), 1, 1)));
}

/** Many pixels of one weight in one cell. */
export function addMany(cell: usize, weight: f64, count: i32): void {
  store<f64>(cell, addRepeatedly(load<f64>(cell), weight, count));
  store<f64>(cell, load<f64>(cell, 8) + <f64>count, 8);
}

export function addToTotal(weight: f64, count: i32): void {
  total = addRepeatedly(total, weight, count);
}

export function setTotal(sum: f64): void {
  total = sum;
}
