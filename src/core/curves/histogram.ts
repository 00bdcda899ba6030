import type { Tally } from "../tally.js";

/** How the probabilities are distributed, by truth. */
export interface Histogram {
  /** Lower ends of equal bins [l, u); p = 1 is in the last. */
  readonly edges: readonly number[];
  readonly negatives: readonly number[];
  readonly positives: readonly number[];
}

/** Counts the pixels of a tally in equal bins of p. The bin of an integer level is exact. */
export function histogram({ levels, maximum, negatives, positives }: Tally, bins: number): Histogram {
  const counts = { negatives: new Array<number>(bins).fill(0), positives: new Array<number>(bins).fill(0) };
  for (let i = 0; i < levels.length; i++) {
    const bin = Math.min(bins - 1, Math.floor((bins * levels[i]) / maximum));
    counts.negatives[bin] += negatives[i];
    counts.positives[bin] += positives[i];
  }
  return { edges: Array.from({ length: bins }, (_, bin) => bin / bins), ...counts };
}
