import type { Speck } from "../../src/core/maps/specks.js";
import type { Rectangle } from "./viewport.js";

/** Radius around a speck, CSS pixels, on the smallest stage. */
const SMALLEST_RING = 3;

/** Up to which zoom, CSS pixels a mask pixel, specks are ringed, and how wide around them. */
const RINGS = { zoom: 6, radius: 7 } as const;

/** Widths of the black line and of the white one in it, CSS pixels. */
const LINES = [
  ["black", 3],
  ["white", 1],
] as const;

/** Of how many parts of a pixel a radius is a whole multiple: as few rings are kept. */
const PARTS = 2;

/** More rings hide what they point at, and take longer than a frame: then those that touch are one. */
const MOST = 800;

/** More than rings that a column of the screen has room for. */
const PLACES = 1 << 16;

export interface Ring {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** White rings in black ones. @param ratio device pixels a CSS pixel. */
export function drawRings(
  context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D,
  rings: readonly Ring[],
  ratio: number,
): void {
  for (const { x, y, radius } of rings) {
    const stamp = stampOf(radius, ratio);
    context.drawImage(stamp, Math.round(x - stamp.width / 2), Math.round(y - stamp.height / 2));
  }
}

/**
 * Where rings are seen. Of specks that would be ringed in the same place, one is; of very many, of those that would touch.
 *
 * @param box where the whole mask lies, device pixels.
 * @param visible what of it is seen.
 * @param ratio device pixels a CSS pixel.
 * @param margin around what is seen, from which rings are wanted as well, device pixels.
 */
export function ringsOf(
  specks: readonly Speck[],
  box: Rectangle,
  visible: Rectangle,
  scale: number,
  ratio: number,
  margin = 0,
): readonly Ring[] {
  if (specks.length === 0 || scale >= RINGS.zoom * ratio) return [];
  // On a small stage a ring must not hide what it points at.
  const widest = Math.min(RINGS.radius * ratio, visible.width / 60, visible.height / 60);
  const around = Math.max(SMALLEST_RING * ratio, widest);
  const rings = onePerPlace(specks, box, visible, scale, around, around);
  const edge = rings.length > MOST ? 2 * around : around;
  if (margin === 0 && edge === around) return rings;
  const { x, y, width, height } = visible;
  const wide = { x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin };
  return onePerPlace(specks, box, wide, scale, around, edge);
}

function onePerPlace(
  specks: readonly Speck[],
  box: Rectangle,
  visible: Rectangle,
  scale: number,
  around: number,
  edge: number,
): readonly Ring[] {
  const taken = new Set<number>();
  const rings: Ring[] = [];
  for (const speck of specks) {
    const x = box.x + (speck.x + speck.width / 2) * scale;
    const y = box.y + (speck.y + speck.height / 2) * scale;
    const radius = around + (Math.hypot(speck.width, speck.height) / 2) * scale;
    if (x < visible.x - radius || y < visible.y - radius) continue;
    if (x > visible.x + visible.width + radius || y > visible.y + visible.height + radius) continue;
    // Of the mask, not of the screen: else a ring would jump from one speck to another as the camera moves.
    const place = Math.round((x - box.x) / edge) * PLACES + Math.round((y - box.y) / edge);
    if (taken.has(place)) continue;
    taken.add(place);
    rings.push({ x, y, radius: Math.round(radius * PARTS) / PARTS });
  }
  return rings;
}

const stamps = new Map<string, ImageBitmap>();

/** A ring drawn once: hundreds of circles as one path take longer than a frame where no GPU draws. */
function stampOf(radius: number, ratio: number): ImageBitmap {
  const key = `${radius} ${ratio}`;
  const known = stamps.get(key);
  if (known) return known;
  const edge = 2 * Math.ceil(radius + LINES[0][1] * ratio);
  const canvas = new OffscreenCanvas(edge, edge);
  const context = canvas.getContext("2d");
  if (!context) throw new Error("The browser has no canvas to draw on.");
  for (const [colour, line] of LINES) {
    context.strokeStyle = colour;
    context.lineWidth = line * ratio;
    context.beginPath();
    context.arc(edge / 2, edge / 2, radius, 0, 2 * Math.PI);
    context.stroke();
  }
  const stamp = canvas.transferToImageBitmap();
  stamps.set(key, stamp);
  return stamp;
}
