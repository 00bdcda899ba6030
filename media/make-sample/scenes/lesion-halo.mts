import { clamp, step } from "../math.mjs";
import { fractal, nearestPoint, noise } from "../noise.mjs";
import { blend, lit, type Rgb } from "../paint.mjs";
import type { Scene } from "../scene.mjs";
import { blob, type Field, spline, strokes } from "../shapes.mjs";

const SEED = 41;
const outline = blob({ x: 80, y: 60, rx: 34, ry: 28, axis: [1, -0.35], wavy: 0.18, seed: SEED + 21 });
const lesion: Field = (x, y) => outline(x, y) + 3.2 * fractal(SEED + 10, x / 13, y / 13, 2);
/** The shape with a rim of `width` pixels around it. */
const rim =
  (width: number): Field =>
  (x, y) =>
    lesion(x, y) + width + 2.5 * noise(SEED + 9, x / 14, y / 14);

const hairs = strokes(
  [
    [12, 20, 44, 34, 84, 30],
    [100, 112, 122, 84, 152, 70],
    [118, 6, 112, 34, 126, 58],
    [20, 112, 38, 84, 66, 74],
  ].flatMap(([ax = 0, ay = 0, bx = 0, by = 0, cx = 0, cy = 0]) =>
    spline([
      [ax, ay, 0.6],
      [bx, by, 0.7],
      [cx, cy, 0.35],
    ]),
  ),
);

function skin(x: number, y: number): Rgb {
  const cell = nearestPoint(SEED + 1, x / 7, y / 7 + 0.2 * noise(SEED, x / 9, y / 9));
  const furrow = 1.02 - 0.09 * step(0.3, 0.75, cell.distance);
  const tone = blend([222, 176, 152], [206, 148, 128], 0.5 + 0.6 * fractal(SEED + 2, x / 36, y / 36, 3));
  return lit(tone, furrow + 0.045 * noise(SEED + 3, x / 2, y / 2));
}

function pigment(x: number, y: number): Rgb {
  const depth = clamp(lesion(x, y) / 24 + 0.55 * fractal(SEED + 4, x / 16, y / 16, 4), 0, 1);
  const net = nearestPoint(SEED + 5, x / 4.2, y / 4.2);
  const mesh = 0.88 + 0.28 * step(0.55, 0.15, net.distance);
  const brown = blend([160, 98, 70], [62, 34, 32], step(0, 0.9, depth));
  const blue = step(0.25, 0.6, fractal(SEED + 6, x / 18 + 3, y / 18, 3)) * 0.5;
  return lit(blend(brown, [104, 92, 104], blue), mesh + 0.08 * noise(SEED + 7, x / 2.5, y / 2.5));
}

export const lesionHalo: Scene = {
  name: "lesion-halo",
  width: 160,
  height: 120,
  seed: SEED,
  truth: lesion,
  paint: (x, y) => {
    const edge = lesion(x, y) + 1.5 * fractal(SEED + 8, x / 6, y / 6, 3);
    const flush = 0.3 * step(-18, 0, edge);
    const light = clamp(1.06 - 0.3 * ((x - 78) / 90) ** 2 - 0.3 * ((y - 56) / 70) ** 2, 0.5, 1.1);
    const surface = blend(blend(skin(x, y), [196, 120, 104], flush), pigment(x, y), 0.95 * step(-3, 3.5, edge));
    return lit(blend(surface, [52, 34, 28], 0.75 * step(-0.7, 0.5, hairs(x, y))), light);
  },
  v1: { shape: rim(10), model: { soft: 3.4, stray: 2 } },
  v2: { shape: rim(4), model: { soft: 2 } },
};
