import type { Axis } from "../histogram.js";

/** Round numbers along an axis: powers of ten, with 2 and 5 times them where they are few, or steps of 1, 2 or 5 times one. */
export function ticks({ minimum, maximum, log, positive }: Axis, most: number): number[] {
  if (log) return logTicks(positive ?? minimum, maximum, most);
  const rough = (maximum - minimum) / most;
  const decade = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * decade).find((candidate) => candidate >= rough) ?? 10 * decade;
  const first = Math.ceil(minimum / step - 1e-9);
  const last = Math.floor(maximum / step + 1e-9);
  // A product of whole numbers, so that .3 is not .30000000000000004.
  const digits = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toFixed(digits)));
}

function logTicks(minimum: number, maximum: number, most: number): number[] {
  const [from, to] = [Math.floor(Math.log10(minimum)), Math.floor(Math.log10(maximum) + 1e-9)];
  const isWithin = (tick: number) => tick >= minimum * (1 - 1e-9) && tick <= maximum * (1 + 1e-9);
  const decades = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  const powers = decades.map((decade) => 10 ** decade).filter(isWithin);
  const between = decades.flatMap((decade) => [1, 2, 5].map((factor) => factor * 10 ** decade)).filter(isWithin);
  if (powers.length < 3 && between.length <= most) return between;
  const step = Math.max(1, Math.ceil(powers.length / most));
  return powers.filter((_, i) => i % step === 0);
}
