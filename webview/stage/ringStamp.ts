import { CLEAR } from "./palettes.js";
import type { Ring } from "./rings.js";
import type { Rectangle } from "./viewport.js";

/** Widths of the black line and of the white one in it, CSS pixels. */
const LINES = [
  ["black", 3],
  ["white", 1],
] as const;

/** The pixels of a ring, drawn once: hundreds of circles take longer than a frame where no GPU draws. */
export interface RingStamp {
  /** Of the square around it. */
  readonly edge: number;
  readonly x: Uint16Array;
  readonly y: Uint16Array;
  /** Packed. */
  readonly colours: Uint32Array;
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
  const stamp = stampFrom(new Uint32Array(context.getImageData(0, 0, edge, edge).data.buffer), edge);
  stamps.set(key, stamp);
  return stamp;
}

/** @param pixels of a square, packed, row-major. */
export function stampFrom(pixels: Uint32Array, edge: number): RingStamp {
  const drawn = Array.from(pixels.keys()).filter((at) => pixels[at] !== CLEAR);
  return {
    edge,
    x: Uint16Array.from(drawn, (at) => at % edge),
    y: Uint16Array.from(drawn, (at) => Math.floor(at / edge)),
    colours: Uint32Array.from(drawn, (at) => pixels[at]),
  };
}

/**
 * Puts a ring on a picture. Where rings cross, the stronger of two pixels is seen.
 *
 * @param out packed colours of `area`, row-major.
 * @param area device pixels from the corner of the mask, whole ones.
 */
export function stampRing(stamp: RingStamp, ring: Ring, out: Uint32Array, { x, y, width, height }: Rectangle): void {
  const { edge, x: columns, y: rows, colours } = stamp;
  const [left, top] = [Math.round(ring.x - edge / 2) - x, Math.round(ring.y - edge / 2) - y];
  for (let i = 0; i < colours.length; i++) {
    const [column, row] = [left + columns[i], top + rows[i]];
    if (column < 0 || row < 0 || column >= width || row >= height) continue;
    const at = row * width + column;
    if (colours[i] >>> 24 > out[at] >>> 24) out[at] = colours[i];
  }
}
