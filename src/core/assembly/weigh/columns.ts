// How much foreground the windows of a row see in each column, as bytes, and which of the columns are all of one class.

import { columns as start } from "../pixels/places";
import { height, truth, width } from "./image";
import { after, before, inside } from "./window";

/** Columns that are looked at together, and how many such blocks there are. */
export const BLOCK: i32 = 16;
export let blocks: i32 = 0;
/** Neither all background nor all foreground. */
export const MIXED: i32 = -1;

/** The counts; before them, and behind, lie zeros as far as a window reaches. */
export let columns: usize = 0;
/** The count of a column that is all foreground. */
let full: i32 = 0;

/** What the windows of the row above the first see. */
export function openColumns(): void {
  blocks = (width + BLOCK - 1) / BLOCK;
  const padding = (before + BLOCK) & ~(BLOCK - 1);
  columns = start + <usize>padding;
  memory.fill(start, 0, <usize>(padding + BLOCK * blocks + after + BLOCK));
  for (let y: i32 = 0; y < min(after, height); y++) enter(y);
}

/** From the row above to a row. */
export function moveTo(y: i32): void {
  if (y + after < height) enter(y + after);
  if (y - before - 1 >= 0) leave(y - before - 1);
  full = inside(y, height);
}

function enter(row: i32): void {
  const from = truth + <usize>row * <usize>width;
  const last = BLOCK * (blocks - 1);
  for (let x: i32 = 0; x < last; x += BLOCK) {
    const at = columns + <usize>x;
    v128.store(at, i8x16.add(v128.load(at), v128.load(from + <usize>x)));
  }
  const at = columns + <usize>last;
  v128.store(at, i8x16.add(v128.load(at), v128.and(lastLanes(), v128.load(from + <usize>last))));
}

function leave(row: i32): void {
  const from = truth + <usize>row * <usize>width;
  const last = BLOCK * (blocks - 1);
  for (let x: i32 = 0; x < last; x += BLOCK) {
    const at = columns + <usize>x;
    v128.store(at, i8x16.sub(v128.load(at), v128.load(from + <usize>x)));
  }
  const at = columns + <usize>last;
  v128.store(at, i8x16.sub(v128.load(at), v128.and(lastLanes(), v128.load(from + <usize>last))));
}

/** Ones in the lanes of the last block that lie in the image. */
function lastLanes(): v128 {
  const lanes = i8x16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
  return i8x16.lt_s(lanes, i8x16.splat(<i8>(width - BLOCK * (blocks - 1))));
}

/** 0 or 1 where all columns of a block are all background or all foreground, else {@link MIXED}. */
export function classOf(block: i32): i32 {
  const counts = v128.load(columns + <usize>(BLOCK * block));
  if (!v128.any_true(counts)) return 0;
  const others = v128.xor(counts, i8x16.splat(<i8>full));
  return v128.any_true(block < blocks - 1 ? others : v128.and(others, lastLanes())) ? MIXED : 1;
}

/** Foreground of the window one left of a pixel. */
export function hitsBefore(x: i32): i32 {
  const last = min(x - 1 + after, width - 1);
  let hits: i32 = 0;
  for (let i = max(x - 1 - before, 0); i <= last; i++) hits += load<u8>(columns + <usize>i);
  return hits;
}
