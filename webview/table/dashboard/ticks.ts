import type { Axis } from "../histogram.js";

/** Round numbers along an axis: powers of ten, or steps of 1, 2 or 5 times one. */
export function ticks({ minimum, maximum, log }: Axis, most: number): number[] {
  if (log) {
    const from = Math.ceil(Math.log10(minimum) - 1e-9);
    const to = Math.floor(Math.log10(maximum) + 1e-9);
    const step = Math.max(1, Math.ceil((to - from + 1) / most));
    return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => 10 ** (from + i)).filter(
      (_, i) => i % step === 0,
    );
  }
  const rough = (maximum - minimum) / most;
  const decade = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * decade).find((candidate) => candidate >= rough) ?? 10 * decade;
  const first = Math.ceil(minimum / step - 1e-9);
  const last = Math.floor(maximum / step + 1e-9);
  // A product of whole numbers, so that .3 is not .30000000000000004.
  const digits = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toFixed(digits)));
}
