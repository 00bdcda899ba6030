import { softSums } from "../sums.js";
import type { Tally } from "../tally.js";

/** The n + 1 edges of n equal bins as torch.linspace computes them: from both ends towards the middle. */
export function linspace(n: number): number[] {
  const step = 1 / n;
  return Array.from({ length: n + 1 }, (_, i) => (i < (n + 1) / 2 ? step * i : 1 - step * (n - i)));
}

/** Sum over the bins of |sum of p - number of positives|, and the pixels that fell into a bin. */
function gaps(tally: Tally, bins: number, binOf: (p: number) => number): { gap: number; pixels: number } {
  const surplus = new Float64Array(bins);
  let pixels = 0;
  for (let i = 0; i < tally.levels.length; i++) {
    const p = tally.levels[i] / tally.maximum;
    const bin = binOf(p);
    if (bin < 0) continue;
    const n = tally.negatives[i] + tally.positives[i];
    pixels += n;
    surplus[bin] += n * p - tally.positives[i];
  }
  return { gap: surplus.reduce((sum, value) => sum + Math.abs(value), 0), pixels };
}

/** torchmetrics: bins [l, u); p = 1 falls behind the last edge, into a bin of its own. */
export function ownBinOfOne(tally: Tally, edges: readonly number[], round: (p: number) => number): number {
  const { gap } = gaps(tally, edges.length, (p) => edges.findLastIndex((edge) => edge <= round(p)));
  return gap / softSums(tally).pixels;
}

/** MetricsReloaded: bins (l, u], so that p = 0 falls into none; the sum is divided by the pixels that are left. */
export function withoutZero(tally: Tally, n: number): number {
  const step = 1 / n;
  const edges = Array.from({ length: n + 1 }, (_, i) => (i === n ? 1 : i * step));
  const { gap, pixels } = gaps(tally, n, (p) => edges.findIndex((edge) => p <= edge) - 1);
  return gap / pixels;
}
