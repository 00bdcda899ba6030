import { clamp, length, step } from "../math.mjs";
import { fractal, noise } from "../noise.mjs";
import { blend, lit, type Rgb } from "../paint.mjs";
import type { Scene } from "../scene.mjs";
import { blob, grow, strokes, without } from "../shapes.mjs";

const SEED = 37;
const polyp = blob({ x: 74, y: 62, rx: 37, ry: 29, axis: [1, 0.35], wavy: 0.2, seed: SEED });
/** Where the lamp is mirrored: both models lose the object there. */
const glare = blob({ x: 64, y: 50, rx: 11, ry: 6, axis: [1, -0.4], wavy: 0.3, seed: SEED + 1 });
const largeHole = blob({ x: 66, y: 54, rx: 16, ry: 11, axis: [1, -0.3], wavy: 0.2, seed: SEED + 2 });
const smallHole = blob({ x: 65, y: 51, rx: 9, ry: 6, axis: [1, -0.4], wavy: 0.2, seed: SEED + 3 });
const vessels = strokes([
  ...grow({
    at: [118, 6],
    toward: [-0.3, 1],
    radius: 0.9,
    thinnest: 0.35,
    taper: 0.985,
    stride: 4,
    bend: 0.5,
    fork: 0.22,
    seed: 3,
  }),
  ...grow({
    at: [22, 100],
    toward: [1, -0.2],
    radius: 0.8,
    thinnest: 0.35,
    taper: 0.985,
    stride: 4,
    bend: 0.5,
    fork: 0.2,
    seed: 8,
  }),
]);

/** The polyp's volume, without the bays of its outline. */
const volume = blob({ x: 74, y: 62, rx: 41, ry: 33, axis: [1, 0.35], wavy: 0, seed: SEED });

/** Height of the bowel wall: folds that run across the tube. */
const wall = (x: number, y: number) => {
  const r = length(x - 96, y - 50) + 7 * fractal(SEED + 4, x / 40, y / 40, 2);
  const fold = Math.abs(((r / 30) % 2) - 1);
  return 11 * fold * fold * (3 - 2 * fold) + 3 * fractal(SEED + 5, x / 22, y / 22, 3);
};
const dome = (x: number, y: number) => {
  const inside = clamp(volume(x, y) / 30, 0, 1);
  return 34 * Math.sqrt(inside * (2 - inside)) + 1.3 * fractal(SEED + 6, x / 11, y / 11, 3);
};

function shade(height: (x: number, y: number) => number, x: number, y: number): number {
  const gx = height(x + 1, y) - height(x - 1, y);
  const gy = height(x, y + 1) - height(x, y - 1);
  return (1 - 0.34 * (gx + gy) * -1) / Math.sqrt(1 + 0.25 * (gx * gx + gy * gy));
}

function tissue(x: number, y: number): Rgb {
  const inside = step(-1.2, 1.2, polyp(x, y));
  const spots = 1 + 0.07 * noise(SEED + 7, x / 2.4, y / 2.4) + 0.06 * fractal(SEED + 8, x / 8, y / 8, 2);
  const lining = blend([206, 116, 96], [186, 84, 74], 0.5 + 0.5 * fractal(SEED + 9, x / 30, y / 30, 3));
  const around = blend(lining, [150, 48, 50], 0.65 * step(-0.8, 0.6, vessels(x, y)));
  const occlusion = 1 - 0.4 * step(-9, 0, polyp(x - 2, y - 3));
  const mucosa = lit(around, clamp(0.92 + 0.5 * (shade(wall, x, y) - 0.92), 0.35, 1.3) * spots * occlusion);
  const flesh = blend([208, 92, 84], [222, 128, 108], 0.5 + 0.6 * fractal(SEED + 10, x / 12, y / 12, 3));
  const body = lit(flesh, clamp(0.25 + 0.8 * shade(dome, x, y), 0.4, 1.3) * spots);
  return blend(mucosa, body, inside);
}

export const polypHole: Scene = {
  name: "polyp-hole",
  width: 144,
  height: 116,
  seed: SEED,
  truth: polyp,
  paint: (x, y) => {
    const lamp = clamp(1.16 - 0.55 * ((x - 70) / 80) ** 2 - 0.6 * ((y - 54) / 64) ** 2, 0.1, 1.2);
    const sparkle = step(0.66, 0.9, fractal(SEED + 11, x / 5, y / 3.4, 2)) * step(4, -6, polyp(x, y)) * 0.7;
    const mirror = Math.max(step(0, 2.6, glare(x, y)), sparkle);
    return blend(lit(tissue(x, y), lamp), [255, 250, 240], mirror);
  },
  v1: { shape: without(polyp, largeHole) },
  v2: { shape: without(polyp, smallHole) },
};
