// A grid of places, one bit each: pixels, or the corners of pixels. Bit x & 31 of word x >> 5 of a row is place x.

import { take } from "../memory";

export let rows: i32 = 0;
/** Words of 32 bits a row. */
export let words: i32 = 0;

export function setGrid(rowCount: i32, wordsInRow: i32): void {
  rows = rowCount;
  words = wordsInRow;
}

export function bytesOfRow(): usize {
  return (<usize>words) << 2;
}

/** Room for a grid of bits. Its last row is 0, and so are a row above and one below it, which are not counted. */
export function takeGrid(): usize {
  const at = take(bytesOfRow() * <usize>(rows + 2)) + bytesOfRow();
  memory.fill(at - bytesOfRow(), 0, bytesOfRow());
  memory.fill(at + bytesOfRow() * <usize>(rows - 1), 0, 2 * bytesOfRow());
  return at;
}
