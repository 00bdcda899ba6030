import type { NumberParameter } from "../../src/core/parameters.js";

type Range = Pick<NumberParameter, "minimum" | "maximum" | "step">;

/** Positions of a slider that moves by decades. */
const LOG_STEPS = 1000;

/** Where a scale that includes 0 begins after it. */
const LEAST_ABOVE_ZERO = 1e-3;

/** What an `<input type="range">` is told. */
export function sliderRange({ minimum, maximum, step }: Range): { minimum: number; maximum: number; step: number } {
  return step === "log" ? { minimum: 0, maximum: LOG_STEPS, step: 1 } : { minimum, maximum, step };
}

/** Position of a value on the slider. */
export function toPosition({ minimum, maximum, step }: Range, value: number): number {
  if (step !== "log") return value;
  const least = minimum > 0 ? minimum : LEAST_ABOVE_ZERO;
  if (value < least) return 0;
  const part = Math.log(value / least) / Math.log(maximum / least);
  // Position 0 is taken by 0 itself where the range includes it.
  const first = minimum > 0 ? 0 : 1;
  return Math.round(first + part * (LOG_STEPS - first));
}

/** Value at a position, in two significant digits for slides by decades. */
export function toValue({ minimum, maximum, step }: Range, position: number): number {
  if (step !== "log") return Math.min(maximum, Math.max(minimum, position));
  if (position <= 0) return minimum;
  const least = minimum > 0 ? minimum : LEAST_ABOVE_ZERO;
  const first = minimum > 0 ? 0 : 1;
  const part = (position - first) / (LOG_STEPS - first);
  return Math.min(maximum, Number((least * (maximum / least) ** part).toPrecision(2)));
}
