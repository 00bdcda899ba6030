import type { Ring } from "./rings.js";
import type { Rectangle } from "./viewport.js";

/** Widths of the black line and of the white one in it, CSS pixels. */
const LINES = [
  ["black", 3],
  ["white", 1],
] as const;

/** A ring drawn once: hundreds of circles take longer than a frame where no GPU draws. */
export interface RingStamp {
  readonly edge: number;
  /** Packed colours, row-major. */
  readonly pixels: Uint32Array;
}

const stamps = new Map<string, RingStamp>();

/** @param ratio device pixels a CSS pixel. */
export function stampOf(radius: number, ratio: number): RingStamp {
  const key = `${radius} ${ratio}`;
  const known = stamps.get(key);
  if (known) return known;
  const edge = 2 * Math.ceil(radius + LINES[0][1] * ratio);
  const context = new OffscreenCanvas(edge, edge).getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("The browser has no canvas to draw on.");
  for (const [colour, line] of LINES) {
    context.strokeStyle = colour;
    context.lineWidth = line * ratio;
    context.beginPath();
    context.arc(edge / 2, edge / 2, radius, 0, 2 * Math.PI);
    context.stroke();
  }
  const stamp = { edge, pixels: new Uint32Array(context.getImageData(0, 0, edge, edge).data.buffer) };
  stamps.set(key, stamp);
  return stamp;
}

/**
 * Puts a ring on a picture. Where rings cross, the stronger of two pixels is seen.
 *
 * @param out packed colours of `area`, row-major.
 * @param area device pixels from the corner of the mask, whole ones.
 */
export function stampRing({ edge, pixels }: RingStamp, { x, y }: Ring, out: Uint32Array, area: Rectangle): void {
  const [left, top] = [Math.round(x - edge / 2) - area.x, Math.round(y - edge / 2) - area.y];
  const [from, to] = [Math.max(0, -left), Math.min(edge, area.width - left)];
  for (let row = Math.max(0, -top); row < Math.min(edge, area.height - top); row++) {
    const at = (top + row) * area.width + left;
    for (let column = from; column < to; column++) {
      const pixel = pixels[row * edge + column];
      if (pixel >>> 24 > out[at + column] >>> 24) out[at + column] = pixel;
    }
  }
}
