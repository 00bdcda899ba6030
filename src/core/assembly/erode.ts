// AssemblyScript: `npm run wasm` compiles it.
//
// d erosions by 3 x 3 are one by a square of 2 d + 1: what is left are the centres of all-foreground squares. A run of n
// ones and one n' further on are a run of n + n': doubling n takes few passes, whatever d is.

/** Where the caller puts the bits of a mask, in 32-bit words, the last bit of every row 0, and finds the bits that are left. */
export let mask: usize = 0;
export let left: usize = 0;

/** Bytes of a row, and rows. */
let stride: usize = 0;
let height: usize = 0;
/** One row, with zeros before and after it. */
let row: usize = 0;
let padding: usize = 0;

/** Makes room for a mask that is eroded d times. */
export function reserve(words: i32, rows: i32, d: i32): void {
  stride = (<usize>words) << 2;
  height = rows;
  padding = ((<usize>d >> 2) + 31) & ~15;
  row = ((__heap_base + 15) & ~15) + padding;
  mask = (row + stride + padding + 15) & ~15;
  left = (mask + stride * height + 31) & ~15;
  const missing = <i32>((left + stride * height + 16 + 0xffff) >> 16) - memory.size();
  if (missing > 0) memory.grow(missing);
}

/** What {@link mask} holds is lost. */
export function erode(d: i32): void {
  const side = 2 * d + 1;
  memory.fill(row - padding, 0, padding + stride + padding);
  for (let y: usize = 0; y < height; y++) {
    const at = mask + y * stride;
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
  const rows = <usize>d;
  memory.fill(left, 0, min(rows, height) * stride);
  for (let y = rows; y < height; y++) {
    memory.copy(row, mask + (y - rows) * stride, stride);
    const out = left + y * stride;
    for (let i: usize = 0; i < stride; i += 4) store<u32>(out + i, further(row + i, -d));
  }
}

/** The 32 bits so many further along a row than a place; before it where negative. */
function further(at: usize, step: i32): u32 {
  return <u32>(load<u64>(at + (step >> 3)) >> (step & 7));
}

/** Ands every row with the one so many below it; there are zeros below the last. */
function below(rows: usize): void {
  const end = mask + stride * height;
  const step = stride * rows;
  const inside = step < stride * height ? end - step : mask;
  let at = mask;
  for (; at + 16 <= inside; at += 16) v128.store(at, v128.and(v128.load(at), v128.load(at + step)));
  for (; at < inside; at += 4) store<u32>(at, load<u32>(at) & load<u32>(at + step));
  memory.fill(inside, 0, end - inside);
}
