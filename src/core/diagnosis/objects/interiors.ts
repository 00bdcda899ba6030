import type { Labels } from "../../objects/components.js";
import { type BinaryMask, FOREGROUND } from "../../raster.js";

/**
 * The objects without the lines between them: pixels that belong to an object as their neighbours right and below do. So
 * a map without background, all cells touching, has a pattern too.
 */
export function interiors({ width, height, ids }: Labels): BinaryMask {
  const pixels = new Uint8Array(ids.length);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const id = ids[i];
      const isInner = id > 0 && (x + 1 === width || ids[i + 1] === id) && (y + 1 === height || ids[i + width] === id);
      if (isInner) pixels[i] = FOREGROUND;
    }
  }
  return { width, height, pixels };
}
