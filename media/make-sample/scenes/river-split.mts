import { clamp, mix, phase, step } from "../math.mjs";
import { fractal, noise } from "../noise.mjs";
import { blend, forest, lit, type Rgb } from "../paint.mjs";
import type { Scene } from "../scene.mjs";
import { box, type Field, frame, moved, spline, strokes, without } from "../shapes.mjs";

const SEED = 67;
const course = strokes(
  spline([
    [-12, 84, 9],
    [22, 92, 10],
    [50, 72, 11],
    [82, 52, 9.5],
    [112, 62, 11],
    [140, 48, 12],
    [176, 14, 12],
  ]),
);
const river: Field = (x, y) => course(x, y) + 2.2 * fractal(SEED, x / 12, y / 12, 3);

const across = frame(83, 54, 0.28, 1);
const bridge = box(across, 200, 4.2, 0);
/** What a model loses around the bridge. */
const gap = (width: number) => box(across, 30, width, 2);

function land(x: number, y: number): Rgb {
  const [u, v] = frame(80, 60, 0.28, 1)(x + 3 * noise(SEED + 1, x / 30, y / 30), y);
  const plot = Math.floor((u + 200) / 34) * 7 + Math.floor((v + 200) / 44) * 3;
  const crops: readonly Rgb[] = [
    [122, 132, 74],
    [162, 148, 96],
    [92, 116, 62],
    [142, 122, 84],
    [108, 134, 78],
  ];
  const furrows = 1 + 0.07 * (plot % 2 === 0 ? Math.abs(2 * phase(u, 4) - 1) : Math.abs(2 * phase(v, 5) - 1));
  const field = lit(
    crops[plot % crops.length] ?? [120, 130, 80],
    furrows * (0.92 + 0.16 * fractal(SEED + 2, x / 10, y / 10, 4)),
  );
  const hedge = Math.min(phase(u + 200, 34), phase(v + 200, 44)) < 0.06;
  const bank = step(-13, -6, course(x, y) + 5 * fractal(SEED + 3, x / 16, y / 16, 2));
  const woods = Math.max(bank, hedge ? 1 : 0, step(0.18, 0.26, fractal(SEED + 4, x / 44, y / 44, 2)));
  return blend(field, forest(SEED + 5, 5.2, [62, 88, 48])(x, y), woods);
}

function water(x: number, y: number): Rgb {
  const deep = clamp(course(x, y) / 9, 0, 1);
  const shimmer = 1 + 0.06 * noise(SEED + 6, x / 3, y / 2) + 0.1 * fractal(SEED + 7, x / 14, y / 9, 3);
  return lit(blend([112, 122, 98], [52, 88, 96], deep), shimmer);
}

function road(x: number, y: number): Rgb {
  const [u, v] = across(x, y);
  const grain = 1 + 0.07 * noise(SEED + 8, x / 1.8, y / 1.8);
  if (Math.abs(v) > 3.2) return lit([206, 202, 192], grain);
  return Math.abs(v) < 0.5 && phase(u, 8) < 0.5 ? [220, 218, 206] : lit([120, 118, 118], grain);
}

export const riverSplit: Scene = {
  name: "river-split",
  width: 160,
  height: 116,
  seed: SEED,
  truth: river,
  paint: (x, y) => {
    const shadow = mix(1, 0.55, step(-0.6, 0.6, moved(bridge, 4.5, 1)(x, y)) * step(-1, 1, river(x, y)));
    const shore = lit(blend(land(x, y), [150, 138, 106], step(-3, -0.5, river(x, y))), 1);
    const ground = blend(shore, water(x, y), step(-0.6, 0.6, river(x, y)));
    return blend(lit(ground, shadow), road(x, y), step(-0.4, 0.4, bridge(x, y)));
  },
  v1: { shape: without(river, gap(3.2)) },
  v2: { shape: without(river, gap(11)) },
};
