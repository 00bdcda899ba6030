// Undoes the filters of sixteen rows of bytes at once.
//
// A filtered sample waits for the one left of it, so that a row cannot be done sixteen samples at a time. But sixteen rows
// can: lane k is row k, and is k samples behind lane 0. What lane k needs of the row above, lane k - 1 has just made: at
// step t lane k makes sample t - k. The bytes of sixteen steps are read along their rows and transposed, and so written.

import { AVERAGE, NONE, PAETH, SUB, UP } from "./filters";

/** Rows that are undone together, which is also how many steps are taken between two transpositions. */
export const ROWS: i32 = 16;
const BLOCK_BYTES: usize = 256;

/** The bytes of sixteen steps, and room to transpose them in. */
const block = memory.data(256, 16);
const turned = memory.data(256, 16);
/** For every filter, the lanes whose rows have it. */
const masks = memory.data(16 * 5, 16);
/** Sixteen ones and sixteen zeros. */
const ones = memory.data<u8>(
  [
    255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0,
  ],
  16,
);

/** What the last step made, and what lay above it. */
let made: v128 = i8x16.splat(0);
let lastUp: v128 = i8x16.splat(0);

/**
 * @param raw sixteen rows of a filter byte and so many filtered bytes, at least 32.
 * @param out takes the rows without filter bytes.
 * @param above the row above the first; up to fifteen bytes beyond its end are looked at.
 */
export function undoSixteen(raw: usize, bytes: i32, out: usize, above: usize): void {
  const filter = sharedFilter(raw, bytes);
  made = i8x16.splat(0);
  lastUp = i8x16.splat(0);
  for (let start: i32 = 0; start < bytes + ROWS - 1; start += ROWS) {
    const isFlat = readBlock(raw + 1 + <usize>start, bytes);
    const up = above + <usize>start;
    if (!isFlat || start === 0 || !staysFlat(up)) {
      transpose();
      if (start === 0) undoAny(up, true);
      else if (filter === PAETH) undoPaeth(up);
      else if (filter === AVERAGE) undoAverage(up);
      else undoAny(up, false);
      transpose();
    }
    writeBlock(out + <usize>start, bytes, bytes - start);
  }
}

/** Notes the filters of the rows. @returns the one that all of them have; {@link NONE} where there are several. */
function sharedFilter(raw: usize, bytes: i32): u8 {
  const first = load<u8>(raw);
  let isShared = true;
  for (let lane: i32 = 0; lane < ROWS; lane++) {
    const filter = load<u8>(raw + <usize>lane * <usize>(bytes + 1));
    isShared = isShared && filter === first;
    for (let type: u8 = NONE; type <= PAETH; type++) {
      store<u8>(masks + ((<usize>type) << 4) + lane, filter === type ? 255 : 0);
    }
  }
  return isShared ? first : NONE;
}

/** @returns whether all bytes are 0. */
function readBlock(from: usize, bytes: i32): bool {
  let any = i8x16.splat(0);
  let at = from;
  for (let row: usize = 0; row < BLOCK_BYTES; row += 16, at += <usize>bytes) {
    const sixteen = v128.load(at);
    any = v128.or(any, sixteen);
    v128.store(block + row, sixteen);
  }
  return !v128.any_true(any);
}

/** Where all that a step sees is one value, and nothing is added, it makes that value again: the block is filled with it. */
function staysFlat(up: usize): bool {
  const value = v128.load8_splat(up);
  const others = v128.or(v128.xor(made, value), v128.or(v128.xor(lastUp, value), v128.xor(v128.load(up), value)));
  if (v128.any_true(others)) return false;
  // Rows without filter are what is added.
  if (v128.any_true(value) && v128.any_true(v128.load(masks))) return false;
  for (let row: usize = 0; row < BLOCK_BYTES; row += 16) v128.store(block + row, value);
  return true;
}

