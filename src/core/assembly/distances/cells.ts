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
 * Adds a row. Squares are those of the way down (`above`) and up (`below`), of which the lesser counts.
 *
 * @param classes of the truth, and `samples` of the prediction.
 */
export function addRow(
  classes: usize,
  samples: usize,
  above: usize,
  below: usize,
  otherAbove: usize,
  otherBelow: usize,
): void {
  for (let x: i32 = 0; x < width; x += 4) {
    const at = <usize>x;
    const squares = at << 2;
    const own = i32x4.min_s(v128.load(above + squares), v128.load(below + squares));
    const other = i32x4.min_s(v128.load(otherAbove + squares), v128.load(otherBelow + squares));
    const both = i32x4.add(own, other);
    const truth = load<u32>(classes + at);
    const sample = load<u32>(samples + at);
    const left = width - x;
    add(((truth & 255) << 8) | (sample & 255), i32x4.extract_lane(own, 0), i32x4.extract_lane(both, 0));
    if (left === 1) return;
    add((truth & 0xff00) | ((sample >> 8) & 255), i32x4.extract_lane(own, 1), i32x4.extract_lane(both, 1));
    if (left === 2) return;
    add(((truth >> 8) & 0xff00) | ((sample >> 16) & 255), i32x4.extract_lane(own, 2), i32x4.extract_lane(both, 2));
    if (left === 3) return;
    add(((truth >> 16) & 0xff00) | (sample >> 24), i32x4.extract_lane(own, 3), i32x4.extract_lane(both, 3));
  }
}

function add(cell: u32, square: i32, both: i32): void {
  const distance = sqrt(<f64>square);
  // d outside, -(d - 1) inside; 0 where there is no distance.
  const signed = square === 0 ? 0 : cell > 255 ? 1 - distance : distance;
  const at = cells + <usize>cell * CELL;
  v128.store(at, f64x2.add(v128.load(at), f64x2.replace_lane(f64x2.splat(signed), 1, <f64>both)));
}
