/** Colours and light. */
import { clamp, mix } from "./math.mjs";
import { fractal, nearestPoint, noise } from "./noise.mjs";

/** Red, green, blue, 0 to 255 (not rounded, and not yet limited). */
export type Rgb = readonly [number, number, number];

/** The colour at a position in pixels. */
export type Painter = (x: number, y: number) => Rgb;

/** From one colour to another. */
export function blend(a: Rgb, b: Rgb, t: number): Rgb {
  return [mix(a[0], b[0], t), mix(a[1], b[1], t), mix(a[2], b[2], t)];
}

/** Brighter (above 1) or darker. */
export function lit(color: Rgb, light: number): Rgb {
  return [color[0] * light, color[1] * light, color[2] * light];
}

/** Tree crowns seen from above: `size` pixels apart, lit from the upper left. */
export function forest(seed: number, size: number, color: Rgb): Painter {
  return (x, y) => {
    const tree = nearestPoint(seed, x / size + 0.15 * noise(seed, x / 3, y / 3), y / size);
    const round = clamp(1.15 - tree.distance * tree.distance * 1.3 - 0.55 * (tree.dx + tree.dy), 0.25, 1.6);
    const leaf = 1 + 0.18 * fractal(seed + 5, x / 3, y / 3, 2);
    return lit(blend(color, [color[0] * 1.35, color[1] * 1.1, color[2] * 0.8], tree.id), round * leaf);
  };
}

/** Samples per pixel side: 2 x 2 samples keep outlines smooth. */
const SAMPLES = 2;
/** Values are rounded to multiples of this, which halves the file and cannot be seen in a texture. */
const LEVEL = 4;

/** Paints `width` x `height` RGB bytes, row by row. */
export function paint(width: number, height: number, painter: Painter): Uint8Array {
  const bytes = new Uint8Array(width * height * 3);
  for (let i = 0; i < width * height; i++) {
    const sum = [0, 0, 0];
    for (let k = 0; k < SAMPLES * SAMPLES; k++) {
      const x = (i % width) + ((k % SAMPLES) + 0.5) / SAMPLES;
      const y = Math.floor(i / width) + (Math.floor(k / SAMPLES) + 0.5) / SAMPLES;
      const color = painter(x, y);
      for (let c = 0; c < 3; c++) sum[c] = (sum[c] ?? 0) + clamp(color[c] ?? 0, 0, 255);
    }
    for (let c = 0; c < 3; c++) {
      const mean = (sum[c] ?? 0) / (SAMPLES * SAMPLES);
      bytes[3 * i + c] = Math.min(255, LEVEL * Math.round(mean / LEVEL));
    }
  }
  return bytes;
}
