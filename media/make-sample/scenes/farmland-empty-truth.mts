import { clamp, mix, phase, step } from "../math.mjs";
import { fractal, noise, random } from "../noise.mjs";
import { blend, forest, lit, type Rgb } from "../paint.mjs";
import type { Scene } from "../scene.mjs";
import { blob, box, type Field, frame, spline, strokes, union } from "../shapes.mjs";

const SEED = 97;
const plots = frame(80, 56, 0.93, 0.36);
const CROPS: readonly Rgb[] = [
  [128, 140, 74],
  [176, 158, 104],
  [96, 122, 60],
  [150, 128, 88],
  [112, 138, 84],
  [188, 176, 120],
];
/** A patch of bare, bright soil: the models take it for a roof. */
const bare = blob({ x: 62, y: 66, rx: 21, ry: 14, axis: [0.93, 0.36], wavy: 0.28, seed: SEED });
const stones = box(frame(124, 30, 0.93, 0.36), 9, 6, 3);
const track = strokes(
  spline([
    [-6, 20, 1.5],
    [40, 28, 1.5],
    [90, 52, 1.5],
    [118, 84, 1.5],
    [130, 122, 1.5],
  ]),
);
const nothing: Field = () => -40;

function farmland(x: number, y: number): Rgb {
  const [u, v] = plots(x + 2 * noise(SEED + 1, x / 26, y / 26), y + 2 * noise(SEED + 2, x / 26, y / 26));
  const column = Math.floor((u + 300) / 46);
  const row = Math.floor((v + 300 + 13 * (column % 3)) / 38);
  const kind = random(SEED + 3, column, row);
  const rows = kind < 0.5 ? phase(u, 3.4) : phase(v, 3.8);
  const furrow = 0.93 + 0.13 * Math.abs(2 * rows - 1);
  const soil = 0.95 + 0.15 * fractal(SEED + 4, x / 9, y / 9, 4) + 0.1 * fractal(SEED + 5, x / 34, y / 34, 2);
  const crop = lit(CROPS[Math.floor(kind * CROPS.length)] ?? [128, 140, 74], furrow * soil);
  const border = Math.min(phase(u + 300, 46) * 46, phase(v + 300 + 13 * (column % 3), 38) * 38);
  const bushes = border < 2.6 && noise(SEED + 6, x / 9, y / 9) > -0.35;
  const woods = Math.max(
    bushes ? 1 : 0,
    step(-2, 1, x - 128 + 0.5 * (112 - y) - 40 + 9 * fractal(SEED + 7, x / 20, y / 20, 2)),
  );
  return blend(crop, forest(SEED + 8, 5.4, [58, 84, 46])(x, y), woods);
}

export const farmlandEmptyTruth: Scene = {
  name: "farmland-empty-truth",
  width: 160,
  height: 112,
  seed: SEED,
  truth: nothing,
  paint: (x, y) => {
    const dust = lit([206, 188, 152], 0.98 + 0.1 * fractal(SEED + 9, x / 5, y / 5, 3));
    const patch = step(-3, 4, bare(x, y) + 2 * fractal(SEED + 10, x / 7, y / 7, 3));
    const heap = lit([178, 172, 164], clamp(1 + 0.5 * noise(SEED + 11, x / 2.6, y / 2.6), 0.5, 1.3));
    const ground = blend(farmland(x, y), dust, Math.max(0.92 * patch, 0.85 * step(-0.7, 0.7, track(x, y))));
    const shade = mix(1, 0.85, step(0, 1, fractal(SEED + 12, x / 70, y / 70, 2) * 2));
    return lit(blend(ground, heap, step(-1, 1, stones(x, y))), shade);
  },
  v1: { shape: union(bare, stones) },
  v2: { shape: nothing, edit: (logit, x, y) => logit + clamp(6 + 0.35 * bare(x, y), 0, 7.4) },
};
