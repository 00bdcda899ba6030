import type { WordMap } from "../../src/core/maps/quantise.js";

const ZERO = 127.5;

/**
 * A signed map as bytes around the middle of a diverging scale, the same on both sides, by the square root: what is near
 * 0 is what one looks for.
 */
export function signedBytes({ words, minimum, maximum }: WordMap): {
  values: Uint8Array<ArrayBuffer>;
  largest: number;
} {
  const largest = Math.max(Math.abs(minimum), Math.abs(maximum));
  const step = (maximum - minimum) / 65535;
  const values = new Uint8Array(words.length);
  const scale = largest > 0 ? 1 / largest : 0;
  const table = Uint8Array.from({ length: 65536 }, (_, word) => {
    const value = minimum + word * step;
    return Math.round(ZERO + Math.sign(value) * ZERO * Math.sqrt(Math.abs(value) * scale));
  });
  for (let i = 0; i < words.length; i++) values[i] = table[words[i]];
  return { values, largest };
}
