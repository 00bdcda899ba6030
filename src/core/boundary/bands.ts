/** Pixels of the two boundary bands of a pair. */
export interface BandCounts {
  readonly truth: number;
  readonly prediction: number;
  readonly both: number;
}

/** Width of the band: 2 % of the diagonal, rounded half to even (as Python does), at least 1. */
export function bandWidth(width: number, height: number, share = 0.02): number {
  const exact = share * Math.sqrt(height ** 2 + width ** 2);
  const whole = Math.floor(exact);
  const isUp = exact - whole === 0.5 ? whole % 2 === 1 : exact - whole > 0.5;
  return Math.max(1, isUp ? whole + 1 : whole);
}

/**
 * Counts the pixels of each mask that d erosions by 3 x 3 take away, outside the image being background. What is left
 * are the centres of all-foreground windows of 2d + 1; they are found in one pass that counts runs down each column and
 * along each row, so the cost does not depend on d.
 *
 * Source: bowenc0221/boundary-iou-api, mask_to_boundary.
 */
export function countBands(
  truth: Uint8Array,
  prediction: Uint8Array,
  width: number,
  height: number,
  d: number,
): BandCounts {
  const side = 2 * d + 1;
  const truthRuns = new Int32Array(width);
  const predictionRuns = new Int32Array(width);
  const sums = { truth: 0, prediction: 0, both: 0 };
  for (let y = 0, i = 0; y < height; y++) {
    let truthAlong = 0;
    let predictionAlong = 0;
    for (let x = 0; x < width; x++, i++) {
      const t = truth[i];
      const p = prediction[i];
      sums.truth += t;
      sums.prediction += p;
      sums.both += t & p;
      const truthDown = t === 0 ? 0 : truthRuns[x] + 1;
      const predictionDown = p === 0 ? 0 : predictionRuns[x] + 1;
      truthRuns[x] = truthDown;
      predictionRuns[x] = predictionDown;
      truthAlong = truthDown < side ? 0 : truthAlong + 1;
      predictionAlong = predictionDown < side ? 0 : predictionAlong + 1;
      const isTruthInner = truthAlong >= side;
      const isPredictionInner = predictionAlong >= side;
      if (!isTruthInner && !isPredictionInner) continue;
      const centre = i - d * width - d;
      if (isTruthInner) sums.truth--;
      if (isPredictionInner) sums.prediction--;
      if (truth[centre] === 1 && prediction[centre] === 1) sums.both--;
    }
  }
  return sums;
}

export function mergeBands(a: BandCounts, b: BandCounts): BandCounts {
  return { truth: a.truth + b.truth, prediction: a.prediction + b.prediction, both: a.both + b.both };
}
