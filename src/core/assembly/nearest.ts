// AssemblyScript: `npm run wasm` compiles it. What is right, `nearestSquaresByColumn` decides.
//
// Most points of a surface lie near the other one. So each looks outwards along its row, at sixteen columns to either side
// at a time, and at how far up or down the nearest target of a column is: the first pass of a distance transform
// (Meijster et al. 2000), in bytes.

/** Rows to the nearest target of a column: so many, or more. */
const MOST: i32 = 255;
/** Columns that are looked at together, and as many without targets at either end of a row. */
const LANES: i32 = 16;
/** For a point that has no target so near. */
const LEFT: i32 = -1;

/** Where the caller puts all x, then all y, of points and targets, and finds the squares: {@link LEFT} where none was found. */
export let points: usize = 0;
export let targets: usize = 0;
export let squares: usize = 0;

let pointCount: i32 = 0;
let targetCount: i32 = 0;
let width: i32 = 0;
let height: i32 = 0;
/** The squares of 0 to 271, two bytes each, of which the last are cut off. */
let ramp: usize = 0;
let gaps: usize = 0;
/** Bytes of a row of gaps, a multiple of the lanes. */
let stride: i32 = 0;

/** Makes room; all coordinates are less than the size. */
export function reserve(numberOfPoints: i32, numberOfTargets: i32, columns: i32, rows: i32): void {
  pointCount = numberOfPoints;
  targetCount = numberOfTargets;
  width = columns;
  height = rows;
  stride = (width + 3 * LANES - 1) & ~(LANES - 1);
  ramp = (__heap_base + 15) & ~15;
  points = ramp + 2 * (MOST + 1 + LANES);
  targets = points + ((<usize>pointCount) << 3);
  squares = targets + ((<usize>targetCount) << 3);
  gaps = (squares + ((<usize>pointCount) << 2) + 15) & ~15;
  const missing = <i32>((gaps + <usize>stride * <usize>height + 0xffff) >> 16) - memory.size();
  if (missing > 0) memory.grow(missing);
}

export function find(): void {
  for (let i: i32 = 0; i < MOST + 1 + LANES; i++) store<u16>(ramp + ((<usize>i) << 1), <u16>min(i * i, 0xffff));
  measure();
  for (let i: i32 = 0; i < pointCount; i++) {
    const x = load<i32>(points + ((<usize>i) << 2));
    const y = load<i32>(points + ((<usize>(pointCount + i)) << 2));
    const square = search(x, gaps + <usize>y * <usize>stride + LANES);
    store<i32>(squares + ((<usize>i) << 2), square < MOST * MOST ? square : LEFT);
  }
}

/** Rows from every place to the nearest target of its column. */
function measure(): void {
  const bytes = <usize>stride * <usize>height;
  memory.fill(gaps, <u8>MOST, bytes);
  for (let i: i32 = 0; i < targetCount; i++) {
    const x = load<i32>(targets + ((<usize>i) << 2));
    const y = load<i32>(targets + ((<usize>(targetCount + i)) << 2));
    store<u8>(gaps + <usize>y * <usize>stride + LANES + x, 0);
  }
  const row = <usize>stride;
  const end = gaps + bytes;
  const one = i8x16.splat(1);
  for (let at = gaps + row; at < end; at += LANES) {
    v128.store(at, i8x16.min_u(v128.load(at), i8x16.add_sat_u(v128.load(at - row), one)));
  }
  for (let at = end - row - LANES; at >= gaps; at -= LANES) {
    v128.store(at, i8x16.min_u(v128.load(at), i8x16.add_sat_u(v128.load(at + row), one)));
  }
}

/** The smallest square among the columns around x, given the gaps of its row; cut off at two bytes. */
function search(x: i32, row: usize): i32 {
  let best = 0xffff;
  for (let away: i32 = 0; away * away < best && away <= MOST; away += LANES) {
    const low = v128.load(ramp + ((<usize>away) << 1));
    const high = v128.load(ramp + ((<usize>away) << 1), 16);
    let least = i16x8.splat(-1);
    if (x + away < width) least = i16x8.min_u(least, sums(v128.load(row + <usize>(x + away)), low, high));
    if (x >= away) {
      const there = v128.load(row + <usize>(x - away) - (LANES - 1));
      const outwards = i8x16.shuffle(there, there, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0);
      least = i16x8.min_u(least, sums(outwards, low, high));
    }
    best = min(best, leastOf(least));
  }
  return best;
}

/** Gaps squared, plus squares of the columns: the lesser of the first eight and the last eight. */
function sums(steps: v128, low: v128, high: v128): v128 {
  const near = i16x8.extmul_low_i8x16_u(steps, steps);
  const far = i16x8.extmul_high_i8x16_u(steps, steps);
  return i16x8.min_u(i16x8.add_sat_u(near, low), i16x8.add_sat_u(far, high));
}

function leastOf(eight: v128): i32 {
  const four = i16x8.min_u(eight, i16x8.shuffle(eight, eight, 4, 5, 6, 7, 0, 1, 2, 3));
  const two = i16x8.min_u(four, i16x8.shuffle(four, four, 2, 3, 0, 1, 2, 3, 0, 1));
  return min(<i32>i16x8.extract_lane_u(two, 0), <i32>i16x8.extract_lane_u(two, 1));
}
