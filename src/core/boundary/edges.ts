import { PointCollector, type Points } from "./points.js";

/**
 * Edge pixels of a mask: the mask minus its erosion by the 4-neighbour cross. Outside the image is background.
 *
 * Source: MONAI get_mask_edges, medpy, MetricsReloaded (mask XOR binary_erosion).
 *
 * @param mask width * height bytes, row-major, 1 where the mask is.
 */
export function edgePixels(mask: Uint8Array, width: number, height: number): Points {
  const edges = new PointCollector();
  const first = mask.indexOf(1);
  if (first < 0) return edges.points;
  const top = Math.floor(first / width);
  const bottom = Math.floor(mask.lastIndexOf(1) / width);
  for (let y = top; y <= bottom; y++) {
    const start = y * width;
    const onRim = y === 0 || y === height - 1;
    for (let x = 0, i = start; x < width; x++, i++) {
      if (mask[i] === 0) continue;
      const isInner =
        !onRim && x > 0 && x < width - 1 && (mask[i - 1] & mask[i + 1] & mask[i - width] & mask[i + width]) === 1;
      if (!isInner) edges.add(x, y);
    }
  }
  return edges.points;
}
