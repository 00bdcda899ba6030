import { clamp, mix, phase, step } from "../math.mjs";
import { fractal, noise } from "../noise.mjs";
import { blend, forest, lit, type Rgb } from "../paint.mjs";
import type { Scene } from "../scene.mjs";
import { box, frame, moved, spline, strokes, union } from "../shapes.mjs";

const SEED = 127;
const main = strokes(
  spline([
    [-12, 96, 6.4],
    [26, 84, 6.4],
    [58, 58, 6.4],
    [92, 46, 6.4],
    [126, 56, 6.4],
    [176, 44, 6.4],
  ]),
);
const side = strokes(
  spline([
    [92, 46, 4],
    [88, 22, 4],
    [98, -12, 4],
  ]),
);
const lane = strokes(
  spline([
    [122, 56, 3],
    [112, 84, 3],
    [120, 126, 3],
  ]),
);
const roads = union(main, side, lane);
const HOUSES: readonly (readonly [
  x: number,
  y: number,
  long: number,
  wide: number,
  dx: number,
  dy: number,
  roof: Rgb,
])[] = [
  [38, 36, 12, 8, 0.8, -0.6, [164, 82, 62]],
  [60, 26, 10, 7, 0.9, -0.3, [150, 144, 140]],
  [122, 30, 11, 8, 1, 0.1, [172, 92, 66]],
  [92, 82, 11, 8, 1, 0.2, [124, 88, 74]],
  [140, 82, 11, 7.5, 1, -0.1, [176, 98, 72]],
  [62, 92, 10, 7, 0.8, -0.5, [166, 160, 154]],
];
const houses = HOUSES.map(([x, y, long, wide, dx, dy]) => box(frame(x, y, dx, dy), long, wide, 0.5));
const built = union(...houses);

function garden(x: number, y: number): Rgb {
  const lawn = lit(
    blend([116, 138, 76], [146, 146, 92], 0.5 + 0.7 * fractal(SEED + 1, x / 24, y / 24, 3)),
    0.95 + 0.16 * fractal(SEED + 2, x / 5, y / 5, 4),
  );
  const woods =
    step(0.08, 0.16, fractal(SEED + 3, x / 26, y / 26, 3)) * step(-4, -6, roads(x, y)) * step(-2, -4, built(x, y));
  return blend(lawn, forest(SEED + 4, 6.5, [64, 92, 48])(x, y), woods);
}

function asphalt(x: number, y: number): Rgb {
  const inside = roads(x, y);
  const grain = 1 + 0.06 * noise(SEED + 5, x / 1.6, y / 1.6) + 0.08 * fractal(SEED + 6, x / 26, y / 26, 3);
  const middle = main(x, y) > 5.8 && phase(x, 9) < 0.55;
  const curb = inside < 1.1 ? 1.45 : 1;
  return middle ? [226, 222, 204] : lit([124, 122, 122], grain * curb);
}

function roof(x: number, y: number, i: number): Rgb {
  const [cx, cy, , , dx, dy, color] = HOUSES[i] ?? [0, 0, 1, 1, 1, 0, [0, 0, 0]];
  const [u, v] = frame(cx, cy, dx, dy)(x, y);
  const tiles = 1 + 0.06 * (phase(v, 2) < 0.5 ? 1 : -1) + 0.06 * noise(SEED + 7, u / 2, v / 2);
  return lit(color, (v < 0 ? 1.12 : 0.76) * tiles);
}

export const roadInverted: Scene = {
  name: "road-inverted",
  width: 160,
  height: 116,
  seed: SEED,
  truth: roads,
  paint: (x, y) => {
    const shadow = mix(1, 0.5, step(-0.7, 0.7, moved(built, 3, 3.5)(x, y)));
    let color = lit(blend(garden(x, y), asphalt(x, y), step(-0.4, 0.4, roads(x, y))), shadow);
    houses.forEach((house, i) => {
      color = blend(color, roof(x, y, i), step(-0.4, 0.4, house(x, y)));
    });
    return lit(color, clamp(1.04 - y / 1500, 0, 2));
  },
  v1: { shape: (x, y) => -roads(x, y) },
  v2: { shape: roads },
};
