import type { WordMap } from "../../src/core/maps/quantise.js";
import { signedScale } from "./scales.js";

/** A signed map as bytes around the middle of a diverging scale: what is near 0 is what one looks for. */
export function signedBytes({ words, minimum, maximum }: WordMap): {
  values: Uint8Array<ArrayBuffer>;
  largest: number;
} {
  const largest = Math.max(Math.abs(minimum), Math.abs(maximum));
  const step = (maximum - minimum) / 65535;
  const values = new Uint8Array(words.length);
  const scale = signedScale(largest);
  const table = Uint8Array.from({ length: 65536 }, (_, word) => scale(minimum + word * step));
  for (let i = 0; i < words.length; i++) values[i] = table[words[i]];
  return { values, largest };
}
