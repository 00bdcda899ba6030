import { clamp, mix, phase, step } from "../math.mjs";
import { fractal, nearestPoint, noise } from "../noise.mjs";
import { blend, lit, type Rgb } from "../paint.mjs";
import type { Scene } from "../scene.mjs";
import { type Field, frame, moved, spline, strokes, union } from "../shapes.mjs";

const SEED = 11;
const HALF = 56;
const local = frame(84, 58, 0.9, -0.42);
/** Along the leaf from -1 (stem) to 1 (tip), and pixels from its bent midrib. */
const onLeaf = (x: number, y: number) => {
  const [u, v] = local(x, y);
  return { u: u / HALF, v: v + 7 * (u / HALF) * (u / HALF) - 3 };
};

const blade: Field = (x, y) => {
  const { u, v } = onLeaf(x, y);
  if (Math.abs(u) >= 1) return -1;
  const teeth = 0.9 * (2 * phase(u * HALF + 0.25 * Math.abs(v), 6) - 1) + 2.2 * noise(SEED, u * 3, v > 0 ? 0.3 : 7.7);
  return 29 * (1 - u * u) * (1 - 0.38 * u) + teeth * (1 - u * u) - Math.abs(v);
};
const stem = strokes(
  spline([
    [36, 82, 1.3],
    [25, 89, 1.5],
    [14, 99, 2],
  ]),
);
const leaf = union(blade, stem);

function soil(x: number, y: number): Rgb {
  const stone = nearestPoint(SEED + 3, x / 7 + 0.3 * noise(SEED, x / 5, y / 5), y / 6);
  const earth = 0.8 + 0.5 * fractal(SEED + 4, x / 9, y / 9, 5);
  const ground = lit(blend([92, 70, 50], [58, 44, 34], 0.5 + 0.5 * fractal(SEED + 6, x / 40, y / 40, 2)), earth);
  if (stone.id < 0.6) return ground;
  const face = clamp(1.05 - 0.9 * (stone.dx + stone.dy), 0.4, 1.5);
  return blend(ground, lit([134, 122, 108], face * earth), step(0.45, 0.33, stone.distance));
}

function green(x: number, y: number): Rgb {
  const { u, v } = onLeaf(x, y);
  const side = phase(u * HALF - 0.55 * Math.abs(v) + (v > 0 ? 4 : 0), 10.5);
  const vein = Math.max(step(1.5, 0.5, Math.abs(v)), 0.75 * step(0.11, 0.03, Math.abs(side - 0.5)));
  const bulge =
    0.9 +
    0.35 * (side - 0.5) * (side > 0.5 ? -1 : 1) +
    (v < 0 ? 0.13 : -0.04) +
    0.12 * fractal(SEED + 8, x / 6, y / 6, 3);
  const age = clamp(0.4 + 0.5 * fractal(SEED + 9, x / 30, y / 30, 2) + 0.25 * u, 0, 1);
  const skin = lit(blend([62, 118, 44], [146, 168, 62], age), bulge);
  const rust = step(0.42, 0.62, fractal(SEED + 10, x / 8, y / 8, 3));
  return blend(blend(skin, [134, 86, 44], rust * 0.8), [196, 208, 132], vein * 0.7);
}

export const leafPerfect: Scene = {
  name: "leaf-perfect",
  width: 160,
  height: 120,
  seed: SEED,
  truth: leaf,
  paint: (x, y) => {
    const shade = mix(1, 0.45, step(-4, 4, moved(leaf, 4, 5)(x, y)));
    const surface = blade(x, y) > 0 ? green(x, y) : ([150, 160, 84] as const);
    return blend(lit(soil(x, y), shade), surface, step(-0.4, 0.4, leaf(x, y)));
  },
  v1: { shape: leaf, model: { soft: 1, stray: 0.5 } },
  v2: { shape: leaf, model: { soft: 0.5, stray: 0.1 } },
};
