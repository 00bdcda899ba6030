/** The largest prime below 2^16. */
const MODULUS: u32 = 65521;
/** Blocks of sixteen whose sums stay below 2^32. */
const BLOCKS: i32 = 256;

/** The checksum of a zlib stream, Adler-32 (RFC 1950, 8.2). */
export function adler32(bytes: usize, length: i32): u32 {
  const firstEight = i16x8(16, 15, 14, 13, 12, 11, 10, 9);
  const lastEight = i16x8(8, 7, 6, 5, 4, 3, 2, 1);
  let sum: u32 = 1;
  let sumOfSums: u32 = 0;
  let at = bytes;
  let left = length;
  while (left >= 16) {
    const blocks = min(left >> 4, BLOCKS);
    left -= blocks << 4;
    // In every block each byte counts once in the sum, and in the sum of sums as often as bytes from it on are left.
    let sums = i32x4.splat(0);
    let before = i32x4.splat(0);
    let weighted = i32x4.splat(0);
    for (let block: i32 = 0; block < blocks; block++, at += 16) {
      const sixteen = v128.load(at);
      before = i32x4.add(before, sums);
      sums = i32x4.add(sums, i32x4.extadd_pairwise_i16x8_s(i16x8.extadd_pairwise_i8x16_u(sixteen)));
      weighted = i32x4.add(weighted, i32x4.dot_i16x8_s(i16x8.extend_low_i8x16_u(sixteen), firstEight));
      weighted = i32x4.add(weighted, i32x4.dot_i16x8_s(i16x8.extend_high_i8x16_u(sixteen), lastEight));
    }
    sumOfSums = (sumOfSums + sum * <u32>(blocks << 4) + 16 * sumOf(before) + sumOf(weighted)) % MODULUS;
    sum = (sum + sumOf(sums)) % MODULUS;
  }
  for (; left > 0; left--) {
    sum += load<u8>(at++);
    sumOfSums += sum;
  }
  return ((sumOfSums % MODULUS) << 16) | (sum % MODULUS);
}

function sumOf(four: v128): u32 {
  const two = i32x4.add(four, i32x4.shuffle(four, four, 2, 3, 0, 1));
  return i32x4.extract_lane(two, 0) + i32x4.extract_lane(two, 1);
}
