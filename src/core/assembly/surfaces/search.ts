// Most points of a surface lie near the other one. So each looks outwards along its row, at sixteen columns to either side
// at a time.

import { take } from "../memory";
import { MOST } from "./gaps";

/** Columns that are looked at together. */
const LANES: i32 = 16;
/** A square that is not less was not found. */
export const FAR: i32 = MOST * MOST;

/** The squares of 0 to 271, two bytes each, of which the last are cut off. */
let ramp: usize = 0;

export function placeSearch(): void {
  ramp = take(2 * (MOST + 1 + LANES));
  for (let i: i32 = 0; i < MOST + 1 + LANES; i++) store<u16>(ramp + ((<usize>i) << 1), <u16>min(i * i, 0xffff));
}

/** The squared distance from a place to the nearest target, given its place among the gaps of its row; {@link FAR} or more where it is not near. */
export function search(place: usize): i32 {
  const gap = <i32>load<u8>(place);
  let best = gap * gap;
  // Below 2, no other column can have anything nearer.
  if (gap < 2) return best;
  for (let away: i32 = 0; away * away < best && away <= MOST; away += LANES) {
    const left = v128.load(place - <usize>away - (LANES - 1));
    const outwards = i8x16.shuffle(left, left, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0);
    const steps = i8x16.min_u(v128.load(place + <usize>away), outwards);
    const squares = ramp + ((<usize>away) << 1);
    const near = i16x8.add_sat_u(i16x8.extmul_low_i8x16_u(steps, steps), v128.load(squares));
    const far = i16x8.add_sat_u(i16x8.extmul_high_i8x16_u(steps, steps), v128.load(squares, 16));
    best = min(best, leastOf(i16x8.min_u(near, far)));
  }
  return best;
}

function leastOf(eight: v128): i32 {
  const four = i16x8.min_u(eight, i16x8.shuffle(eight, eight, 4, 5, 6, 7, 0, 1, 2, 3));
  const two = i16x8.min_u(four, i16x8.shuffle(four, four, 2, 3, 0, 1, 2, 3, 0, 1));
  return min(<i32>i16x8.extract_lane_u(two, 0), <i32>i16x8.extract_lane_u(two, 1));
}
