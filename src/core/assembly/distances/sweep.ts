// The squared distances of a row to the pixels of the other class that a sweep has passed.

import { close, push } from "./envelope";
import { height, stride, width, words } from "./image";

/**
 * All rows from the last up.
 *
 * @param sites that may still be the nearest, as bits in `active`: the row of each, by column.
 * @param below the squares, row by row.
 */
export function sweepUp(bits: usize, active: usize, sites: usize, below: usize): void {
  const bytes = (<usize>words) << 3;
  memory.fill(active, 0, bytes);
  for (let y = height - 1; y >= 0; y--) {
    const row = bits + <usize>y * bytes;
    const before = y < height - 1 ? row + bytes : row;
    solveRow(row, before, active, sites, y, y + 1, below + ((<usize>y * stride) << 2));
  }
  memory.fill(active, 0, bytes);
}

/** The squares of one row of a sweep; `neighbour` is the row before it, whose bits are at `before`. */
export function solveRow(
  row: usize,
  before: usize,
  active: usize,
  sites: usize,
  y: i32,
  neighbour: i32,
  out: usize,
): void {
  // The left of the image counts as the first pixel's class.
  let carry = load<u64>(row) & 1;
  let from: i32 = 0;
  let last: i32 = -1;
  for (let word: i32 = 0; word < words; word++) {
    const offset = (<usize>word) << 3;
    const own = load<u64>(row + offset);
    const base = word << 6;
    let fresh = own ^ load<u64>(before + offset);
    const kept = load<u64>(active + offset) | fresh;
    for (; fresh !== 0; fresh &= fresh - 1) {
      store<i32>(sites + ((<usize>(base + <i32>ctz(fresh))) << 2), neighbour);
    }
    store<u64>(active + offset, 0);
    let ends = own ^ ((own << 1) | carry);
    carry = own >> 63;
    const left = width - base;
    if (left < 64) ends &= ((<u64>1) << left) - 1;
    for (let events = kept | ends; events !== 0; events &= events - 1) {
      const bit = ctz(events);
      const x = base + <i32>bit;
      if ((ends >> bit) & 1) {
        last = push(last, x, 0);
        close(last, from, x, active, out);
        last = push(-1, x - 1, 0);
        from = x;
      }
      if ((kept >> bit) & 1) {
        const gap = y - load<i32>(sites + ((<usize>x) << 2));
        last = push(last, x, gap * gap);
      }
    }
  }
  close(last, from, width, active, out);
}
