import { surfaceDice, weightedPercentile } from "../boundary/surfaceDistances.js";
import type { SurfaceTally } from "../boundary/surfaceTally.js";
import { hardCounts } from "../sums.js";
import { boundary, type CallFacts, type Convention } from "./convention.js";
import { hardRates } from "./hardRates.js";
import { emptiness } from "./surfaces.js";

const distances = (threshold: number, { spacing: [x, y] }: CallFacts) =>
  `compute_surface_distances(y > 0, p > ${threshold}, (${y}, ${x}))`;
const corners = "The surface is the outline on the pixel corners, weighted by its length";

/** Greater of the two directed percentiles by outline length; infinite where a mask, or both, are empty. */
function robustHausdorff(contours: SurfaceTally, percent: number): number {
  if (emptiness(contours) !== "neither") return Number.POSITIVE_INFINITY;
  const { fromTruth, fromPrediction } = contours;
  return Math.max(...[fromTruth, fromPrediction].map((d) => weightedPercentile(d, percent) ?? Number.NaN));
}

const hausdorff = (percent: number, more: string) =>
  boundary({
    differs: `${corners}${more}; any empty mask gives inf.`,
    python: ({ threshold }, call) => `compute_robust_hausdorff(${distances(threshold, call)}, ${percent})`,
    value: ({ contours }) => robustHausdorff(contours, percent),
  });

const surfaceDiceAt = (tau: number, differs: string) =>
  boundary({
    parameters: { tolerance: tau },
    differs: `${differs}; nan where both masks are empty.`,
    python: ({ tolerance, threshold }, call) =>
      `compute_surface_dice_at_tolerance(${distances(threshold, call)}, ${tolerance})`,
    value: ({ contours }, { tolerance }) => surfaceDice(contours, tolerance) ?? Number.NaN,
  });

export const deepmind: Convention = {
  title: "DeepMind surface-distance",
  library: "google-deepmind/surface-distance 1f805ce",
  prelude: () => `from surface_distance import (compute_dice_coefficient, compute_robust_hausdorff,
                              compute_surface_dice_at_tolerance, compute_surface_distances)`,
  scores: {
    ...hardRates({
      count: hardCounts,
      empty: Number.NaN,
      differs: "nan where both masks are empty.",
      python: { f1: (threshold) => `compute_dice_coefficient(y > 0, p > ${threshold})` },
    }),
    hd: [hausdorff(100, "")],
    hd95: [hausdorff(95, ": the first distance that 95 % of the length does not exceed")],
    nsd1: [surfaceDiceAt(1, `${corners}, not by edge pixels`)],
    nsd2: [surfaceDiceAt(2, `${corners}, not by edge pixels`)],
    nsd1_contour: [surfaceDiceAt(1, "As the default")],
    nsd2_contour: [surfaceDiceAt(2, "As the default")],
  },
};
