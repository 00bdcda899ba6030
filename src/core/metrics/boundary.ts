import type { BandCounts } from "../boundary/bands.js";
import { greaterOf, meanOfMeans, percentile, pooledMean, surfaceDice } from "../boundary/surfaceDistances.js";
import { pooled, type SurfaceTally } from "../boundary/surfaceTally.js";
import { type NumberParameter, threshold } from "../parameters.js";
import { defineScore, ratio, type Score } from "../score.js";

const hardMask: NumberParameter = { ...threshold, fromPixels: true };

const EDGES = String.raw`d(e,S)=\min_{s\in S}\lVert e-s\rVert,\ S=M\setminus(M\ominus\text{4-neighbour cross})`;

const someEdge = "undefined where either mask is empty";

/** A distance between the edges of the two masks, in pixels or the unit of the spacing. */
const distance = (
  id: string,
  title: string,
  formula: string,
  source: string,
  of: (surfaces: SurfaceTally) => number | null,
): Score =>
  defineScore({
    id,
    title,
    group: "metrics",
    formula: String.raw`${formula},\quad ${EDGES}`,
    source,
    better: "lower",
    range: [0, Number.POSITIVE_INFINITY],
    empty: someEdge,
    family: "boundary",
    reads: "surfaces",
    parameters: { threshold: hardMask },
    value: ({ boundary }) => (boundary?.surfaces ? of(boundary.surfaces) : null),
  });

const hausdorff95 = (surfaces: SurfaceTally) => greaterOf(surfaces, (distances) => percentile(distances, 95));

const tolerance = (value: number): NumberParameter => ({
  kind: "number",
  title: "tolerance τ, pixels or the unit of the spacing (inclusive)",
  default: value,
  minimum: 0,
  maximum: 100,
  step: 0.1,
});

/** Share of edge pixels within the tolerance of the other mask's. */
const edgeDice = (value: number): Score =>
  defineScore({
    id: `nsd${value}`,
    title: `NSD (surface Dice), tolerance ${value}`,
    group: "metrics",
    formula: String.raw`\frac{\#\{e\in S_y:d(e,S_p)\le\tau\}+\#\{e\in S_p:d(e,S_y)\le\tau\}}{\#S_y+\#S_p},\quad ${EDGES}`,
    source: "MONAI compute_surface_dice; Nikolov et al. 2018, with edge pixels for contour length",
    better: "higher",
    range: [0, 1],
    empty: "undefined where both masks are empty; 0 where one is",
    family: "boundary",
    reads: "surfaces",
    parameters: { tolerance: tolerance(value), threshold: hardMask },
    value: ({ boundary }, values) => (boundary?.surfaces ? surfaceDice(boundary.surfaces, values.tolerance) : null),
  });

/** Share of the outlines' length within the tolerance of the other outline. */
const contourDice = (value: number): Score =>
  defineScore({
    id: `nsd${value}_contour`,
    title: `NSD by contour length, tolerance ${value}`,
    group: "metrics",
    formula: String.raw`\frac{\lvert\{e\in C_y:d(e,C_p)\le\tau\}\rvert+\lvert\{e\in C_p:d(e,C_y)\le\tau\}\rvert}{\lvert C_y\rvert+\lvert C_p\rvert},\quad C\text{: outline on the pixel corners},\ \lvert\cdot\rvert\text{: length}`,
    source: "google-deepmind/surface-distance compute_surface_dice_at_tolerance; MONAI use_subvoxels=True",
    better: "higher",
    range: [0, 1],
    empty: "undefined where both masks are empty; 0 where one is",
    family: "boundary",
    reads: "contours",
    parameters: { tolerance: tolerance(value), threshold: hardMask },
    value: ({ boundary }, values) => (boundary?.contours ? surfaceDice(boundary.contours, values.tolerance) : null),
  });

const bandIou = ({ truth, prediction, both }: BandCounts) => ratio(both, truth + prediction - both);

/** Metrics of the boundaries of the hard masks, in the order shown on screen. */
export const boundaryMetrics: readonly Score[] = [
  defineScore({
    id: "boundary_iou",
    title: "Boundary IoU",
    group: "metrics",
    formula: String.raw`\frac{\lvert y_d\cap p_d\rvert}{\lvert y_d\cup p_d\rvert},\quad M_d=M\setminus(M\ominus(2d+1)^2),\ d=\max\bigl(1,\operatorname{round}(0.02\sqrt{w^2+h^2})\bigr)`,
    source:
      "Cheng et al. 2021; bowenc0221/boundary-iou-api, mask_to_boundary(dilation_ratio=0.02); the image border counts as boundary",
    better: "higher",
    range: [0, 1],
    empty: "undefined where both masks are empty; 0 where one is",
    family: "boundary",
    reads: "bands",
    parameters: { threshold: hardMask },
    value: ({ boundary }) => (boundary?.bands ? bandIou(boundary.bands) : null),
  }),
  distance(
    "hd",
    "Hausdorff distance",
    String.raw`\max\Bigl(\max_{e\in S_y}d(e,S_p),\max_{e\in S_p}d(e,S_y)\Bigr)`,
    "MONAI compute_hausdorff_distance; medpy hd; MetricsReloaded",
    (surfaces) => greaterOf(surfaces, (distances) => percentile(distances, 100)),
  ),
  distance(
    "hd95",
    "HD95 (greater of the two directions)",
    String.raw`\max\Bigl(Q_{95}\{d(e,S_p)\}_{e\in S_y},Q_{95}\{d(e,S_y)\}_{e\in S_p}\Bigr)`,
    "MONAI compute_hausdorff_distance(percentile=95); MetricsReloaded; percentiles as numpy, linear",
    hausdorff95,
  ),
  distance(
    "hd95_pooled",
    "HD95, pooled (both directions in one list)",
    String.raw`Q_{95}\bigl(\{d(e,S_p)\}_{e\in S_y}\cup\{d(e,S_y)\}_{e\in S_p}\bigr)`,
    "medpy hd95; the percentile as numpy, linear",
    (surfaces) => percentile(pooled(surfaces), 95),
  ),
  distance(
    "assd",
    "Average symmetric surface distance",
    String.raw`\frac{\sum_{e\in S_y}d(e,S_p)+\sum_{e\in S_p}d(e,S_y)}{\#S_y+\#S_p}`,
    "MONAI compute_average_surface_distance(symmetric=True); MetricsReloaded measured_average_distance",
    pooledMean,
  ),
  distance(
    "masd",
    "Mean average surface distance",
    String.raw`\frac12\biggl(\frac{\sum_{e\in S_y}d(e,S_p)}{\#S_y}+\frac{\sum_{e\in S_p}d(e,S_y)}{\#S_p}\biggr)`,
    "MetricsReloaded measured_masd; DeepMind surface-distance and older medpy average the same way",
    meanOfMeans,
  ),
  edgeDice(1),
  edgeDice(2),
  contourDice(1),
  contourDice(2),
];
