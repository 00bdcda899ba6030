import type { Speck } from "../../src/core/maps/specks.js";
import type { Rectangle } from "./viewport.js";

/** Radius around a speck, CSS pixels, on the smallest stage. */
const SMALLEST_RING = 3;

/** Up to which zoom, CSS pixels a mask pixel, specks are ringed, and how wide around them. */
const RINGS = { zoom: 6, radius: 7 } as const;

/** Of how many parts of a pixel a radius is a whole multiple: as few rings are kept. */
const PARTS = 2;

/** More rings hide what they point at: then those that touch are one. */
const MOST = 800;

/** More than rings that a column of the screen has room for. */
const PLACES = 1 << 16;

/** In device pixels from the corner of the mask. */
export interface Ring {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** How rings stand, device pixels. */
export interface RingLook {
  /** How wide they are around a speck. */
  readonly around: number;
  /** Side of a place that has no more than one. */
  readonly place: number;
}

/** All that are seen, and how those beside them stand. */
export interface SeenRings {
  readonly look: RingLook;
  readonly rings: readonly Ring[];
}

/**
 * Of specks that would be ringed in the same place, one is; of very many, of those that would touch. Null: what is looked at
 * is so close that specks are seen without.
 *
 * @param visible what is seen, device pixels from the corner of the mask.
 * @param scale device pixels a mask pixel.
 * @param ratio device pixels a CSS pixel.
 */
export function ringsSeen(
  specks: readonly Speck[],
  visible: Rectangle,
  scale: number,
  ratio: number,
): SeenRings | null {
  if (specks.length === 0 || scale >= RINGS.zoom * ratio) return null;
  // On a small stage a ring must not hide what it points at.
  const widest = Math.min(RINGS.radius * ratio, visible.width / 60, visible.height / 60);
  const around = Math.max(SMALLEST_RING * ratio, widest);
  const seen = (look: RingLook): SeenRings => ({ look, rings: ringsIn(specks, visible, scale, look) });
  const all = seen({ around, place: around });
  return all.rings.length > MOST ? seen({ around, place: 2 * around }) : all;
}

/** Rings that reach into a part of the picture: each is the same, whatever the part. @param area as `visible` above. */
export function ringsIn(
  specks: readonly Speck[],
  area: Rectangle,
  scale: number,
  { around, place }: RingLook,
): readonly Ring[] {
  const taken = new Set<number>();
  const rings: Ring[] = [];
  for (const speck of specks) {
    const x = (speck.x + speck.width / 2) * scale;
    const y = (speck.y + speck.height / 2) * scale;
    const radius = around + (Math.hypot(speck.width, speck.height) / 2) * scale;
    // Whoever has the place of one that reaches into the area is seen as well, or has it outside.
    if (isBeyond(area, x, y, radius + place)) continue;
    const at = Math.round(x / place) * PLACES + Math.round(y / place);
    if (taken.has(at)) continue;
    taken.add(at);
    if (!isBeyond(area, x, y, radius)) rings.push({ x, y, radius: Math.round(radius * PARTS) / PARTS });
  }
  return rings;
}

function isBeyond({ x, y, width, height }: Rectangle, atX: number, atY: number, by: number): boolean {
  return atX < x - by || atY < y - by || atX > x + width + by || atY > y + height + by;
}
