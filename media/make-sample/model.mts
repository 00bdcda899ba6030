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

/** Distance in pixels from every pixel to the outline, positive inside; columns first, then rows (Rosenfeld and Pfaltz). */
export function signedDistance(mask: Uint8Array, width: number, height: number): Float64Array {
  const far = width + height;
  const toValue = (value: number) => {
    const column = new Float64Array(width * height).fill(far);
    for (let i = 0; i < mask.length; i++) {
      const above = i < width ? far : (column[i - width] ?? far) + 1;
      column[i] = mask[i] === value ? 0 : Math.min(above, far);
    }
    for (let i = mask.length - width - 1; i >= 0; i--) {
      column[i] = Math.min(column[i] ?? far, (column[i + width] ?? far) + 1);
    }
    return Float64Array.from(column, (_, i) => {
      const start = i - (i % width);
      let best = far;
      for (let k = 0; k < width; k++) best = Math.min(best, length((i % width) - k, column[start + k] ?? far));
      return best;
    });
  };
  const toBackground = toValue(0);
  const toForeground = toValue(1);
  return toBackground.map((d, i) => (d > 0 ? d - 0.5 : 0.5 - (toForeground[i] ?? far)));
}

/** Logits of `model` that believes in the shape `field`. */
export function believe(width: number, height: number, field: Field, model: Model): Float64Array {
  const { seed, soft, stray, grain, sure } = model;
  return signedDistance(rasterize(width, height, field), width, height).map((distance, i) => {
    const x = i % width;
    const y = Math.floor(i / width);
    const edge = (distance + stray * fractal(seed, x / 11, y / 11, 3)) / soft;
    const texture = fractal(seed + 50, x / 19, y / 19, 2) + grain * noise(seed + 60, x / 1.7, y / 1.7);
    return clamp(edge, -sure, sure) + texture;
  });
}

/** Logits as the bytes of an 8-bit probability mask. */
export function toProbabilities(logits: Float64Array): Uint8Array {
  return Uint8Array.from(logits, (logit) => Math.round(255 * logistic(clamp(logit, -20, 20))));
}
