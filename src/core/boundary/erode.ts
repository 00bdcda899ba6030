import type { BitMask } from "./bitMask.js";

/**
 * The mask after d erosions by 3 x 3, which are one by a square of 2d + 1: what is left are the centres of
 * all-foreground squares. Outside the image is background.
 *
 * A run of n ones and one n' further on are a run of n + n': doubling n takes few passes, whatever d is.
 */
export function erode(mask: BitMask, d: number): BitMask {
  const { height, stride } = mask;
  const side = 2 * d + 1;
  const words = mask.words.slice();
  for (let length = 1; length < side; length += Math.min(length, side - length)) {
    const step = Math.min(length, side - length);
    for (let y = 0; y < height; y++) andFurtherAlong(words, y * stride, stride, step);
  }
  for (let length = 1; length < side; length += Math.min(length, side - length)) {
    const step = Math.min(length, side - length) * stride;
    const inside = Math.max(0, words.length - step);
    for (let i = 0; i < inside; i++) words[i] &= words[i + step];
    words.fill(0, inside);
  }
  // Bits now stand at the top left of their squares.
  const centres = new Int32Array(words.length);
  const down = d * stride;
  const along = d >> 5;
  const bit = d & 31;
  for (let y = d; y < height; y++) {
    for (let word = along, i = y * stride + along; word < stride; word++, i++) {
      const from = i - down - along;
      centres[i] = words[from] << bit;
      if (bit > 0 && word > along) centres[i] |= words[from - 1] >>> (32 - bit);
    }
  }
  return { ...mask, words: centres };
}

/** Ands every pixel of a row with the one `step` further on. */
function andFurtherAlong(words: Int32Array, start: number, stride: number, step: number): void {
  const along = step >> 5;
  const bit = step & 31;
  for (let word = 0; word < stride; word++) {
    const near = word + along < stride ? words[start + word + along] : 0;
    const far = word + along + 1 < stride ? words[start + word + along + 1] : 0;
    words[start + word] &= bit === 0 ? near : (near >>> bit) | (far << (32 - bit));
  }
}
