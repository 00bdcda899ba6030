// Inflates zlib streams (RFC 1950 and 1951). What is right, zlib decides: it is asked whenever a stream is not inflated here.

import { adler32 } from "./adler";
import { ahead, goOn, held, next, nextByte, refill, startAt, take } from "./bits";
import { DISTANCE_BITS, distanceTable, LITERAL_BITS, literalTable, openCodes, readCodes, useFixedCodes } from "./codes";
import { END, extraBits, LENGTH, LITERALS, LONGER } from "./huffman";

/**
 * Bytes beyond the end of a stream that count as 0, and beyond the end of what it holds that may be overwritten, or looked
 * at where a stream is cut off inside the codes of a block.
 */
export const BEYOND_INPUT: i32 = 24;
export const BEYOND_OUTPUT: i32 = 640;

/** Look-ups of literals whose bits have been read ahead. */
const LOOKUPS: i32 = 5;
/** Bytes of an entry, as a shift; the bits that there is room for above it; and those that are the place of an entry. */
const SCALE: i32 = 2;
const ROOM: i32 = 61;
const LITERAL_MASK: u32 = ((1 << LITERAL_BITS) - 1) << SCALE;
const DISTANCE_MASK: u32 = ((1 << DISTANCE_BITS) - 1) << SCALE;
/** Bytes of the two checks. */
const HEAD: i32 = 2;
const CHECKSUM: usize = 4;

/** Where the stream ends, and where what it holds begins, has come to, and is to end. */
let inputEnd: usize = 0;
let outputStart: usize = 0;
let output: usize = 0;
let outputEnd: usize = 0;
let isOpen: bool = false;

/** @returns whether the stream is whole and holds exactly so many bytes. */
export function inflateTo(input: usize, inputLength: i32, to: usize, length: i32): bool {
  if (!isOpen) openCodes();
  isOpen = true;
  if (inputLength < HEAD || !isZlib(((<u32>load<u8>(input)) << 8) | load<u8>(input, 1))) return false;
  memory.fill(input + inputLength, 0, BEYOND_INPUT);
  inputEnd = input + inputLength;
  outputStart = to;
  output = to;
  outputEnd = to + length;
  startAt(input + HEAD);
  let isLast = false;
  while (!isLast) {
    refill();
    isLast = take(1) !== 0;
    if (!inflateBlock(take(2))) return false;
  }
  const end = nextByte();
  return output === outputEnd && end + CHECKSUM <= inputEnd && adler32(to, length) === bswap(load<u32>(end));
}

/** Deflate with a window of 32 kB or less, and no dictionary. */
function isZlib(head: u32): bool {
  return (head & 0x0f20) === 0x0800 && head >> 12 < 8 && head % 31 === 0;
}

function inflateBlock(type: u32): bool {
  if (type === 0) return copyStored();
  if (type === 1) useFixedCodes();
  else if (type === 3 || !readCodes()) return false;
  return decode();
}

function copyStored(): bool {
  const at = nextByte();
  const length = <usize>load<u16>(at);
  if ((length ^ <usize>load<u16>(at, 2)) !== 0xffff) return false;
  if (at + 4 + length > inputEnd || output + length > outputEnd) return false;
  memory.copy(output, at + 4, length);
  output += length;
  startAt(at + 4 + length);
  return true;
}

/** @returns whether the block came to its end. */
function decode(): bool {
  // Kept here, all of it is in registers: the next bits two places up, as tables have four bytes an entry. A shift by an
  // entry is one by its length: it looks at six bits.
  let bits = ahead << SCALE;
  let count = held & 7;
  let at = next - (held >> 3);
  let out = output;
  let more: i32 = 0;
  while (at <= inputEnd + 8 && out <= outputEnd) {
    bits |= load<u64>(at) << (<u64>(count + SCALE));
    more = (ROOM - count) >> 3;
    at += more;
    count += more << 3;
    let entry = lookUp(bits);
    for (let left = LOOKUPS; (entry & LITERALS) !== 0 && left > 0; left--) {
      const literals = entry;
      bits >>= entry;
      entry = lookUp(bits);
      store<u32>(out, literals >> 8);
      out += (literals >> 6) & 3;
      count -= literals & LENGTH;
    }
    if (entry & LITERALS) continue;
    bits |= load<u64>(at) << (<u64>(count + SCALE));
    more = (ROOM - count) >> 3;
    at += more;
    count += more << 3;
    if (entry & LONGER) entry = load<u32>(literalTable + ((<usize>valueWith(bits >> LITERAL_BITS, entry)) << 2));
    bits >>= entry;
    count -= entry & LENGTH;
    if (entry & LITERALS) {
      store<u8>(out++, <u8>(entry >> 8));
      continue;
    }
    if (entry & END) {
      goOn(bits >> SCALE, count, at);
      output = out;
      return true;
    }
    if (entry === 0) return false;
    const length = <usize>valueWith(bits, entry);
    bits >>= extraBits(entry);
    count -= extraBits(entry);

    entry = load<u32>(<usize>(<u32>bits & DISTANCE_MASK), distanceTable);
    if (entry & LONGER) entry = load<u32>(distanceTable + ((<usize>valueWith(bits >> DISTANCE_BITS, entry)) << 2));
    if (entry === 0) return false;
    bits >>= entry;
    count -= entry & LENGTH;
    const distance = <usize>valueWith(bits, entry);
    bits >>= extraBits(entry);
    count -= extraBits(entry);
    if (distance > out - outputStart) return false;
    repeat(out, distance, length);
    out += length;
  }
  return false;
}

function lookUp(bits: u64): u32 {
  return load<u32>(<usize>(<u32>bits & LITERAL_MASK), literalTable);
}

/** The value of an entry with its extra bits: a length, a distance, or a place in the table behind. */
function valueWith(bits: u64, entry: u32): u32 {
  return (entry >> 16) + (<u32>(bits >> SCALE) & ((1 << extraBits(entry)) - 1));
}

/** Writes again what lies so far behind; up to fifteen bytes more than asked for. */
function repeat(to: usize, distance: usize, length: usize): void {
  const end = to + length;
  if (distance === 1) {
    const value = v128.load8_splat(to - 1);
    for (let at = to; at < end; at += 16) v128.store(at, value);
  } else if (distance >= 16) {
    for (let at = to; at < end; at += 16) v128.store(at, v128.load(at - distance));
  } else {
    for (let at = to; at < end; at++) store<u8>(at, load<u8>(at - distance));
  }
}
