// AssemblyScript: `npm run wasm` compiles it.
//
// Bytes are looked at sixteen together: masks are flat, so that most sixteens are one value, and noise hardly ever is.

const SIXTEEN: usize = 16;
const VALUES: usize = 256;

/** Where the caller finds how often each value occurs, puts what each becomes, and puts the bytes. */
export let counts: usize = 0;
export let table: usize = 0;
export let bytes: usize = 0;
/** Three more counters a value, used in turn: where bytes repeat, each increment would wait for the one before. */
let others: usize = 0;
let length: usize = 0;

/** Makes room for so many bytes. */
export function reserve(count: usize): void {
  counts = (__heap_base + 15) & ~15;
  others = counts + (VALUES << 2);
  table = others + 3 * (VALUES << 2);
  bytes = table + VALUES;
  length = count;
  const missing = <i32>((bytes + count + SIXTEEN + 0xffff) >> 16) - memory.size();
  if (missing > 0) memory.grow(missing);
}

/** Whether the sixteen bytes at a place are equal. */
function isFlat(at: usize): bool {
  return !v128.any_true(v128.xor(v128.load(at), v128.load8_splat(at)));
}

function increment(counters: usize, value: u8): void {
  const at = counters + ((<usize>value) << 2);
  store<u32>(at, load<u32>(at) + 1);
}

function addRun(value: usize, length: u32): void {
  const at = counts + (value << 2);
  store<u32>(at, load<u32>(at) + length);
}

/** Counts how often each value occurs. */
export function count(): void {
  memory.fill(counts, 0, VALUES << 4);
  const end = bytes + length;
  const whole = bytes + (length & ~(SIXTEEN - 1));
  let at = bytes;
  // A run of one value is counted when it ends.
  let run: u32 = 0;
  let value: usize = length > 0 ? <usize>load<u8>(bytes) : 0;
  let own = i8x16.splat(<i8>value);
  for (; at < whole; at += SIXTEEN) {
    if (!v128.any_true(v128.xor(v128.load(at), own))) {
      run += <u32>SIXTEEN;
      continue;
    }
    addRun(value, run);
    run = 0;
    value = <usize>load<u8>(at, 15);
    own = i8x16.splat(<i8>value);
    for (let i = at; i < at + SIXTEEN; i += 4) {
      const four = load<u32>(i);
      increment(counts, <u8>four);
      increment(others, <u8>(four >> 8));
      increment(others + (VALUES << 2), <u8>(four >> 16));
      increment(others + (VALUES << 3), <u8>(four >> 24));
    }
  }
  addRun(value, run);
  for (; at < end; at++) increment(counts, load<u8>(at));
  for (let i: usize = 0; i < VALUES << 2; i += 16) {
    const half = i32x4.add(v128.load(counts + i), v128.load(others + i));
    const rest = i32x4.add(v128.load(others + (VALUES << 2) + i), v128.load(others + (VALUES << 3) + i));
    v128.store(counts + i, i32x4.add(half, rest));
  }
}

/** Replaces every byte by that of the table. */
export function map(): void {
  const end = bytes + length;
  const whole = bytes + (length & ~(SIXTEEN - 1));
  let at = bytes;
  // What sixteen of one value become, for as long as it goes on.
  let own = v128.load8_splat(at);
  let mapped = v128.load8_splat(table + <usize>load<u8>(at));
  for (; at < whole; at += SIXTEEN) {
    if (!v128.any_true(v128.xor(v128.load(at), own))) {
      v128.store(at, mapped);
      continue;
    }
    const last = load<u8>(at, 15);
    for (let i = at; i < at + SIXTEEN; i++) store<u8>(i, load<u8>(table + <usize>load<u8>(i)));
    own = i8x16.splat(<i8>last);
    mapped = v128.load8_splat(table + <usize>last);
  }
  for (; at < end; at++) store<u8>(at, load<u8>(table + <usize>load<u8>(at)));
}

/** Puts 1 where a value occurs into {@link table}, and leaves the others as they are. @returns whether all have occurred. */
export function note(): bool {
  const end = bytes + length;
  const whole = bytes + (length & ~(SIXTEEN - 1));
  let at = bytes;
  for (; at < whole; at += SIXTEEN) {
    if (isFlat(at)) store<u8>(table + <usize>load<u8>(at), 1);
    else for (let i = at; i < at + SIXTEEN; i++) store<u8>(table + <usize>load<u8>(i), 1);
  }
  for (; at < end; at++) store<u8>(table + <usize>load<u8>(at), 1);
  let all = v128.load(table);
  for (let i: usize = SIXTEEN; i < VALUES; i += SIXTEEN) all = v128.and(all, v128.load(table + i));
  return i8x16.all_true(all);
}
