// Bytes are looked at sixteen together: masks are flat, so that most sixteens are one value, and many of the others are two.
// Noise is more.

const SIXTEEN: usize = 16;
const VALUES: usize = 256;
/** Bytes between two looks at whether all values have occurred. */
const LOOK: usize = 4096;

/** Where the caller finds how often each value occurs, and puts what each becomes. */
export const counts: usize = memory.data(256 << 2, 16);
export const table: usize = memory.data(256, 16);
/** Three more counters a value, used in turn: where bytes repeat, each increment would wait for the one before. */
const others: usize = memory.data(3 * (256 << 2), 16);

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
export function count(bytes: usize, length: usize): void {
  memory.fill(counts, 0, VALUES << 2);
  memory.fill(others, 0, 3 * (VALUES << 2));
  const end = bytes + length;
  const whole = bytes + (length & ~(SIXTEEN - 1));
  let at = bytes;
  // A run of one value is counted when it ends.
  let run: u32 = 0;
  let value: usize = length > 0 ? <usize>load<u8>(bytes) : 0;
  let own = i8x16.splat(<i8>value);
  for (; at < whole; at += SIXTEEN) {
    const sixteen = v128.load(at);
    const isOwn = i8x16.eq(sixteen, own);
    if (i8x16.all_true(isOwn)) {
      run += <u32>SIXTEEN;
      continue;
    }
    const last = <usize>load<u8>(at, 15);
    const newest = i8x16.splat(<i8>last);
    const areTwo = i8x16.all_true(v128.or(isOwn, i8x16.eq(sixteen, newest)));
    const more = areTwo ? <u32>popcnt(i8x16.bitmask(isOwn)) : 0;
    addRun(value, run + more);
    value = last;
    own = newest;
    run = areTwo ? <u32>SIXTEEN - more : 0;
    if (!areTwo) countSixteen(at);
  }
  addRun(value, run);
  for (; at < end; at++) increment(counts, load<u8>(at));
  for (let i: usize = 0; i < VALUES << 2; i += 16) {
    const half = i32x4.add(v128.load(counts + i), v128.load(others + i));
    const rest = i32x4.add(v128.load(others + (VALUES << 2) + i), v128.load(others + (VALUES << 3) + i));
    v128.store(counts + i, i32x4.add(half, rest));
  }
}

function countSixteen(at: usize): void {
  for (let i = at; i < at + SIXTEEN; i += 4) {
    const four = load<u32>(i);
    increment(counts, <u8>four);
    increment(others, <u8>(four >> 8));
    increment(others + (VALUES << 2), <u8>(four >> 16));
    increment(others + (VALUES << 3), <u8>(four >> 24));
  }
}

/** Writes what every byte becomes, to its own place or elsewhere. */
export function map(bytes: usize, length: usize, to: usize): void {
  const end = bytes + length;
  const whole = bytes + (length & ~(SIXTEEN - 1));
  const ahead = to - bytes;
  let at = bytes;
  // A value, and what sixteen of it become, for as long as it goes on.
  let own = v128.load8_splat(at);
  let mapped = v128.load8_splat(table + <usize>load<u8>(at));
  for (; at < whole; at += SIXTEEN) {
    const sixteen = v128.load(at);
    const isOwn = i8x16.eq(sixteen, own);
    if (i8x16.all_true(isOwn)) {
      v128.store(at + ahead, mapped);
      continue;
    }
    const last = <usize>load<u8>(at, 15);
    const newest = i8x16.splat(<i8>last);
    const newestMapped = v128.load8_splat(table + last);
    if (i8x16.all_true(v128.or(isOwn, i8x16.eq(sixteen, newest)))) {
      v128.store(at + ahead, v128.bitselect(mapped, newestMapped, isOwn));
    } else {
      for (let i = at; i < at + SIXTEEN; i++) store<u8>(i + ahead, load<u8>(table + <usize>load<u8>(i)));
    }
    own = newest;
    mapped = newestMapped;
  }
  for (; at < end; at++) store<u8>(at + ahead, load<u8>(table + <usize>load<u8>(at)));
}

/**
 * Puts 1 where a value occurs into {@link table}, and leaves the others as they are. @returns whether all have occurred:
 * what comes after is not looked at.
 */
export function note(bytes: usize, length: usize): bool {
  const end = bytes + length;
  for (let at = bytes; at < end; at += LOOK) {
    noteUpTo(at, min(at + LOOK, end));
    if (haveAllOccurred()) return true;
  }
  return false;
}

function noteUpTo(from: usize, end: usize): void {
  let at = from;
  for (; at + SIXTEEN <= end; at += SIXTEEN) {
    if (isFlat(at)) store<u8>(table + <usize>load<u8>(at), 1);
    else for (let i = at; i < at + SIXTEEN; i++) store<u8>(table + <usize>load<u8>(i), 1);
  }
  for (; at < end; at++) store<u8>(table + <usize>load<u8>(at), 1);
}

function haveAllOccurred(): bool {
  let all = v128.load(table);
  for (let i: usize = SIXTEEN; i < VALUES; i += SIXTEEN) all = v128.and(all, v128.load(table + i));
  return i8x16.all_true(all);
}
