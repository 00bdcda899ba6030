// Tables that decode the Huffman codes of Deflate (RFC 1951, 3.2.2), looked up with the next bits of the stream.
//
// An entry is four bytes. The lowest six bits are the length of the code, which is what the stream then moves on by, and
// the next two how many literals it stands for: the other three bytes hold them. Where there are none, byte 1 says how
// many extra bits follow, and bytes 2 and 3 what they are added to. No code has an entry of 0.

/** Bits of a stream that an entry stands for. */
export const LENGTH: u32 = 63;
/** One, two or three literals. */
export const LITERALS: u32 = 0xc0;
export const ONE_LITERAL: u32 = 0x40;
/** In byte 1: the block ends. */
export const END: u32 = 0x1000;
/** In byte 1: the code is longer than the table looks; the value is the place of another table for so many extra bits. */
export const LONGER: u32 = 0x2000;

/** The longest code, and the most symbols. */
const LONGEST: i32 = 15;
const SYMBOLS: i32 = 288;

/** Codes by length, the place of the first of each length, and the symbols in the order of their codes. */
const counts = memory.data(4 * (LONGEST + 1), 4);
const starts = memory.data(4 * (LONGEST + 1), 4);
const sorted = memory.data(2 * SYMBOLS, 2);

/** How many more bits an entry says follow. */
export function extraBits(entry: u32): u32 {
  return (entry >> 8) & 15;
}

export function entryOf(value: u32, extra: u32): u32 {
  return (value << 16) | (extra << 8);
}

/**
 * Fills the table of a code.
 *
 * @param lengths of the codes, a byte a symbol; 0 for symbols that do not occur.
 * @param entries what each symbol becomes, four bytes each, but for the length of its code.
 * @param bits that the table looks at; codes that are longer have tables of their own behind it.
 * @returns whether there is such a code: one that is complete, or has one symbol, or none.
 */
export function buildTable(lengths: usize, symbols: i32, entries: usize, table: usize, bits: i32): bool {
  const used = sortSymbols(lengths, symbols);
  if (used < 0) return false;
  // Codes ascend, their bits in the order of the stream: the table doubles with every bit.
  let code: u32 = 0;
  let symbol: i32 = 0;
  let size: u32 = 2;
  store<u64>(table, 0);
  for (let length: i32 = 1; length <= bits; length++) {
    for (let count = load<u32>(counts + (length << 2)); count > 0; count--) {
      store<u32>(table + (code << 2), entryAt(symbol++, entries) | length);
      code = following(code, size - 1);
    }
    if (length === bits) break;
    memory.copy(table + (size << 2), table, size << 2);
    size <<= 1;
  }
  if (symbol < used) fillLonger(code, symbol, used, entries, table, bits);
  return true;
}

/** @returns how many symbols have a code; negative where their lengths are those of no code. */
function sortSymbols(lengths: usize, symbols: i32): i32 {
  memory.fill(counts, 0, 4 * (LONGEST + 1));
  for (let i: i32 = 0; i < symbols; i++) {
    const at = counts + ((<usize>load<u8>(lengths + i)) << 2);
    store<u32>(at, load<u32>(at) + 1);
  }
  let free: i32 = 1;
  let used: u32 = 0;
  for (let length: i32 = 1; length <= LONGEST; length++) {
    const count = load<u32>(counts + (length << 2));
    free = 2 * free - <i32>count;
    if (free < 0) return -1;
    store<u32>(starts + (length << 2), used);
    used += count;
  }
  if (free > 0 && (used > 1 || load<u32>(counts, 4) !== used)) return -1;
  for (let i: i32 = 0; i < symbols; i++) {
    const length = load<u8>(lengths + i);
    if (length === 0) continue;
    const at = starts + ((<usize>length) << 2);
    const place = load<u32>(at);
    store<u16>(sorted + (place << 1), <u16>i);
    store<u32>(at, place + 1);
  }
  return used;
}

/** Codes from one on that are longer than the table looks: those that begin alike share one behind it. */
function fillLonger(firstCode: u32, first: i32, used: i32, entries: usize, table: usize, bits: i32): void {
  let code = firstCode;
  let length = bits + 1;
  let end: u32 = 1 << bits;
  const beginning = end - 1;
  let start: u32 = 0;
  let more: u32 = 0;
  let shared: u32 = end;
  for (let symbol = first; symbol < used; symbol++) {
    while (load<u32>(counts + (length << 2)) === 0) length++;
    if ((code & beginning) !== shared) {
      shared = code & beginning;
      more = bitsOfLonger(length, bits);
      start = end;
      end += 1 << more;
      store<u32>(table + (shared << 2), entryOf(start, more) | LONGER | <u32>bits);
    }
    const entry = entryAt(symbol, entries) | length;
    const step: u32 = 1 << (length - bits);
    for (let at = code >> bits; at < <u32>(1 << more); at += step) store<u32>(table + ((start + at) << 2), entry);
    code = following(code, (1 << length) - 1);
    const count = counts + (length << 2);
    store<u32>(count, load<u32>(count) - 1);
  }
}

/** Bits after the first that the codes have which begin like the next one, of a length. */
function bitsOfLonger(length: i32, bits: i32): u32 {
  let more = length - bits;
  let free: i32 = (1 << more) - <i32>load<u32>(counts + (length << 2));
  while (free > 0 && bits + more < LONGEST) {
    more++;
    free = 2 * free - <i32>load<u32>(counts + ((bits + more) << 2));
  }
  return more;
}

function entryAt(place: i32, entries: usize): u32 {
  return load<u32>(entries + ((<usize>load<u16>(sorted + (place << 1))) << 2));
}

/** The code after one; `ones` is the last of its length. Both begin with their lowest bit. */
function following(code: u32, ones: u32): u32 {
  const zeros = ~code & ones;
  if (zeros === 0) return 0;
  const highest: u32 = 1 << (31 - clz(zeros));
  return (code & (highest - 1)) | highest;
}
