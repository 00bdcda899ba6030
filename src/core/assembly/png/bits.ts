// Reads a Deflate stream (RFC 1951) bit by bit: the first bit of a byte is its lowest.

/** What has been read ahead, the next bit lowest; how many bits of it count; and the byte after it. */
export let ahead: u64 = 0;
export let held: i32 = 0;
export let next: usize = 0;

/** Goes on at a byte. */
export function startAt(byte: usize): void {
  goOn(0, 0, byte);
}

/** Goes on where a loop stopped that kept the three to itself. */
export function goOn(bits: u64, count: i32, byte: usize): void {
  ahead = bits;
  held = count;
  next = byte;
}

/** Reads ahead to 56 bits or more. Up to eight bytes beyond the end are looked at. */
export function refill(): void {
  ahead |= load<u64>(next) << (<u64>held);
  next += (63 - held) >> 3;
  held |= 56;
}

/** The next bits, which have been read ahead. */
export function take(bits: i32): u32 {
  const value = <u32>(ahead & (((<u64>1) << bits) - 1));
  ahead >>= bits;
  held -= bits;
  return value;
}

/** Passes over the rest of a byte that has been begun. @returns the place of the next. */
export function nextByte(): usize {
  startAt(next - (held >> 3));
  return next;
}
