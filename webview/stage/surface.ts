import { type Grid, sameGrid } from "../paint/grid.js";
import { beyond, extentOf, isSameScale, partOf, piecesOn } from "../paint/parts.js";
import type { Picture } from "../paint/picture.js";
import { element } from "../ui/dom.js";
import type { Rectangle } from "./viewport.js";

/** What a picture may be painted on. */
export interface Grids {
  readonly fine: Grid;
  /** Gives a coarser one, for what would take longer than a frame; null: there is time. */
  readonly quick: (() => Grid | null) | null;
}

/** Draws pictures, and keeps what it painted: where the camera only moved on, no more is painted than came into view. */
export interface Surface {
  /**
   * @param slot names the place of the picture: what was painted there before makes room.
   * @param ratio device pixels a CSS pixel.
   */
  draw(context: CanvasRenderingContext2D, slot: string, picture: Picture, grids: Grids, ratio: number): void;
}

/** What was painted, on a canvas that is taken to repeat without end: what comes into view takes the place of what left it. */
interface Kept {
  readonly canvas: HTMLCanvasElement;
  picture: Picture | null;
  grid: Grid | null;
  /** The output pixel in the corner of the canvas, from the corner of the mask. */
  cornerX: number;
  cornerY: number;
}

/** Canvases grow in steps of this many pixels: each growth makes the browser start again. */
const STEP = 256;

const roomFor = (edge: number) => Math.ceil(edge / STEP) * STEP;

/** As many are looked at within a few milliseconds, three planes of them. */
const MOST_BLOCKS = 3 << 18;

export function createSurface(): Surface {
  const slots = new Map<string, Kept>();
  /** For the largest picture painted yet: a zoom changes the size of the picture in each frame. */
  let buffer = new ArrayBuffer(0);

  const keep = (slot: string): Kept => {
    const known = slots.get(slot);
    if (known) return known;
    const fresh = { canvas: element("canvas"), picture: null, grid: null, cornerX: 0, cornerY: 0 };
    slots.set(slot, fresh);
    return fresh;
  };

  const paint = ({ canvas, cornerX, cornerY }: Kept, picture: Picture, grid: Grid, part: Rectangle, ratio: number) => {
    const { width, height } = part;
    const bytes = 4 * width * height;
    if (buffer.byteLength < bytes) buffer = new ArrayBuffer(4 * roomFor(width) * roomFor(height));
    picture.paint(new Uint32Array(buffer, 0, width * height), partOf(grid, part), ratio);
    const image = new ImageData(new Uint8ClampedArray(buffer, 0, bytes), width, height);
    const context = canvas.getContext("2d");
    for (const piece of piecesOn(canvas, { ...part, x: part.x - cornerX, y: part.y - cornerY })) {
      const { fromX, fromY, x, y } = piece;
      context?.putImageData(image, x - fromX, y - fromY, fromX, fromY, piece.width, piece.height);
    }
  };

  return {
    draw(context, slot, picture, { fine, quick }, ratio) {
      const kept = keep(slot);
      const { canvas } = kept;
      let grid = fine;
      let parts = unpainted(kept, picture, fine);
      if (quick && blocksIn(parts, fine) > MOST_BLOCKS) {
        grid = quick() ?? fine;
        parts = unpainted(kept, picture, grid);
      }
      const { left, top, width, height, offsetX, offsetY } = grid;
      if (canvas.width < width || canvas.height < height) {
        canvas.width = Math.max(canvas.width, roomFor(width));
        canvas.height = Math.max(canvas.height, roomFor(height));
        parts = [extentOf(grid)];
      }
      if (parts.length === 1 && parts[0].width === width && parts[0].height === height) {
        kept.cornerX = offsetX;
        kept.cornerY = offsetY;
      }
      for (const part of parts) paint(kept, picture, grid, part, ratio);
      kept.picture = picture;
      kept.grid = grid;
      for (const piece of piecesOn(canvas, { x: offsetX - kept.cornerX, y: offsetY - kept.cornerY, width, height })) {
        const [atX, atY] = [left + piece.fromX, top + piece.fromY];
        context.drawImage(canvas, piece.x, piece.y, piece.width, piece.height, atX, atY, piece.width, piece.height);
      }
    },
  };
}

/** What of a grid is not painted yet. */
function unpainted(kept: Kept, picture: Picture, grid: Grid): readonly Rectangle[] {
  const whole = extentOf(grid);
  if (kept.picture !== picture || !kept.grid) return [whole];
  if (!picture.isLocal) return sameGrid(kept.grid, grid) ? [] : [whole];
  return isSameScale(kept.grid, grid) ? beyond(whole, extentOf(kept.grid)) : [whole];
}

function blocksIn(parts: readonly Rectangle[], { scale, level }: Grid): number {
  const pixels = parts.reduce((sum, { width, height }) => sum + width * height, 0);
  return pixels / (scale * 2 ** level) ** 2;
}
