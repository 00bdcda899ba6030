import { anyBytes } from "../../core/pixels/memory.js";

/**
 * Spreads packed one-channel rows to one array element a sample. Values are kept, not scaled.
 * @param packed `height` rows of `ceil(width * bits / 8)` bytes, leftmost sample in the high bits.
 * @param bits 1, 2, 4, 8 or 16 (big-endian).
 * @returns `width * height` samples; for 8 bits `packed` itself.
 */
export function unpack(packed: Uint8Array, width: number, height: number, bits: number): Uint8Array | Uint16Array {
  if (bits === 8) return packed;
  if (bits === 16) return unpack16(packed);
  const samples = anyBytes(width * height);
  const bytes = packed.length / height;
  const perByte = 8 / bits;
  const mask = (1 << bits) - 1;
  let to = 0;
  for (let row = 0; row < height; row++) {
    let from = row * bytes;
    for (let x = 0; x < width; x += perByte) {
      const byte = packed[from++] as number;
      const end = Math.min(perByte, width - x);
      for (let i = 0, shift = 8 - bits; i < end; i++, shift -= bits) samples[to++] = (byte >> shift) & mask;
    }
  }
  return samples;
}

function unpack16(packed: Uint8Array): Uint16Array {
  const samples = new Uint16Array(packed.length / 2);
  for (let i = 0, from = 0; i < samples.length; i++, from += 2) {
    samples[i] = ((packed[from] as number) << 8) | (packed[from + 1] as number);
  }
  return samples;
}