/** @param left bytes of the first row from the block on; of the next row there is one more. */
function writeBlock(to: usize, bytes: i32, left: i32): void {
  let at = to;
  if (left >= 16) {
    for (let row: usize = 0; row < BLOCK_BYTES; row += 16, at += <usize>(bytes - 1)) {
      v128.store(at, v128.load(block + row));
    }
    return;
  }
  // What lies beyond the end of a row is the next one, whose beginning has been written.
  for (let lane: i32 = 0; lane < ROWS; lane++, at += <usize>(bytes - 1)) {
    const own = min(left + lane, 16);
    if (own <= 0) continue;
    const inside = v128.load(ones + <usize>(16 - own));
    v128.store(at, v128.bitselect(v128.load(block + ((<usize>lane) << 4)), v128.load(at), inside));
  }
}

/** Every turn moves the eight bits of a byte's place, row and column, by one. */
function transpose(): void {
  turn(block, turned);
  turn(turned, block);
  turn(block, turned);
  turn(turned, block);
}

function turn(from: usize, to: usize): void {
  for (let i: usize = 0; i < BLOCK_BYTES / 2; i += 16) {
    const low = v128.load(from + i);
    const high = v128.load(from + i, 128);
    v128.store(to + 2 * i, i8x16.shuffle(low, high, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23));
    v128.store(to + 2 * i, i8x16.shuffle(low, high, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31), 16);
  }
}

/** What lies above the samples of a step: what the step before made a row higher, and the row above all. */
function upOf(left: v128, first: usize): v128 {
  return i8x16.shuffle(left, v128.load8_splat(first), 16, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14);
}

function undoPaeth(above: usize): void {
  let left = made;
  let corner = lastUp;
  for (let step: usize = 0; step < 16; step++) {
    const up = upOf(left, above + step);
    left = i8x16.add(v128.load(block + (step << 4)), nearest(left, up, corner));
    v128.store(block + (step << 4), left);
    corner = up;
  }
  made = left;
  lastUp = corner;
}

function undoAverage(above: usize): void {
  let left = made;
  let corner = lastUp;
  for (let step: usize = 0; step < 16; step++) {
    const up = upOf(left, above + step);
    left = i8x16.add(v128.load(block + (step << 4)), average(left, up));
    v128.store(block + (step << 4), left);
    corner = up;
  }
  made = left;
  lastUp = corner;
}

/** @param begins whether rows begin in this block: a lane makes 0, which is what lies left of a row, until its own does. */
function undoAny(above: usize, begins: bool): void {
  const isSub = v128.load(masks + 16 * <usize>SUB);
  const isUp = v128.load(masks + 16 * <usize>UP);
  const isAverage = v128.load(masks + 16 * <usize>AVERAGE);
  const isPaeth = v128.load(masks + 16 * <usize>PAETH);
  let left = made;
  let corner = lastUp;
  for (let step: usize = 0; step < 16; step++) {
    const up = upOf(left, above + step);
    const near = v128.or(v128.and(isSub, left), v128.and(isUp, up));
    const both = v128.or(v128.and(isAverage, average(left, up)), v128.and(isPaeth, nearest(left, up, corner)));
    left = i8x16.add(v128.load(block + (step << 4)), v128.or(near, both));
    if (begins) left = v128.and(left, v128.load(ones + 15 - step));
    v128.store(block + (step << 4), left);
    corner = up;
  }
  made = left;
  lastUp = corner;
}

/** Rounded down; the average that there is rounds up. */
function average(left: v128, up: v128): v128 {
  return i8x16.sub(i8x16.avgr_u(left, up), v128.and(v128.xor(left, up), i8x16.splat(1)));
}

/**
 * The predictor of Paeth: of left, up and corner that which is nearest to left + up - corner, of equals the first.
 *
 * That is the lower of left and up where the corner lies twice as far above it as below the other, and so on: with
 * saturating differences, all in bytes.
 */
function nearest(left: v128, up: v128, corner: v128): v128 {
  const low = i8x16.min_u(left, up);
  const high = i8x16.max_u(left, up);
  const below = i8x16.sub_sat_u(high, corner);
  const above = i8x16.sub_sat_u(corner, low);
  const isLow = i8x16.le_u(i8x16.add_sat_u(below, below), above);
  const isHigh = i8x16.le_u(i8x16.add_sat_u(above, above), below);
  return v128.bitselect(low, v128.bitselect(high, corner, isHigh), isLow);
}
