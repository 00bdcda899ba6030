import type { Samples } from "../raster.js";

/** A label map as places in a list of classes, one a pixel; what is no class gets the place after the last. */
export function classIndices(samples: Samples, ids: readonly number[]): Uint8Array | Uint16Array {
  const table = new Uint16Array(1 << 16).fill(ids.length);
  for (const [index, id] of ids.entries()) table[id] = index;
  const Places = ids.length < 1 << 8 ? Uint8Array : Uint16Array;
  const places = new Places(samples.length);
  for (let i = 0; i < places.length; i++) places[i] = table[samples[i]];
  return places;
}
