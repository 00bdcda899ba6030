// AssemblyScript: `npm run wasm` compiles it. What is right, `boundary/bitMask.ts` decides.

/** Where the caller puts bytes and finds bits, in 32-bit words. */
export let bytes: usize = 0;
export let bits: usize = 0;

let width: i32 = 0;
let height: i32 = 0;
let stride: i32 = 0;

/** Makes room for an image, with so many words a row of bits. */
export function reserve(imageWidth: i32, imageHeight: i32, wordsInRow: i32): void {
  width = imageWidth;
  height = imageHeight;
  stride = wordsInRow;
  bits = (__heap_base + 15) & ~15;
  bytes = bits + ((<usize>(stride * height)) << 2);
  // Sixteen bytes are read at a time.
  const end = bytes + <usize>width * <usize>height + 32;
  const missing = <i32>((end + 0xffff) >> 16) - memory.size();
  if (missing > 0) memory.grow(missing);
}

/** Sets the bits of the bytes above one value and up to another. Bits beyond the end of a row are 0. */
export function pack(above: i32, upTo: i32): void {
  const low = i8x16.splat(<i8>above);
  const high = i8x16.splat(<i8>upTo);
  for (let y: i32 = 0; y < height; y++) {
    const row = bytes + <usize>y * <usize>width;
    let out = bits + ((<usize>(y * stride)) << 2);
    for (let word: i32 = 0; word < stride; word++, out += 4) {
      const left = width - (word << 5);
      if (left <= 0) {
        store<u32>(out, 0);
        continue;
      }
      const at = row + ((<usize>word) << 5);
      const found = sixteen(at, low, high) | (sixteen(at + 16, low, high) << 16);
      store<u32>(out, left >= 32 ? found : found & ((1 << left) - 1));
    }
  }
}

function sixteen(at: usize, low: v128, high: v128): u32 {
  const values = v128.load(at);
  return i8x16.bitmask(v128.and(i8x16.gt_u(values, low), i8x16.le_u(values, high)));
}
