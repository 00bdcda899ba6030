import { clamp, mix, phase, step } from "../math.mjs";
import { fractal, noise } from "../noise.mjs";
import { blend, forest, lit, type Rgb } from "../paint.mjs";
import type { Scene } from "../scene.mjs";
import { blob, box, type Field, frame, moved, union } from "../shapes.mjs";

const SEED = 103;
const DIRECTION = [0.16, 1] as const;
const lot = frame(80, 58, ...DIRECTION);
/** Parked cars: [x, y, half length, half width, colour, nose up or down]. */
const PARKED: readonly (readonly [number, number, number, number, Rgb, 1 | -1])[] = [
  [24, 31, 15, 7.2, [196, 44, 40], 1],
  [66, 25, 14, 7, [226, 228, 230], -1],
  [108, 18, 15, 7.2, [50, 52, 58], 1],
  [34, 92, 15, 7.4, [52, 98, 164], -1],
  [76, 86, 16, 7.6, [40, 42, 44], 1],
  [118, 79, 14, 7, [198, 190, 168], 1],
];
const cars = PARKED.map(([x, y, long, wide]) => box(frame(x, y, ...DIRECTION), long, wide, 4.2));
const truth = union(...cars);
const seen = (...missed: number[]): Field => union(...cars.filter((_, i) => !missed.includes(i)));
const crown = blob({ x: 100, y: 52, rx: 23, ry: 18, axis: [1, -0.3], wavy: 0.3, seed: SEED + 1 });
const shade: Field = (x, y) => Math.max(moved(crown, 4, 12)(x, y), moved(crown, -10, 20)(x, y) - 3);

function asphalt(x: number, y: number): Rgb {
  const [u, v] = lot(x, y);
  const grain = 1 + 0.07 * noise(SEED + 2, x / 1.5, y / 1.5) + 0.1 * fractal(SEED + 3, x / 30, y / 30, 3);
  const bay = Math.abs(phase(v + 10.5, 21) - 0.5) < 0.03 && Math.abs(Math.abs(u) - 33) < 21;
  const oil = 0.25 * step(0.35, 0.7, fractal(SEED + 4, x / 10, y / 10, 3));
  return bay ? lit([214, 214, 208], 0.9 + 0.1 * grain) : lit([112, 112, 114], grain - oil);
}

function car(x: number, y: number, i: number): Rgb {
  const [cx, cy, long, wide, color, nose] = PARKED[i] ?? [0, 0, 1, 1, [0, 0, 0], 1];
  const [along, v] = frame(cx, cy, ...DIRECTION)(x, y);
  const u = along * nose;
  const gloss = 0.9 + 0.22 * step(wide, -wide, v) - 0.16 * step(wide - 2.6, wide, Math.abs(v));
  const glass = box((a, b) => [a, b], 1.9, wide - 2, 1);
  const windows = Math.max(glass(u - 0.33 * long, v), glass(u + 0.58 * long, v));
  const lamps = u > long - 2.2 && Math.abs(v) > wide - 3.4;
  const paintwork = lit(color, gloss);
  return lamps
    ? [246, 240, 214]
    : blend(paintwork, lit([34, 42, 52], 1 + 0.9 * step(2, -5, v)), step(-0.4, 0.4, windows));
}

export const carsMissed: Scene = {
  name: "cars-missed",
  width: 144,
  height: 116,
  seed: SEED,
  truth,
  paint: (x, y) => {
    const cast = mix(1, 0.45, step(-1, 1, moved(truth, 2.5, 2)(x, y)));
    let color = lit(asphalt(x, y), cast);
    cars.forEach((field, i) => {
      color = blend(color, car(x, y, i), step(-0.4, 0.4, field(x, y)));
    });
    color = lit(color, mix(1, 0.36, step(-2, 1.5, shade(x, y) + 2 * noise(SEED + 5, x / 4, y / 4))));
    const leaves = crown(x, y) + 2.5 * noise(SEED + 6, x / 4, y / 4);
    return lit(
      blend(color, forest(SEED + 7, 6, [74, 108, 50])(x, y), step(-0.5, 0.5, leaves)),
      clamp(1.05 - x / 900, 0, 2),
    );
  },
  v1: { shape: seen(2, 4) },
  v2: { shape: seen(4) },
};
