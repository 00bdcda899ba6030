import type { Samples } from "../raster.js";

/** The values of an image by their order: equal values have equal ranks, 0 is the lowest. */
export interface Ranks {
  readonly ranks: Uint16Array | Uint32Array;
  /** How many different values there are. */
  readonly count: number;
}

/** Integers serve as their own ranks; floats are sorted. */
export function ranksOf(samples: Samples): Ranks {
  if (samples instanceof Uint8Array) return { ranks: Uint16Array.from(samples), count: 1 << 8 };
  if (samples instanceof Uint16Array) return { ranks: samples, count: 1 << 16 };
  const order = Uint32Array.from(samples, (_, i) => i).sort((a, b) => samples[a] - samples[b]);
  const ranks = new Uint32Array(samples.length);
  let rank = 0;
  for (let k = 1; k < order.length; k++) {
    if (samples[order[k]] !== samples[order[k - 1]]) rank++;
    ranks[order[k]] = rank;
  }
  return { ranks, count: rank + 1 };
}

/** Pixels by falling rank: a counting sort. */
export function fallingOrder({ ranks, count }: Ranks): Uint32Array {
  const next = new Uint32Array(count + 1);
  for (let i = 0; i < ranks.length; i++) next[count - 1 - ranks[i] + 1]++;
  for (let k = 1; k <= count; k++) next[k] += next[k - 1];
  const order = new Uint32Array(ranks.length);
  for (let i = 0; i < ranks.length; i++) order[next[count - 1 - ranks[i]]++] = i;
  return order;
}
