/**
 * Scalar helpers. Only + - * / and square roots, which IEEE 754 rounds the same way everywhere, so that the sample's
 * pixels do not depend on a platform's `sin`, `exp` or `pow`.
 */

/** `x` limited to [low, high]. */
export function clamp(x: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, x));
}

/** From `a` (t = 0) to `b` (t = 1). */
export function mix(a: number, b: number, t: number): number {
  return a + (b - a) * t;
}

/** 0 below `from`, 1 above `to`, a smooth cubic between; `from` may be the larger, which turns the step round. */
export function step(from: number, to: number, x: number): number {
  const t = clamp((x - from) / (to - from), 0, 1);
  return t * t * (3 - 2 * t);
}

/** Length of the vector (x, y). */
export function length(x: number, y: number): number {
  return Math.sqrt(x * x + y * y);
}

/** Position of `x` inside its period, in [0, 1). */
export function phase(x: number, period: number): number {
  return x / period - Math.floor(x / period);
}

/** 1 / (1 + e^-x) for |x| < 30, with e^x taken as (1 + x/1024)^1024. */
export function logistic(x: number): number {
  let power = 1 - x / 1024;
  for (let i = 0; i < 10; i++) power *= power;
  return 1 / (1 + power);
}
