import type { BitMask } from "./bitMask.js";
import { contourLengths, contourOf } from "./contour.js";
import { edgePixels } from "./edges.js";
import type { Points } from "./points.js";
import type { Spacing } from "./spacing.js";
import { type NearPoints, weighNear } from "./surfacesKernel.js";
import {
  type DirectedDistances,
  mergeDirected,
  type SurfaceTally,
  tallyDirected,
  tallySurfaces,
} from "./surfaceTally.js";

/** The edge pixels of two masks, by their distances. */
export function tallyEdges(truth: BitMask, prediction: BitMask, spacing: Spacing): SurfaceTally {
  return tallyPoints(truth, prediction, spacing, edgePixels);
}

/** The outlines of two masks, by their distances. */
export function tallyOutlines(truth: BitMask, prediction: BitMask, spacing: Spacing): SurfaceTally {
  return tallyPoints(truth, prediction, spacing, (mask) => contourOf(mask, spacing), contourLengths(spacing));
}

/** What `tallySurfaces` gives; where pixels are squares of side 1, only points that are far from the other surface are made a list. */
function tallyPoints(
  truth: BitMask,
  prediction: BitMask,
  spacing: Spacing,
  pointsOf: (mask: BitMask) => Points,
  lengths?: Float64Array,
): SurfaceTally {
  const near = spacing.every((size) => size === 1) ? weighNear(truth, prediction, lengths) : null;
  if (!near) return tallySurfaces(pointsOf(truth), pointsOf(prediction), spacing);
  const whole = ({ squares, weights, far }: NearPoints, from: BitMask, to: BitMask): DirectedDistances => {
    const distances = { squares, weights, unmatched: 0 };
    if (!far) return distances;
    const farPoints = pointsAmong(pointsOf(from), far, from.stride);
    return mergeDirected(distances, tallyDirected(farPoints, pointsOf(to), spacing));
  };
  return {
    fromTruth: whole(near.fromFirst, truth, prediction),
    fromPrediction: whole(near.fromSecond, prediction, truth),
  };
}

/** The points of which the bit is set. */
function pointsAmong({ xs, ys, weights }: Points, words: Int32Array, stride: number): Points {
  const isAmong = (_: number, i: number) => ((words[ys[i] * stride + (xs[i] >> 5)] >>> (xs[i] & 31)) & 1) === 1;
  return { xs: xs.filter(isAmong), ys: ys.filter(isAmong), weights: weights.filter(isAmong) };
}
