import { clamp, mix, step } from "../math.mjs";
import { fractal, noise, random } from "../noise.mjs";
import { blend, lit, type Rgb } from "../paint.mjs";
import type { Scene } from "../scene.mjs";
import { type Field, frame, moved } from "../shapes.mjs";

const SEED = 23;
const local = frame(76, 60, 0.93, -0.36);
const HALF = 46;
const BEAM = 10.5;

/** A hull with a pointed bow and a round stern. */
const hull: Field = (x, y) => {
  const [u, v] = local(x, y);
  const bow = step(HALF + 1, HALF - 30, u);
  const stern = Math.sqrt(clamp((u + HALF) / 7, 0, 1));
  return Math.min(BEAM * Math.sqrt(bow) * stern - Math.abs(v), HALF - Math.abs(u));
};

const CARGO: readonly Rgb[] = [
  [170, 66, 52],
  [58, 96, 138],
  [196, 168, 96],
  [92, 122, 84],
  [150, 150, 150],
  [190, 112, 60],
];

function deck(x: number, y: number): Rgb {
  const [u, v] = local(x, y);
  const grain = 1 + 0.1 * fractal(SEED + 1, x / 4, y / 4, 2);
  const rim = hull(x, y);
  if (rim < 1.7) return lit([112, 48, 42], grain);
  if (u < -24 && u > -38 && Math.abs(v) < 7.5)
    return lit(u > -28 ? [186, 190, 190] : [236, 236, 230], grain * (v < 0 ? 1.04 : 0.92));
  if (u > -21 && u < 26 && Math.abs(v) < 7.6) {
    const row = Math.floor((u + 21) / 7.8);
    const stack = Math.floor((v + 7.6) / 3.04);
    const gap = Math.abs(u + 21 - 7.8 * row - 3.9) > 3.4 || Math.abs(v + 7.6 - 3.04 * stack - 1.52) > 1.3;
    const color = CARGO[Math.floor(random(SEED, row, stack) * CARGO.length)] ?? [150, 150, 150];
    return gap ? [52, 50, 50] : lit(color, grain);
  }
  return lit([138, 108, 92], grain);
}

function sea(x: number, y: number): Rgb {
  const [u, v] = local(x, y);
  const swell = fractal(SEED + 2, x / 26 + y / 60, y / 11, 3);
  const ripple = noise(SEED + 3, x / 4.5 + y / 9, y / 2.2) + 0.6 * noise(SEED + 4, x / 2.6, y / 1.6);
  const water = lit(blend([26, 66, 84], [44, 96, 110], 0.5 + 0.6 * swell), 1 + 0.1 * ripple);
  const behind = -HALF - u;
  const churn = 0.5 + 0.8 * fractal(SEED + 5, x / 5, y / 3.5, 3);
  const wake = behind > -3 ? step(8 + 0.08 * behind, 2, Math.abs(v)) * clamp(1.1 - behind / 60, 0, 1) : 0;
  // The bow wave spreads out at a fixed angle from the bow.
  const arm = Math.abs(Math.abs(v) - 2 - 0.36 * (HALF - u));
  const bowWave = u < HALF ? step(3.2, 0.3, arm) * clamp(1 - (HALF - u) / 85, 0, 1) * 0.7 : 0;
  return blend(water, [214, 226, 226], clamp(Math.max(wake, bowWave) * churn, 0, 0.95));
}

export const shipShift: Scene = {
  name: "ship-shift",
  width: 160,
  height: 120,
  seed: SEED,
  truth: hull,
  paint: (x, y) => {
    const shadow = mix(1, 0.5, step(-1.5, 1.5, moved(hull, 2, 4)(x, y)));
    return blend(lit(sea(x, y), shadow), deck(x, y), step(-0.4, 0.4, hull(x, y)));
  },
  v1: { shape: moved(hull, 2, 1) },
  v2: { shape: moved(hull, 6, 5) },
};
