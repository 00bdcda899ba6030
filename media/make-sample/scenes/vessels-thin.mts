import { clamp, length, mix, step } from "../math.mjs";
import { fractal, noise } from "../noise.mjs";
import { blend, lit } from "../paint.mjs";
import type { Scene } from "../scene.mjs";
import { type Field, grow, type Stroke, strokes } from "../shapes.mjs";

const SEED = 83;
const DISC = { x: 106, y: 62 };
const STEMS: readonly (readonly [dx: number, dy: number, radius: number, seed: number])[] = [
  [-0.35, -1, 2.2, 1],
  [-0.4, 1, 2.3, 2],
  [0.5, -1, 1.7, 3],
  [0.55, 1, 1.6, 4],
  [-1, -0.35, 1.3, 5],
  [-1, 0.5, 1.2, 16],
];
const tree: readonly Stroke[] = STEMS.flatMap(([dx, dy, radius, seed]) =>
  grow({
    at: [DISC.x, DISC.y],
    toward: [dx, dy],
    radius,
    thinnest: 0.62,
    taper: 0.968,
    stride: 4.5,
    bend: 0.34,
    fork: 0.13,
    seed: 15000 + 17 * seed,
  }),
);
const retina: Field = (x, y) => 62 - length(x - 68, y - 64);
const vessels = strokes(tree);
const truth: Field = (x, y) => Math.min(vessels(x, y), retina(x, y) - 1);

/** The tree without thin stretches: the finer a stroke, the likelier it is lost. */
function lost(surely: number, perhaps: number): Field {
  const kept = tree.filter(({ from: [x, y, r] }) => r > surely && (r > perhaps || noise(SEED, x / 13, y / 13) > 0.1));
  const field = strokes(kept);
  return (x, y) => Math.min(field(x, y), retina(x, y) - 1);
}

export const vesselsThin: Scene = {
  name: "vessels-thin",
  width: 136,
  height: 128,
  seed: SEED,
  truth,
  paint: (x, y) => {
    const glow = clamp(1.12 - length(x - 84, y - 60) / 110, 0.3, 1.1);
    const mottle = 1 + 0.12 * fractal(SEED + 1, x / 13, y / 13, 4) + 0.035 * noise(SEED + 2, x / 2, y / 2);
    const fundus = lit(
      blend([208, 104, 52], [190, 80, 40], 0.5 + 0.6 * fractal(SEED + 3, x / 40, y / 40, 2)),
      glow * mottle,
    );
    const macula = mix(1, 0.55, step(17, 2, length(x - 52, y - 66)));
    const fromDisc = length(x - DISC.x, (y - DISC.y) * 0.92) + 0.8 * noise(SEED + 4, x / 5, y / 5);
    const disc = blend(
      lit(fundus, macula),
      [250, 214, 140],
      0.92 * step(12.5, 9, fromDisc) + 0.25 * step(22, 11, fromDisc) * step(9, 12.5, fromDisc),
    );
    const cup = blend(disc, [255, 240, 196], 0.7 * step(6.5, 3, fromDisc));
    const blood = blend(cup, lit([122, 28, 24], 0.6 + 0.5 * glow), 0.85 * step(-0.9, 0.7, vessels(x, y)));
    return blend([10, 6, 6], blood, step(-0.8, 0.8, retina(x, y)));
  },
  v1: { shape: lost(0.8, 1.6), model: { soft: 0.7, stray: 0.35 } },
  v2: { shape: lost(0.64, 0.95), model: { soft: 0.6, stray: 0.2 } },
};
