import { clamp, step } from "../math.mjs";
import { fractal, noise } from "../noise.mjs";
import { blend, lit, type Rgb } from "../paint.mjs";
import type { Scene } from "../scene.mjs";
import { type Blob, blob, strokes, union } from "../shapes.mjs";

const SEED = 53;
const CELLS: readonly (Omit<Blob, "seed" | "wavy"> & { readonly light: number })[] = [
  { x: 52, y: 50, rx: 19, ry: 14, axis: [1, 0.5], light: 1 },
  { x: 81, y: 68, rx: 16, ry: 13, axis: [0.6, -1], light: 0.86 },
  { x: 112, y: 32, rx: 16, ry: 11, axis: [1, -0.6], light: 0.72 },
  { x: 24, y: 92, rx: 15, ry: 11, axis: [1, 0.2], light: 0.95 },
  { x: 118, y: 88, rx: 18, ry: 12, axis: [0.4, 1], light: 0.8 },
  { x: 76, y: 14, rx: 13, ry: 9, axis: [1, 0.1], light: 0.66 },
  { x: 14, y: 28, rx: 10, ry: 13, light: 0.6 },
  { x: 72, y: 108, rx: 14, ry: 9, axis: [1, -0.25], light: 0.7 },
];
const nuclei = CELLS.map((cell, i) => blob({ ...cell, wavy: 0.13, seed: SEED + i * 7 }));
const truth = union(...nuclei);
const bridge = strokes([{ from: [56, 53, 9], to: [78, 66, 9] }]);

/** The cell body around a nucleus: thin fibres that run along it. */
function body(x: number, y: number): number {
  const warpX = x + 9 * fractal(SEED + 60, x / 30, y / 30, 2);
  const near = step(-30, 2, union(...nuclei)(warpX, y + 5 * noise(SEED + 61, x / 24, y / 24)));
  const fibre = 0.55 + 0.5 * noise(SEED + 62, (x + y) / 16 + fractal(SEED + 63, x / 20, y / 20, 2), (x - y) / 3.2);
  return near * near * clamp(fibre, 0, 1);
}

export const cellsMerged: Scene = {
  name: "cells-merged",
  width: 144,
  height: 120,
  seed: SEED,
  truth,
  paint: (x, y) => {
    const dark: Rgb = lit([8, 12, 20], 1 + 0.4 * noise(SEED + 64, x / 2, y / 2));
    let color = blend(dark, [34, 150, 92], 0.62 * body(x, y));
    nuclei.forEach((nucleus, i) => {
      const inside = nucleus(x, y);
      const chromatin = 0.82 + 0.3 * fractal(SEED + 70 + i, x / 7, y / 7, 4);
      const spots = 1 - 0.4 * step(0.35, 0.6, noise(SEED + 80 + i, x / 5, y / 5));
      const glow = (CELLS[i]?.light ?? 1) * chromatin * spots * (0.72 + 0.3 * step(0, 9, inside));
      color = blend(color, lit([86, 146, 255], glow), step(-1.6, 1.6, inside));
    });
    return color;
  },
  v1: { shape: union(truth, bridge) },
  v2: { shape: truth },
};
