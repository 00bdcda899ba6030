import { IGNORED } from "./raster.js";

/** {@link IGNORED} in each of four bytes: no other class has its bit. */
const FOUR = 0x01010101 * IGNORED;
/** Words that are looked at before it is asked whether one was found. */
const STRETCH = 4096;

/** Whether any pixel is ignored: of classes of a binary mask. Four at a time, as `includes` takes them one by one. */
export function hasIgnored(pixels: Uint8Array): boolean {
  const words = pixels.byteOffset % 4 === 0 ? pixels.length >> 2 : 0;
  const four = new Uint32Array(pixels.buffer, words > 0 ? pixels.byteOffset : 0, words);
  for (let from = 0; from < words; from += STRETCH) {
    const to = Math.min(from + STRETCH, words);
    let bits = 0;
    for (let i = from; i < to; i++) bits |= four[i];
    if (bits & FOUR) return true;
  }
  return pixels.includes(IGNORED, 4 * words);
}
