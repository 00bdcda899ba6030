import { IGNORED } from "../../src/core/raster.js";
import type { Blocks } from "./cells.js";

/**
 * The place in the joint table that each cell of several mask pixels shows: of their extremes, the one that ranks
 * highest.
 *
 * @param ranks by joint index.
 * @param out one index a cell; ignored pixels get the first of theirs.
 */
export function resolveBlocks(
  { width, height, stride, offset, highestNegative, lowestPositive, highestPositive }: Blocks,
  ranks: Float32Array,
  out: Int32Array,
): void {
  const size = ranks.length / 3;
  for (let y = 0, at = 0; y < height; y++) {
    const start = offset + y * stride;
    for (let i = start; i < start + width; i++, at++) {
      const negative = highestNegative[i];
      const high = highestPositive[i];
      if (high === 0) {
        out[at] = negative === 0 ? IGNORED * size : negative - 1;
        continue;
      }
      const low = 2 * size - lowestPositive[i];
      const best = size + high - 1;
      const positive = ranks[best] > ranks[low] ? best : low;
      out[at] = negative > 0 && ranks[negative - 1] > ranks[positive] ? negative - 1 : positive;
    }
  }
}
