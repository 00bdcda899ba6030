// AssemblyScript: `npm run wasm` compiles it.
//
// d erosions by 3 x 3 are one by a square of 2 d + 1: what is left are the centres of all-foreground squares. A run of n
// ones and one n' further on are a run of n + n': doubling n takes few passes, whatever d is.

import { releaseAll, take } from "./memory";

/** Where the caller puts the bits of one or two masks, in 32-bit words, the last bit of every row 0, and finds the bits that are left. */
export let first: usize = 0;
export let second: usize = 0;
export let left: usize = 0;
/** Pixels of the bands that {@link countBands} found, and of both. */
export let firstCount: i32 = 0;
export let secondCount: i32 = 0;
export let bothCount: i32 = 0;

/** Bytes of a row, and of a mask. */
let stride: usize = 0;
let size: usize = 0;
/** The mask at work, and one row, with zeros before and after it. */
let mask: usize = 0;
let row: usize = 0;
let padding: usize = 0;

/** Makes room for masks that are eroded d times. */
export function reserve(words: i32, rows: i32, d: i32): void {
  stride = (<usize>words) << 2;
  size = stride * <usize>rows;
  padding = ((<usize>d >> 2) + 31) & ~15;
  releaseAll();
  row = take(padding + stride + padding) + padding;
  mask = take(size);
  first = take(size);
  second = take(size);
  left = take(size);
}

/** What is left of the first mask. */
export function erode(d: i32): void {
  erodeFrom(first, d);
}

/** Counts the pixels of both masks that d erosions take away. What the masks hold is lost. */
export function countBands(d: i32): void {
  toBand(first, d);
  toBand(second, d);
  firstCount = 0;
  secondCount = 0;
  bothCount = 0;
  for (let at: usize = 0; at < size; at += 4) {
    const inFirst = load<u32>(first + at);
    const inSecond = load<u32>(second + at);
    firstCount += popcnt(inFirst);
    secondCount += popcnt(inSecond);
    bothCount += popcnt(inFirst & inSecond);
  }
}

function toBand(bits: usize, d: i32): void {
  erodeFrom(bits, d);
  for (let at: usize = 0; at < size; at += 4) store<u32>(bits + at, load<u32>(bits + at) & ~load<u32>(left + at));
}

function erodeFrom(bits: usize, d: i32): void {
  memory.copy(mask, bits, size);
  const side = 2 * d + 1;
  memory.fill(row - padding, 0, padding + stride + padding);
  for (let at = mask; at < mask + size; at += stride) {
    memory.copy(row, at, stride);
    for (let length = 1; length < side; ) {
      const step = min(length, side - length);
      for (let i: usize = 0; i < stride; i += 4) store<u32>(row + i, load<u32>(row + i) & further(row + i, step));
      length += step;
    }
    memory.copy(at, row, stride);
  }
  for (let length = 1; length < side; ) {
    const step = min(length, side - length);
    below(<usize>step);
    length += step;
  }
  // Bits now stand at the top left of their squares.
  const shift = min(<usize>d * stride, size);
  memory.fill(left, 0, shift);
  for (let at = shift; at < size; at += stride) {
    memory.copy(row, mask + at - shift, stride);
    for (let i: usize = 0; i < stride; i += 4) store<u32>(left + at + i, further(row + i, -d));
  }
}

/** The 32 bits so many further along a row than a place; before it where negative. */
function further(at: usize, step: i32): u32 {
  return <u32>(load<u64>(at + (step >> 3)) >> (step & 7));
}

/** Ands every row with the one so many below it; there are zeros below the last. */
function below(rows: usize): void {
  const end = mask + size;
  const step = stride * rows;
  const inside = step < size ? end - step : mask;
  let at = mask;
  for (; at + 16 <= inside; at += 16) v128.store(at, v128.and(v128.load(at), v128.load(at + step)));
  for (; at < inside; at += 4) store<u32>(at, load<u32>(at) & load<u32>(at + step));
  memory.fill(inside, 0, end - inside);
}
