import { clamp, step } from "../math.mjs";
import { fractal, noise } from "../noise.mjs";
import { blend, lit, type Rgb } from "../paint.mjs";
import type { Scene } from "../scene.mjs";
import { blob, type Field, union } from "../shapes.mjs";

const SEED = 113;
const mass = union(
  blob({ x: 58, y: 52, rx: 40, ry: 22, axis: [1, -0.3], wavy: 0.25, seed: SEED }),
  blob({ x: 92, y: 66, rx: 32, ry: 17, axis: [1, -0.2], wavy: 0.25, seed: SEED + 2 }),
  blob({ x: 136, y: 24, rx: 15, ry: 9, axis: [1, -0.4], wavy: 0.3, seed: SEED + 4 }),
);
const billows: Field = (x, y) => fractal(SEED + 6, x / 17, y / 17, 4);
const cloud: Field = (x, y) => mass(x, y) + 9 * billows(x, y);

function earth(x: number, y: number): Rgb {
  const coast = y - 64 - 0.35 * (x - 80) + 26 * fractal(SEED + 7, x / 48, y / 48, 5);
  const sea = lit(
    blend([24, 62, 104], [40, 104, 130], step(-16, 0, coast)),
    1 + 0.05 * fractal(SEED + 8, x / 7, y / 3, 3),
  );
  const relief =
    1 + 0.5 * (fractal(SEED + 9, x / 14, y / 14, 5) - fractal(SEED + 9, (x + 1.6) / 14, (y + 1.6) / 14, 5)) * 3;
  const dry = clamp(0.5 + 0.8 * fractal(SEED + 10, x / 30, y / 30, 4), 0, 1);
  const ground = lit(blend([70, 94, 56], [164, 140, 98], dry), clamp(relief, 0.5, 1.5));
  return blend(blend(sea, [206, 194, 158], step(-1.4, 0, coast)), ground, step(0, 1.4, coast));
}

export const cloudThreshold: Scene = {
  name: "cloud-threshold",
  width: 160,
  height: 112,
  seed: SEED,
  truth: cloud,
  paint: (x, y) => {
    const shadow = 1 - 0.45 * step(-4, 6, cloud(x - 7, y - 9));
    const veil = step(-10, 12, cloud(x, y) + 3 * noise(SEED + 11, x / 5, y / 5));
    const bulge = clamp(0.97 + 0.5 * (billows(x + 1.5, y + 2) - billows(x - 1.5, y - 2)), 0.74, 1.1);
    return blend(lit(earth(x, y), shadow), lit([238, 240, 244], bulge), 0.96 * veil);
  },
  v1: { shape: cloud, edit: (logit, x, y) => Math.min(logit, -0.58 + 0.16 * fractal(SEED + 12, x / 12, y / 12, 2)) },
  v2: { shape: cloud },
};
