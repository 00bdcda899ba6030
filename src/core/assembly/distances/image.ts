/** Size of the image, and of a row of bits in 64-bit words. */
export let width: i32 = 0;
export let height: i32 = 0;
export let words: i32 = 0;

export function setSize(imageWidth: i32, imageHeight: i32): void {
  width = imageWidth;
  height = imageHeight;
  words = (width + 63) >> 6;
}

/** Bytes above a limit as bits, row by row. @returns whether there are both. */
export function pack(bytes: usize, limit: i32, bits: usize): bool {
  const bound = i8x16.splat(<i8>limit);
  let any: u64 = 0;
  let all: u64 = ~(<u64>0);
  let out = bits;
  for (let y: i32 = 0; y < height; y++) {
    const row = bytes + <usize>y * <usize>width;
    for (let x: i32 = 0; x < width; x += 64, out += 8) {
      const at = row + <usize>x;
      let word =
        <u64>(<u32>i8x16.bitmask(i8x16.gt_u(v128.load(at), bound))) |
        ((<u64>(<u32>i8x16.bitmask(i8x16.gt_u(v128.load(at, 16), bound)))) << 16) |
        ((<u64>(<u32>i8x16.bitmask(i8x16.gt_u(v128.load(at, 32), bound)))) << 32) |
        ((<u64>(<u32>i8x16.bitmask(i8x16.gt_u(v128.load(at, 48), bound)))) << 48);
      const left = width - x;
      const inside: u64 = left >= 64 ? ~(<u64>0) : ((<u64>1) << left) - 1;
      word &= inside;
      store<u64>(out, word);
      any |= word;
      all &= word | ~inside;
    }
  }
  return any !== 0 && all !== ~(<u64>0);
}
