// How far up or down the nearest target of a place's column is: the first pass of a distance transform (Meijster et al.
// 2000), in bytes. All rows from the last up know the targets below; the way down finds those above.

import { take } from "../memory";
import { bytesOfRow, rows, words } from "./grid";

/** Rows to the nearest target of a column: so many, or more. */
export const MOST: i32 = 255;
/** Columns without targets at either end of a row: none further away than {@link MOST} is looked at, sixteen at a time. */
const EDGE: usize = 272;

let targets: usize = 0;
/** Of all rows, to the nearest target below or here; and of one row, above or here. */
let below: usize = 0;
let above: usize = 0;
/** Of the row that was asked for last. */
let gaps: usize = 0;
let row: i32 = 0;

export function placeGaps(): void {
  const columns = (<usize>words) << 5;
  below = take(columns * <usize>rows);
  above = take(columns);
  gaps = take(columns + 2 * EDGE) + EDGE;
}

/** @param bits of the targets. */
export function openGaps(bits: usize): void {
  const columns = (<usize>words) << 5;
  targets = bits;
  memory.fill(gaps - EDGE, <u8>MOST, columns + 2 * EDGE);
  memory.fill(above, <u8>MOST, columns);
  // What comes before the last row is a row without targets: that of those above.
  let before = above;
  let out = below + columns * <usize>rows;
  for (let y = rows - 1; y >= 0; y--) {
    out -= columns;
    step(targets + <usize>y * bytesOfRow(), before, out);
    before = out;
  }
  row = -1;
}

/** The gaps of row y, a byte a place, beyond whose ends there are no targets; y must not be less than it was at the last call. */
export function gapsOf(y: i32): usize {
  const columns = (<usize>words) << 5;
  if (row === y) return gaps;
  while (row < y) step(targets + <usize>++row * bytesOfRow(), above, above);
  const known = below + columns * <usize>row;
  for (let x: usize = 0; x < columns; x += 16) {
    v128.store(gaps + x, i8x16.min_u(v128.load(above + x), v128.load(known + x)));
  }
  return gaps;
}

/** From the gaps of one row to those of the next. */
function step(bits: usize, from: usize, to: usize): void {
  const one = i8x16.splat(1);
  const end = bits + bytesOfRow();
  for (let at = bits, offset: usize = 0; at < end; at += 4, offset += 32) {
    let first = i8x16.add_sat_u(v128.load(from + offset), one);
    let second = i8x16.add_sat_u(v128.load(from + offset, 16), one);
    const word = load<u32>(at);
    if (word !== 0) {
      const bytes = i32x4.splat(word);
      const each = i8x16(1, 2, 4, 8, 16, 32, 64, -128, 1, 2, 4, 8, 16, 32, 64, -128);
      first = v128.andnot(
        first,
        i8x16.eq(v128.and(i8x16.shuffle(bytes, bytes, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1), each), each),
      );
      second = v128.andnot(
        second,
        i8x16.eq(v128.and(i8x16.shuffle(bytes, bytes, 2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 3), each), each),
      );
    }
    v128.store(to + offset, first);
    v128.store(to + offset, second, 16);
  }
}
