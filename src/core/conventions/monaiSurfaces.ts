import { greaterOf, meanDistance, percentile, surfaceDice } from "../boundary/surfaceDistances.js";
import { type DirectedDistances, pooled, type SurfaceTally } from "../boundary/surfaceTally.js";
import { boundary, type CallFacts, type Convention, pixelSize } from "./convention.js";
import { hardMask } from "./monaiDice.js";
import { emptiness } from "./surfaces.js";

/** Hausdorff distance: infinite where one mask is empty, nan where both are; its percentiles are nan in both cases. */
const hausdorff = (surfaces: SurfaceTally, percent: number): number => {
  const empty = emptiness(surfaces);
  if (empty !== "neither") return empty === "both" || percent < 100 ? Number.NaN : Number.POSITIVE_INFINITY;
  return greaterOf(surfaces, (distances: DirectedDistances) => percentile(distances, percent)) ?? Number.NaN;
};

const emptyDistance = "one empty mask gives inf, two give nan";
const spacing = (call: CallFacts) => pixelSize(call, (size) => `, spacing=[${size}]`);
const surfaceDiceOf = (tau: number, kind: "surfaces" | "contours") =>
  boundary({
    parameters: { tolerance: tau },
    differs:
      kind === "surfaces" ? "As the default; nan where both masks are empty." : "As the default (use_subvoxels=True).",
    python: ({ tolerance, threshold }, call) =>
      `compute_surface_dice(${hardMask(threshold)}, Y, [${tolerance}], include_background=True${kind === "contours" ? ", use_subvoxels=True" : ""}${spacing(call)})`,
    value: (evidence, { tolerance }) => surfaceDice(evidence[kind], tolerance) ?? Number.NaN,
  });

/** Distances between surfaces, as MONAI has them. */
export const monaiSurfaces: Convention["scores"] = {
  hd: [
    boundary({
      differs: `As the default; ${emptyDistance}.`,
      python: ({ threshold }, call) =>
        `compute_hausdorff_distance(${hardMask(threshold)}, Y, include_background=True${spacing(call)})`,
      value: ({ surfaces }) => hausdorff(surfaces, 100),
    }),
  ],
  hd95: [
    boundary({
      differs: "As the default: the greater of the two directed percentiles; any empty mask gives nan.",
      python: ({ threshold }, call) =>
        `compute_hausdorff_distance(${hardMask(threshold)}, Y, include_background=True, percentile=95${spacing(call)})`,
      value: ({ surfaces }) => hausdorff(surfaces, 95),
    }),
  ],
  assd: [
    boundary({
      differs: `As the default; ${emptyDistance}.`,
      python: ({ threshold }, call) =>
        `compute_average_surface_distance(${hardMask(threshold)}, Y, include_background=True, symmetric=True${spacing(call)})`,
      value: ({ surfaces }) =>
        emptiness(surfaces) === "one" ? Number.POSITIVE_INFINITY : (meanDistance(pooled(surfaces)) ?? Number.NaN),
    }),
  ],
  nsd1: [surfaceDiceOf(1, "surfaces")],
  nsd2: [surfaceDiceOf(2, "surfaces")],
  nsd1_contour: [surfaceDiceOf(1, "contours")],
  nsd2_contour: [surfaceDiceOf(2, "contours")],
};
