// The two codes of a Deflate block (RFC 1951, 3.2.5 to 3.2.7): of literals and lengths, and of distances.

import { ahead, refill, take } from "./bits";
import { buildTable, END, entryOf, LENGTH, LITERALS, ONE_LITERAL } from "./huffman";

/** Bits that the tables look at. Larger ones take longer to fill than they save. */
export const LITERAL_BITS: i32 = 10;
export const DISTANCE_BITS: i32 = 8;
const LENGTH_BITS: i32 = 7;

/** Entries of tables of so many bits and of those behind them, at most (zlib's `enough.c`: 1,334 and 402). */
export const literalTable = memory.data(4 * 1334, 16);
export const distanceTable = memory.data(4 * 402, 16);
const lengthTable = memory.data(4 << LENGTH_BITS, 16);

const ALPHABET: i32 = 288;
const DISTANCES: i32 = 32;
const LENGTHS: i32 = 19;
/** Of those, what no stream may use. */
const UNUSED_LITERALS: i32 = 286;
const UNUSED_DISTANCES: i32 = 30;
const END_OF_BLOCK: i32 = 256;

const literalEntries = memory.data(4 * ALPHABET, 4);
const distanceEntries = memory.data(4 * DISTANCES, 4);
const lengthEntries = memory.data(4 * LENGTHS, 4);
/** Lengths of codes: those of the distances follow those of the literals. */
const lengths = memory.data(ALPHABET + DISTANCES, 4);
/** In which order the lengths of the code of lengths are stored. */
const order = memory.data<u8>([16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]);

/** Says what the symbols stand for. Once, before all else. */
export function openCodes(): void {
  for (let i: u32 = 0; i < 256; i++) store<u32>(literalEntries + (i << 2), (i << 8) | ONE_LITERAL);
  store<u32>(literalEntries + (END_OF_BLOCK << 2), END);
  let length: u32 = 3;
  for (let i: u32 = 0; i < 28; i++) {
    const extra: u32 = i < 8 ? 0 : (i >> 2) - 1;
    store<u32>(literalEntries + ((END_OF_BLOCK + 1 + i) << 2), entryOf(length, extra));
    length += 1 << extra;
  }
  store<u32>(literalEntries + ((UNUSED_LITERALS - 1) << 2), entryOf(258, 0));
  let distance: u32 = 1;
  for (let i: u32 = 0; i < <u32>UNUSED_DISTANCES; i++) {
    const extra: u32 = i < 4 ? 0 : (i >> 1) - 1;
    store<u32>(distanceEntries + (i << 2), entryOf(distance, extra));
    distance += 1 << extra;
  }
  for (let i: u32 = 0; i < <u32>LENGTHS; i++) store<u32>(lengthEntries + (i << 2), entryOf(i, 0));
}

/** The codes that need not be stored. */
export function useFixedCodes(): void {
  memory.fill(lengths, 8, 144);
  memory.fill(lengths + 144, 9, 112);
  memory.fill(lengths + 256, 7, 24);
  memory.fill(lengths + 280, 8, 8);
  memory.fill(lengths + ALPHABET, 5, DISTANCES);
  useLengths(ALPHABET, DISTANCES);
}

/** Reads the codes of a block. @returns whether they are any. */
export function readCodes(): bool {
  const literals = <i32>take(5) + 257;
  const distances = <i32>take(5) + 1;
  const stored = <i32>take(4) + 4;
  if (literals > UNUSED_LITERALS || distances > UNUSED_DISTANCES) return false;
  memory.fill(lengths, 0, LENGTHS);
  for (let i: i32 = 0; i < stored; i++) {
    refill();
    store<u8>(lengths + load<u8>(order + i), <u8>take(3));
  }
  if (!buildTable(lengths, LENGTHS, lengthEntries, lengthTable, LENGTH_BITS)) return false;
  return readLengths(literals + distances) && load<u8>(lengths, END_OF_BLOCK) !== 0 && useLengths(literals, distances);
}

/** The lengths of both codes; 16 repeats the one before, 17 and 18 stand for zeros. */
function readLengths(count: i32): bool {
  let done: i32 = 0;
  while (done < count) {
    refill();
    const entry = load<u32>(lengthTable + ((<usize>(ahead & ((1 << LENGTH_BITS) - 1))) << 2));
    if (entry === 0) return false;
    take(entry & LENGTH);
    const symbol = entry >> 16;
    if (symbol < 16) {
      store<u8>(lengths + done++, <u8>symbol);
      continue;
    }
    if (symbol === 16 && done === 0) return false;
    const repeated: u8 = symbol === 16 ? load<u8>(lengths + done - 1) : 0;
    const times = <i32>(symbol === 16 ? take(2) + 3 : symbol === 17 ? take(3) + 3 : take(7) + 11);
    if (done + times > count) return false;
    memory.fill(lengths + done, repeated, times);
    done += times;
  }
  return true;
}

function useLengths(literals: i32, distances: i32): bool {
  if (!buildTable(lengths + literals, distances, distanceEntries, distanceTable, DISTANCE_BITS)) return false;
  if (!buildTable(lengths, literals, literalEntries, literalTable, LITERAL_BITS)) return false;
  joinLiterals();
  return true;
}

/**
 * Where the table sees beyond a literal and the next is one as well, one entry stands for both; so do three. Without a
 * branch, which nobody could predict. What lies behind an entry has a lower place, and is still as it was.
 */
function joinLiterals(): void {
  for (let i: u32 = 1 << LITERAL_BITS; i-- > 0; ) {
    const at = literalTable + (i << 2);
    const first = load<u32>(at);
    const one = first & LENGTH;
    const second = load<u32>(literalTable + ((i >> one) << 2));
    const two = one + (second & LENGTH);
    const third = load<u32>(literalTable + ((i >> two) << 2));
    const three = two + (third & LENGTH);
    const pair = (first & 0xff00) | ((second & 0xff00) << 8);
    const triple = pair | ((third & 0xff00) << 16);
    const isPair = (second & LITERALS) !== 0 && two <= <u32>LITERAL_BITS;
    const isTriple = (third & LITERALS) !== 0 && three <= <u32>LITERAL_BITS;
    const joined = select(triple | (3 * ONE_LITERAL) | three, pair | (2 * ONE_LITERAL) | two, isTriple);
    store<u32>(at, select(joined, first, isPair && (first & LITERALS) !== 0));
  }
}
