// Stretches whose windows are all of one class: their weight is a constant, and where the prediction is constant as well,
// so is what it is added to.

import { addMany, addOne, addToTotal, cellOf } from "./cells";
import { samples, width } from "./image";

/** Pixels that are looked at together. */
const PIECE: i32 = 64;

/** The weight of a window that is all of one class. */
let flat: f64 = 0;

export function openFlat(weight: f64): void {
  flat = weight;
}

/** Weighs the pixels of [from, to) in a row. */
export function weighFlat(y: i32, from: i32, to: i32, own: i32): void {
  addToTotal(flat, to - from);
  const row = samples + <usize>y * <usize>width;
  for (let x = from; x < to; x += PIECE) {
    const stop = min(x + PIECE, to);
    const value = load<u8>(row + <usize>x);
    if (isConstant(row, x, stop, value)) addMany(cellOf(own, value), flat, stop - x);
    else for (let i = x; i < stop; i++) addOne(cellOf(own, load<u8>(row + <usize>i)), flat);
  }
}

function isConstant(row: usize, from: i32, to: i32, value: u8): bool {
  const all = i8x16.splat(value);
  let x = from;
  for (; x + 16 <= to; x += 16) if (v128.any_true(v128.xor(v128.load(row + <usize>x), all))) return false;
  for (; x < to; x++) if (load<u8>(row + <usize>x) !== value) return false;
  return true;
}
