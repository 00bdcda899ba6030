import { clamp, step } from "../math.mjs";
import { fractal, hash, nearestPoint, noise, random } from "../noise.mjs";
import { blend, lit, type Rgb } from "../paint.mjs";
import type { Belief, Scene } from "../scene.mjs";
import { type Field, grow, strokes } from "../shapes.mjs";

const SEED = 71;
type Edit = NonNullable<Belief["edit"]>;
const lines = strokes(
  grow({
    at: [-4, 36],
    toward: [1, 0.22],
    radius: 2.6,
    thinnest: 0.75,
    taper: 0.985,
    stride: 5,
    bend: 0.75,
    fork: 0.12,
    seed: 6,
  }),
);
/** The lines, frayed. */
const crack: Field = (x, y) =>
  lines(x + 1.1 * noise(SEED, x / 4, y / 4), y + 1.1 * noise(SEED + 1, x / 4, y / 4)) +
  0.5 * noise(SEED + 2, x / 3, y / 3);

/** Pores of the concrete, [x, y, radius]: dark as the crack, and the models fall for some of them. */
const PORES = Array.from(
  { length: 46 },
  (_, i) => [160 * random(SEED + 3, i), 112 * random(SEED + 4, i), 0.5 + 0.9 * random(SEED + 5, i)] as const,
).filter(([x, y]) => crack(x, y) < -5);
const pores = strokes(PORES.map((pore) => ({ from: pore, to: [pore[0] + 0.1, pore[1], pore[2]] as const })));

/** Logits that put one to three pixels at every `every`-th pore. */
function specks(every: number): Edit {
  const spots = PORES.filter((_, i) => i % every === 0).map(([x, y], i) => {
    const px = Math.floor(x);
    const py = Math.floor(y);
    const size = hash(SEED + 6, i, 0) % 3;
    return { px, py, size, strength: 8.2 + 3 * random(SEED + 7, i) };
  });
  return (logit, x, y) => {
    const spot = spots.find(
      ({ px, py, size }) =>
        (y === py && x >= px && x <= px + Math.min(size, 1)) || (size === 2 && x === px && y === py + 1),
    );
    return spot ? logit + spot.strength : logit;
  };
}

function concrete(x: number, y: number): Rgb {
  const cloud = fractal(SEED + 8, x / 46, y / 46, 4);
  const sand = 0.055 * noise(SEED + 9, x / 1.6, y / 1.6) + 0.05 * noise(SEED + 10, x / 3.4, y / 3.4);
  const grit = nearestPoint(SEED + 11, x / 4.5, y / 4.5);
  const pebble = grit.id > 0.7 ? 0.09 * step(0.4, 0.2, grit.distance) : 0;
  const stain = step(0.1, 0.6, fractal(SEED + 12, x / 22, y / 60, 3)) * 0.4;
  return lit(
    blend(blend([172, 168, 158], [146, 144, 140], 0.5 + 0.6 * cloud), [132, 112, 90], stain),
    1 + sand + pebble,
  );
}

export const crackSpecks: Scene = {
  name: "crack-specks",
  width: 160,
  height: 112,
  seed: SEED,
  truth: crack,
  paint: (x, y) => {
    const light =
      1.06 -
      0.12 * (x / 160) -
      0.08 * (y / 112) +
      0.12 * step(-3, 0, crack(x - 1.2, y - 1.4)) * step(1, -1, crack(x, y));
    const dark = lit([44, 38, 36], 1 + 0.4 * fractal(SEED + 13, x / 3, y / 3, 2));
    const depth = clamp(Math.max(0.95 * step(-0.7, 0.8, crack(x, y)), 0.8 * step(-0.7, 0.5, pores(x, y))), 0, 1);
    return blend(lit(concrete(x, y), light), dark, depth);
  },
  v1: { shape: crack, edit: specks(1), model: { soft: 0.8, stray: 0.5 } },
  v2: { shape: crack, edit: specks(5), model: { soft: 0.5, stray: 0.1 } },
};
