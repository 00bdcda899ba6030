import { instantiate, type WasmGlobal, type WasmMemory } from "./instantiate.js";
import { resampleModule } from "./resampleModule.js";

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
  const means = Float64Array.from({ length: bootstrap.resamples }, () => {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += values[Math.floor(random() * n)];
    return sum / n;
  });
  return middleOf(means.sort());
}

/** Series that are resampled side by side. */
export const LANES = 8;

/**
 * At most {@link LANES} series of one length. They are written down where they are resampled and nowhere else: those of
 * 10,000 images take megabytes.
 */
export interface SeriesGroup {
  readonly series: number;
  readonly length: number;
  /** Writes value i of series s to place `LANES * i + s`. */
  write(lanes: Float64Array): void;
}

/**
 * The same intervals of the series of a group, in WebAssembly: not for pages, whose policy forbids it. As the seed is one,
 * a draw serves all of them. Of 10,000 values a group takes a twentieth of a second.
 */
export function bootstrapIntervals(group: SeriesGroup): Array<Interval | null> {
  if (group.length < 2) return new Array<null>(group.series).fill(null);
  return resampledMeans(group).map((means) => middleOf(means.sort()));
}

/** What `assembly/resample.ts` exports. */
interface Kernel {
  readonly memory: WasmMemory;
  readonly values: WasmGlobal;
  readonly sums: WasmGlobal;
  reserve(length: number, seed: number): void;
  resample(): void;
}

let loaded: Kernel | undefined;

/** The means of the resamples, by series. */
function resampledMeans({ series, length, write }: SeriesGroup): Float64Array[] {
  loaded ??= instantiate<Kernel>(resampleModule);
  loaded.reserve(length, bootstrap.seed);
  const { buffer } = loaded.memory;
  write(new Float64Array(buffer, loaded.values.value, LANES * length));
  const sums = new Float64Array(buffer, loaded.sums.value, series);
  const means = Array.from({ length: series }, () => new Float64Array(bootstrap.resamples));
  for (let resample = 0; resample < bootstrap.resamples; resample++) {
    loaded.resample();
    for (let i = 0; i < series; i++) means[i][resample] = sums[i] / length;
  }
  return means;
}

function middleOf(means: Float64Array): Interval {
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
