import { type DirectedDistances, pooled, type SurfaceTally } from "./surfaceTally.js";

const total = (weights: Float64Array): number => weights.reduce((sum, weight) => sum + weight, 0);

/**
 * Percentile with linear interpolation, as numpy.percentile: the list of distances is read off the histogram.
 * For edge pixels, whose weights are counts.
 *
 * @param percent 0 to 100.
 * @returns null where there is no distance.
 */
export function percentile({ squares, weights }: DirectedDistances, percent: number): number | null {
  const n = total(weights);
  if (n === 0) return null;
  const rank = ((n - 1) * percent) / 100;
  const low = Math.floor(rank);
  const at = (position: number): number => {
    let passed = 0;
    for (let i = 0; i < weights.length; i++) {
      passed += weights[i];
      if (position < passed) return Math.sqrt(squares[i]);
    }
    return Math.sqrt(squares[squares.length - 1]);
  };
  const [below, above] = [at(low), at(low + 1)];
  return below + (above - below) * (rank - low);
}

/** Percentile by weight: the first distance up to which lies at least that share, as surface-distance has it. */
export function weightedPercentile({ squares, weights }: DirectedDistances, percent: number): number | null {
  const n = total(weights);
  if (n === 0) return null;
  let passed = 0;
  for (let i = 0; i < weights.length; i++) {
    passed += weights[i];
    if (passed / n >= percent / 100) return Math.sqrt(squares[i]);
  }
  return Math.sqrt(squares[squares.length - 1]);
}

/** Mean distance, or null where there is none. */
export function meanDistance({ squares, weights }: DirectedDistances): number | null {
  const n = total(weights);
  if (n === 0) return null;
  return squares.reduce((sum, square, i) => sum + Math.sqrt(square) * weights[i], 0) / n;
}

/** The greater of what a function gives for the two directions; null where it gives none for either. */
export function greaterOf(
  { fromTruth, fromPrediction }: SurfaceTally,
  of: (distances: DirectedDistances) => number | null,
): number | null {
  const [a, b] = [of(fromTruth), of(fromPrediction)];
  return a === null || b === null ? null : Math.max(a, b);
}

/** ASSD: mean over the distances of both directions in one list. */
export function pooledMean(tally: SurfaceTally): number | null {
  return meanDistance(pooled(tally));
}

/** MASD: mean of the two directed means. */
export function meanOfMeans({ fromTruth, fromPrediction }: SurfaceTally): number | null {
  const [a, b] = [meanDistance(fromTruth), meanDistance(fromPrediction)];
  return a === null || b === null ? null : (a + b) / 2;
}

/**
 * NSD: the share of both surfaces that lies within a tolerance of the other, inclusive. A surface without a partner is
 * never within it.
 *
 * @returns null where neither mask has a surface.
 */
export function surfaceDice({ fromTruth, fromPrediction }: SurfaceTally, tolerance: number): number | null {
  let within = 0;
  let all = 0;
  for (const { squares, weights, unmatched } of [fromTruth, fromPrediction]) {
    all += unmatched;
    for (let i = 0; i < squares.length; i++) {
      all += weights[i];
      if (Math.sqrt(squares[i]) <= tolerance) within += weights[i];
    }
  }
  return all === 0 ? null : within / all;
}
