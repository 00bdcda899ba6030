/** What a network would answer: the logits of a shape that it believes in, soft at the outline, uneven, a little noisy. */
import { clamp, length, logistic } from "./math.mjs";
import { fractal, noise } from "./noise.mjs";
import type { Field } from "./shapes.mjs";

export interface Model {
  readonly seed: number;
  /** Pixels for one unit of logit at the outline. */
  readonly soft: number;
  /** How far, in pixels, the outline strays. */
  readonly stray: number;
  /** Noise on the logits, pixel by pixel. */
  readonly grain: number;
  /** The logit far inside and, negated, far outside. */
  readonly sure: number;
}

/** One byte a pixel: 1 where the field is positive at the pixel's centre. */
export function rasterize(width: number, height: number, field: Field): Uint8Array {
  return Uint8Array.from({ length: width * height }, (_, i) =>
    field((i % width) + 0.5, Math.floor(i / width) + 0.5) > 0 ? 1 : 0,
  );
}

/** Distance from every pixel to the nearest one whose byte is `value`: down and up the columns, then outwards along the row. */
function distanceTo(value: number, mask: Uint8Array, width: number, height: number): Float64Array {
  const far = width + height;
  const column = new Float64Array(width * height).fill(far);
  for (let i = 0; i < mask.length; i++) {
    const above = i < width ? far : (column[i - width] ?? far) + 1;
    column[i] = mask[i] === value ? 0 : Math.min(above, far);
  }
  for (let i = mask.length - width - 1; i >= 0; i--) {
    column[i] = Math.min(column[i] ?? far, (column[i + width] ?? far) + 1);
  }
  return column.map((here, i) => {
    const x = i % width;
    let best = here;
    for (let k = 1; k < best && (k <= x || x + k < width); k++) {
      if (k <= x) best = Math.min(best, length(k, column[i - k] ?? far));
      if (x + k < width) best = Math.min(best, length(k, column[i + k] ?? far));
    }
    return best;
  });
}

/** Distance in pixels from every pixel to the outline of `field`, positive inside: the mean of 2 x 2 samples. */
function signedDistance(width: number, height: number, field: Field): Float64Array {
  const fine = rasterize(2 * width, 2 * height, (x, y) => field(x / 2, y / 2));
  const toBackground = distanceTo(0, fine, 2 * width, 2 * height);
  const toForeground = distanceTo(1, fine, 2 * width, 2 * height);
  const at = (i: number) => (fine[i] ? (toBackground[i] ?? 0) - 0.5 : 0.5 - (toForeground[i] ?? 0));
  return Float64Array.from({ length: width * height }, (_, i) => {
    const corner = 4 * width * Math.floor(i / width) + 2 * (i % width);
    return (at(corner) + at(corner + 1) + at(corner + 2 * width) + at(corner + 2 * width + 1)) / 8;
  });
}

/** Logits of `model` that believes in the shape `field`. */
export function believe(width: number, height: number, field: Field, model: Model): Float64Array {
  const { seed, soft, stray, grain, sure } = model;
  return signedDistance(width, height, field).map((distance, i) => {
    const x = i % width;
    const y = Math.floor(i / width);
    const edge = (distance + stray * fractal(seed, x / 10, y / 10, 2)) / soft;
    const texture = fractal(seed + 50, x / 19, y / 19, 2) + grain * noise(seed + 60, x / 1.7, y / 1.7);
    return clamp(edge, -sure, sure) + texture;
  });
}

/** Logits as the bytes of an 8-bit probability mask. */
export function toProbabilities(logits: Float64Array): Uint8Array {
  return Uint8Array.from(logits, (logit) => Math.round(255 * logistic(clamp(logit, -20, 20))));
}
