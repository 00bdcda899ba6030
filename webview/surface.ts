import { element } from "./dom.js";
import { paintHatched, tilePositions } from "./hatch.js";
import type { Painted } from "./painter.js";
import type { Rectangle } from "./viewport.js";

/** Draws painted layers at any zoom. */
export interface Surface {
  /**
   * @param box where the whole mask lies, in device pixels; it may reach beyond what is seen.
   * @param visible what is seen, in device pixels.
   * @param ratio device pixels a CSS pixel.
   */
  draw(context: CanvasRenderingContext2D, painted: Painted, box: Rectangle, visible: Rectangle, ratio: number): void;
}

export function createSurface(): Surface {
  const canvasOf = new WeakMap<Painted, { readonly unit: number; readonly canvas: HTMLCanvasElement }>();
  let enlarged: ImageData | null = null;
  const scratch = element("canvas");

  /** The layer at one pixel a mask pixel; hatched so that `unit` mask pixels will be one screen pixel. */
  const atMaskSize = (painted: Painted, unit: number): HTMLCanvasElement => {
    const known = canvasOf.get(painted);
    if (known?.unit === unit) return known.canvas;
    const { width, height } = painted.size;
    const canvas = element("canvas", { width: String(width), height: String(height) });
    const image = new ImageData(width, height);
    const out = new Uint32Array(image.data.buffer);
    if (painted.codes) {
      const { colours, codes } = painted;
      const columns = Int32Array.from({ length: width }, (_, x) => x);
      const rows = Int32Array.from({ length: height }, (_, y) => y * width);
      paintHatched(
        out,
        { colours, codes },
        columns,
        rows,
        tilePositions(width, 0, unit),
        tilePositions(height, 0, unit),
      );
    } else out.set(painted.colours);
    canvas.getContext("2d")?.putImageData(image, 0, 0);
    canvasOf.set(painted, { unit, canvas });
    return canvas;
  };

  const drawEnlarged = (
    context: CanvasRenderingContext2D,
    { size, colours }: Painted,
    codes: Uint8Array,
    box: Rectangle,
    visible: Rectangle,
    ratio: number,
  ) => {
    const [left, width] = cut(box.x, box.width, visible.x, visible.width);
    const [top, height] = cut(box.y, box.height, visible.y, visible.height);
    if (width <= 0 || height <= 0) return;
    if (enlarged?.width !== width || enlarged.height !== height) {
      enlarged = new ImageData(width, height);
      scratch.width = width;
      scratch.height = height;
    }
    const columns = maskPositions(left - box.x, width, box.width, size.width, 1);
    const rows = maskPositions(top - box.y, height, box.height, size.height, size.width);
    paintHatched(
      new Uint32Array(enlarged.data.buffer),
      { colours, codes },
      columns,
      rows,
      tilePositions(width, Math.round(left - box.x), ratio),
      tilePositions(height, Math.round(top - box.y), ratio),
    );
    scratch.getContext("2d")?.putImageData(enlarged, 0, 0);
    context.drawImage(scratch, left, top);
  };

  return {
    draw(context, painted, box, visible, ratio) {
      const scale = box.width / painted.size.width;
      // Pixels stay crisp when enlarged; when reduced, dropping pixels would hide specks.
      context.imageSmoothingEnabled = scale < 1;
      if (painted.codes && scale >= 1) drawEnlarged(context, painted, painted.codes, box, visible, ratio);
      else {
        const unit = painted.codes ? ratio / scale : 1;
        context.drawImage(atMaskSize(painted, unit), box.x, box.y, box.width, box.height);
      }
    },
  };
}

/** The whole pixels of an interval that lie in another: where they start, and how many. */
function cut(start: number, length: number, least: number, room: number): readonly [start: number, length: number] {
  const from = Math.max(Math.round(start), Math.round(least));
  return [from, Math.min(Math.round(start + length), Math.round(least + room)) - from];
}

/** Mask position, times a stride, under the centre of each output pixel. */
function maskPositions(offset: number, length: number, boxEdge: number, maskEdge: number, stride: number): Int32Array {
  const scale = boxEdge / maskEdge;
  return Int32Array.from(
    { length },
    (_, i) => Math.min(maskEdge - 1, Math.max(0, Math.floor((offset + i + 0.5) / scale))) * stride,
  );
}
