// The tally: by cell, truth << 8 | sample, the sum of signed distances and that of squares, both in row order.

import { width } from "./image";

/** Bytes of a cell: the sum of signed distances, then that of squares. */
const CELL: usize = 16;
const CELLS: usize = 512;

export const cells = memory.data(16 * 512, 16);

export function openCells(): void {
  memory.fill(cells, 0, CELL * CELLS);
}

/**
 * Adds a row.
 *
 * @param classes of the truth, and `samples` of the prediction.
 * @param squares of the distances in the truth, and `others` in the prediction.
 * @param inner what the distance is taken from inside: 1, or 0 where there is no distance.
 */
export function addRow(classes: usize, samples: usize, squares: usize, others: usize, inner: f64): void {
  const innermost = f64x2.splat(inner);
  for (let x: i32 = 0; x < width; x += 4) {
    const at = <usize>x;
    const own = v128.load(squares + (at << 2));
    const both = i32x4.add(own, v128.load(others + (at << 2)));
    const truth = load<u32>(classes + at);
    const sample = load<u32>(samples + at);
    const inside = i32x4.neg(i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(i32x4.splat(truth))));
    const low = signed(own, i64x2.extend_low_i32x4_s(inside), innermost);
    const high = signed(upper(own), i64x2.extend_high_i32x4_s(inside), innermost);
    const lowBoth = f64x2.convert_low_i32x4_s(both);
    const highBoth = f64x2.convert_low_i32x4_s(upper(both));
    const left = width - x;
    add(((truth & 255) << 8) | (sample & 255), firsts(low, lowBoth));
    if (left === 1) return;
    add((truth & 0xff00) | ((sample >> 8) & 255), seconds(low, lowBoth));
    if (left === 2) return;
    add(((truth >> 8) & 0xff00) | ((sample >> 16) & 255), firsts(high, highBoth));
    if (left === 3) return;
    add(((truth >> 16) & 0xff00) | (sample >> 24), seconds(high, highBoth));
  }
}

/** d outside, -(d - 1) inside, of the first two squares. */
function signed(squares: v128, inside: v128, inner: v128): v128 {
  const distances = f64x2.sqrt(f64x2.convert_low_i32x4_s(squares));
  return v128.bitselect(f64x2.sub(inner, distances), distances, inside);
}

function upper(four: v128): v128 {
  return i64x2.shuffle(four, four, 1, 1);
}

function firsts(a: v128, b: v128): v128 {
  return i64x2.shuffle(a, b, 0, 2);
}

function seconds(a: v128, b: v128): v128 {
  return i64x2.shuffle(a, b, 1, 3);
}

function add(cell: u32, signedAndSquare: v128): void {
  const at = cells + <usize>cell * CELL;
  v128.store(at, f64x2.add(v128.load(at), signedAndSquare));
}
