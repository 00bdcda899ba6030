import type { Raster, Samples } from "../raster.js";
import { ranksOf } from "./ranks.js";

/**
 * Gray hole filling: every basin that does not reach the border of the image is raised to the lowest level over which it
 * would run out. Background joins by edges, as foreground joins by corners too: for every threshold, the mask p > t
 * has its holes filled. A priority flood from the border (Barnes, Lehman and Mulla 2014), with a bucket a value.
 */
export function fillHoles({ width, samples }: Raster): Samples {
  const { ranks, count } = ranksOf(samples);
  const filled = samples.slice();
  const level = new Uint32Array(samples.length);
  const seen = new Uint8Array(samples.length);
  const next = new Int32Array(samples.length);
  const heads = new Int32Array(count).fill(-1);
  let lowest = count;

  const reach = (i: number, least: number, value: number) => {
    if (seen[i] !== 0) return;
    seen[i] = 1;
    const rank = ranks[i];
    level[i] = Math.max(rank, least);
    if (rank <= least) filled[i] = value;
    next[i] = heads[level[i]];
    heads[level[i]] = i;
    if (level[i] < lowest) lowest = level[i];
  };

  for (let i = 0; i < samples.length; i++) {
    const x = i % width;
    if (x === 0 || x === width - 1 || i < width || i >= samples.length - width) reach(i, 0, samples[i]);
  }
  for (; lowest < count; lowest++) {
    for (let i = heads[lowest]; i >= 0; i = heads[lowest]) {
      heads[lowest] = next[i];
      // Never lower than the bucket in hand: the flood only rises. No step leaves the image: its border is seen.
      for (const step of [-1, 1, -width, width]) reach(i + step, lowest, filled[i]);
    }
  }
  return filled;
}
