import { type Grid, sameGrid } from "../paint/grid.js";
import type { Picture } from "../paint/picture.js";
import { element } from "../ui/dom.js";

/** Draws pictures, and keeps what it painted as long as picture and grid stay the same. */
export interface Surface {
  /**
   * @param slot names the place of the picture: what was painted there before makes room.
   * @param ratio device pixels a CSS pixel.
   */
  draw(context: CanvasRenderingContext2D, slot: string, picture: Picture, grid: Grid, ratio: number): void;
}

interface Kept {
  readonly canvas: HTMLCanvasElement;
  image: ImageData;
  picture: Picture | null;
  grid: Grid | null;
}

export function createSurface(): Surface {
  const slots = new Map<string, Kept>();

  const keep = (slot: string): Kept => {
    const known = slots.get(slot);
    if (known) return known;
    const fresh = { canvas: element("canvas"), image: new ImageData(1, 1), picture: null, grid: null };
    slots.set(slot, fresh);
    return fresh;
  };

  return {
    draw(context, slot, picture, grid, ratio) {
      const kept = keep(slot);
      const { canvas } = kept;
      if (kept.picture !== picture || !sameGrid(kept.grid, grid)) {
        if (canvas.width !== grid.width || canvas.height !== grid.height) {
          canvas.width = grid.width;
          canvas.height = grid.height;
          kept.image = new ImageData(grid.width, grid.height);
        }
        picture.paint(new Uint32Array(kept.image.data.buffer), grid, ratio);
        canvas.getContext("2d")?.putImageData(kept.image, 0, 0);
        kept.picture = picture;
        kept.grid = grid;
      }
      context.drawImage(canvas, grid.left, grid.top);
    },
  };
}
