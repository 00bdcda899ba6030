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
  /** Of the largest picture painted here: a zoom changes the size of the picture in each frame. */
  buffer: ArrayBuffer;
  picture: Picture | null;
  grid: Grid | null;
}

/** Canvases grow in steps of this many pixels: each growth makes the browser start again. */
const STEP = 256;

const roomFor = (edge: number) => Math.ceil(edge / STEP) * STEP;

export function createSurface(): Surface {
  const slots = new Map<string, Kept>();

  const keep = (slot: string): Kept => {
    const known = slots.get(slot);
    if (known) return known;
    const fresh = { canvas: element("canvas"), buffer: new ArrayBuffer(0), picture: null, grid: null };
    slots.set(slot, fresh);
    return fresh;
  };

  return {
    draw(context, slot, picture, grid, ratio) {
      const kept = keep(slot);
      const { canvas } = kept;
      if (kept.picture !== picture || !sameGrid(kept.grid, grid)) {
        const { width, height } = grid;
        const bytes = 4 * width * height;
        if (kept.buffer.byteLength < bytes) kept.buffer = new ArrayBuffer(4 * roomFor(width) * roomFor(height));
        if (canvas.width < width) canvas.width = roomFor(width);
        if (canvas.height < height) canvas.height = roomFor(height);
        picture.paint(new Uint32Array(kept.buffer, 0, width * height), grid, ratio);
        const image = new ImageData(new Uint8ClampedArray(kept.buffer, 0, bytes), width, height);
        canvas.getContext("2d")?.putImageData(image, 0, 0);
        kept.picture = picture;
        kept.grid = grid;
      }
      const { left, top, width, height } = grid;
      context.drawImage(canvas, 0, 0, width, height, left, top, width, height);
    },
  };
}
