// Windows inside the image slide along a row.

import { CELL_BITS, cells, setTotal, total } from "./cells";
import { columns } from "./columns";
import { samples, truth, width } from "./image";
import { after, before } from "./window";

/** Weights by foreground: the caller fills in side² + 1 of them. */
export let whole: usize = 0;

/** The foreground of eight windows, and the places of the cells of their pixels. */
const hitsOfEight = memory.data(16, 16);
const cellsOfEight = memory.data(16, 16);

/** @returns the first byte behind the weights. */
export function placeWhole(most: usize, isUsed: bool, at: usize): usize {
  whole = at;
  return isUsed ? at + (most << 3) : at;
}

/** Weighs the pixels of [from, to) in a row. @returns the foreground of the last window, given that of the one before. */
export function weighInside(y: i32, from: i32, to: i32, hitsBefore: i32): i32 {
  const row = <usize>y * <usize>width;
  const ahead = columns + <usize>after;
  const behind = columns - <usize>(before + 1);
  const zero = i16x8.splat(0);
  let hits = i16x8.splat(<i16>hitsBefore);
  let x = <usize>from;
  for (; x + 8 <= <usize>to; x += 8) {
    // What enters less what leaves, added up from the left.
    let steps = i16x8.sub(v128.load8x8_u(ahead + x), v128.load8x8_u(behind + x));
    steps = i16x8.add(steps, i16x8.shuffle(steps, zero, 8, 0, 1, 2, 3, 4, 5, 6));
    steps = i16x8.add(steps, i16x8.shuffle(steps, zero, 8, 8, 0, 1, 2, 3, 4, 5));
    steps = i16x8.add(steps, i16x8.shuffle(steps, zero, 8, 8, 8, 8, 0, 1, 2, 3));
    hits = i16x8.add(hits, steps);
    v128.store(hitsOfEight, hits);
    hits = i16x8.shuffle(hits, hits, 7, 7, 7, 7, 7, 7, 7, 7);
    noteCells(row + x);
    addPixels(8);
  }
  let last = <i32>i16x8.extract_lane_u(hits, 0);
  for (; x < <usize>to; x++) {
    last += <i32>load<u8>(ahead + x) - <i32>load<u8>(behind + x);
    store<u16>(hitsOfEight, <u16>last);
    noteCells(row + x);
    addPixels(1);
  }
  return last;
}

/** The places of the cells of eight pixels: truth << 8 | sample, times the size of a cell. */
function noteCells(pixel: usize): void {
  const own = v128.load64_zero(truth + pixel);
  const joint = i8x16.shuffle(
    v128.load64_zero(samples + pixel),
    own,
    0,
    16,
    1,
    17,
    2,
    18,
    3,
    19,
    4,
    20,
    5,
    21,
    6,
    22,
    7,
    23,
  );
  v128.store(cellsOfEight, i16x8.shl(joint, CELL_BITS));
}

function addPixels(count: i32): void {
  const one = f64x2.replace_lane(f64x2.splat(0), 1, 1);
  let sum = total;
  for (let i: i32 = 0; i < count; i++) {
    const place = (<usize>i) << 1;
    const weight = v128.load64_zero(whole + ((<usize>load<u16>(hitsOfEight + place)) << 3));
    const cell = cells + <usize>load<u16>(cellsOfEight + place);
    v128.store(cell, f64x2.add(v128.load(cell), v128.or(weight, one)));
    sum += f64x2.extract_lane(weight, 0);
  }
  setTotal(sum);
}
