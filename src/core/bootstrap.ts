/** How an interval of a mean is found; stated wherever one is shown. */
export const bootstrap = { resamples: 2000, level: 0.95, seed: 1 } as const;

/** The middle part of the means of resampled data. */
export type Interval = readonly [lower: number, upper: number];

/**
 * Percentile bootstrap interval of a mean (Efron 1979): draws as many values as there are, with replacement, 2,000 times,
 * and takes the 2.5 % and 97.5 % quantiles of their means (linear interpolation, as numpy.percentile). The generator is
 * seeded, so the same values in the same order give the same interval.
 *
 * @returns null for fewer than two values, whose spread nobody knows.
 */
export function bootstrapInterval(values: ArrayLike<number>): Interval | null {
  const n = values.length;
  if (n < 2) return null;
  const random = mulberry32(bootstrap.seed);
  const means = new Float64Array(bootstrap.resamples);
  for (let resample = 0; resample < means.length; resample++) {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += values[Math.floor(random() * n)];
    means[resample] = sum / n;
  }
  means.sort();
  const tail = (1 - bootstrap.level) / 2;
  return [quantile(means, tail), quantile(means, 1 - tail)];
}

function quantile(sorted: Float64Array, fraction: number): number {
  const at = fraction * (sorted.length - 1);
  const below = Math.floor(at);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
}

/** Uniform in [0, 1), 32 bits (Ettinger 2017). */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
