import { type BitMask, lowestBit } from "./bitMask.js";
import { PointCollector, type Points } from "./points.js";

/**
 * Edge pixels of a mask: the mask minus its erosion by the 4-neighbour cross. Outside the image is background.
 *
 * Source: MONAI get_mask_edges, medpy, MetricsReloaded (mask XOR binary_erosion).
 */
export function edgePixels({ height, stride, words }: BitMask): Points {
  const edges = new PointCollector();
  for (let y = 0, i = 0; y < height; y++) {
    for (let word = 0; word < stride; word++, i++) {
      const here = words[i];
      if (here === 0) continue;
      const left = (here << 1) | (word > 0 ? words[i - 1] >>> 31 : 0);
      const right = (here >>> 1) | (word < stride - 1 ? words[i + 1] << 31 : 0);
      const up = y > 0 ? words[i - stride] : 0;
      const down = y < height - 1 ? words[i + stride] : 0;
      let edge = here & ~(left & right & up & down);
      for (; edge !== 0; edge &= edge - 1) edges.add(32 * word + lowestBit(edge), y, 1);
    }
  }
  return edges.points;
}
