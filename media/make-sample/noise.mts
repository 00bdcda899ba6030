/** Seeded noise: everything random in the sample comes from `hash`, so that a seed gives the same picture for ever. */
import { mix } from "./math.mjs";

const DIAGONAL = Math.sqrt(0.5);
const GRADIENTS: readonly (readonly [number, number])[] = [
  [1, 0],
  [DIAGONAL, DIAGONAL],
  [0, 1],
  [-DIAGONAL, DIAGONAL],
  [-1, 0],
  [-DIAGONAL, -DIAGONAL],
  [0, -1],
  [DIAGONAL, -DIAGONAL],
];

/** 32 well-mixed bits of three integers (the finaliser of MurmurHash3). */
export function hash(seed: number, x: number, y: number): number {
  let h = Math.imul(seed, 0x9e3779b1) ^ Math.imul(x, 0x85ebca6b) ^ Math.imul(y, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** `hash` as a number in [0, 1). */
export function random(seed: number, x: number, y = 0): number {
  return hash(seed, x, y) / 0x100000000;
}

function gradient(seed: number, ix: number, iy: number, dx: number, dy: number): number {
  const g = GRADIENTS[hash(seed, ix, iy) & 7] ?? [1, 0];
  return g[0] * dx + g[1] * dy;
}

/** Perlin's gradient noise with a lattice of 1, about [-1, 1]. */
export function noise(seed: number, x: number, y: number): number {
  const ix = Math.floor(x);
  const iy = Math.floor(y);
  const fx = x - ix;
  const fy = y - iy;
  const u = fx * fx * fx * (fx * (fx * 6 - 15) + 10);
  const v = fy * fy * fy * (fy * (fy * 6 - 15) + 10);
  const top = mix(gradient(seed, ix, iy, fx, fy), gradient(seed, ix + 1, iy, fx - 1, fy), u);
  const bottom = mix(gradient(seed, ix, iy + 1, fx, fy - 1), gradient(seed, ix + 1, iy + 1, fx - 1, fy - 1), u);
  return 1.5 * mix(top, bottom, v);
}

/** Fractal noise: `octaves` layers, each twice as fine and half as strong; about [-1, 1]. */
export function fractal(seed: number, x: number, y: number, octaves = 4): number {
  let sum = 0;
  let scale = 1;
  for (let i = 0; i < octaves; i++) {
    sum += noise(seed + i * 101, x * scale + i * 17, y * scale - i * 29) / scale;
    scale *= 2;
  }
  return sum / 1.6;
}

/** The nearest of the points that are jittered in a lattice of 1 (Worley): its distance, its offset, and a number in [0, 1) of its own. */
export function nearestPoint(
  seed: number,
  x: number,
  y: number,
): { distance: number; dx: number; dy: number; id: number } {
  const best = { distance: Number.POSITIVE_INFINITY, dx: 0, dy: 0, id: 0 };
  for (let iy = Math.floor(y) - 1; iy <= Math.floor(y) + 1; iy++) {
    for (let ix = Math.floor(x) - 1; ix <= Math.floor(x) + 1; ix++) {
      const dx = x - ix - random(seed, ix, iy);
      const dy = y - iy - random(seed + 1, ix, iy);
      const distance = Math.sqrt(dx * dx + dy * dy);
      if (distance < best.distance) Object.assign(best, { distance, dx, dy, id: random(seed + 2, ix, iy) });
    }
  }
  return best;
}
