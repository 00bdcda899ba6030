import type { Raster, Samples } from "../raster.js";
import { fallingOrder, ranksOf } from "./ranks.js";

/** An object of at most so many pixels is a speck. */
export const SPECK = 3;

/**
 * Gray area opening: every peak is lowered until it is wider than a speck. For every threshold, the mask p > t loses its
 * objects of at most {@link SPECK} pixels (8-connected).
 *
 * Pixels enter by falling value, joining those beside them; as soon as a peak is wide enough, what it lies on stays
 * (union-find of Meijster and Wilkinson 2002).
 */
export function dropSpecks({ width, height, samples }: Raster): Samples {
  const ranking = ranksOf(samples);
  const { ranks } = ranking;
  const order = fallingOrder(ranking);
  const parent = new Int32Array(samples.length).fill(-1);
  /** Pixels of the peak of a root, up to one more than a speck has. */
  const sizes = new Uint8Array(samples.length);

  const find = (i: number): number => {
    let root = i;
    while (parent[root] !== root) root = parent[root];
    for (let at = i; at !== root; ) {
      const up = parent[at];
      parent[at] = root;
      at = up;
    }
    return root;
  };
  const join = (i: number, other: number) => {
    if (parent[other] < 0) return;
    const root = find(other);
    if (root === i) return;
    // A peak that is wide enough, and higher, keeps its own value: it is cut off from what follows.
    if (sizes[root] > SPECK && ranks[root] !== ranks[i]) {
      sizes[i] = SPECK + 1;
      return;
    }
    parent[root] = i;
    sizes[i] = Math.min(SPECK + 1, sizes[i] + sizes[root]);
  };

  for (const i of order) {
    parent[i] = i;
    sizes[i] = 1;
    const x = i % width;
    const y = (i - x) / width;
    for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
      for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) join(i, ny * width + nx);
    }
  }
  const opened = samples.slice();
  // Roots lie lowest in their peaks: from the lowest up, every pixel takes the value of its parent.
  for (let k = order.length - 1; k >= 0; k--) {
    const i = order[k];
    if (parent[i] !== i) opened[i] = opened[parent[i]];
  }
  return opened;
}
