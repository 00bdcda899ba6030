import type { BinaryMask, Raster } from "../raster.js";
import { mergeTallies } from "../tally.js";
import { type BandCounts, bandWidth, countBands, mergeBands } from "./bands.js";
import { predictionBits, truthBits } from "./bitMask.js";
import { contourOf } from "./contour.js";
import { type DistanceTallies, tallyDistances } from "./distanceTallies.js";
import { edgePixels } from "./edges.js";
import type { Spacing } from "./spacing.js";
import { mergeSurfaces, type SurfaceTally, tallySurfaces } from "./surfaceTally.js";

/**
 * What the boundary scores of a pair need of its pixels.
 *
 * Ignored pixels are treated as what lies outside the image: part of neither mask, no target of a distance, not counted.
 * Both masks therefore end where an ignored region begins, as they do in any library given masks that are zeroed there.
 */
export interface BoundaryEvidence extends DistanceTallies {
  /** Edge pixels and their distances. */
  readonly surfaces: SurfaceTally;
  /** Outlines on the corner grid and their distances. */
  readonly contours: SurfaceTally;
  /** Boundary bands of 2 % of the diagonal. */
  readonly bands: BandCounts;
}

/**
 * @param threshold foreground is p > threshold.
 * @param spacing size of a pixel, x then y: the unit of every distance (but not of the bands, which are pixels).
 * @throws RangeError for a spacing that is not positive.
 */
export function gatherBoundary(
  truth: BinaryMask,
  prediction: Raster,
  threshold: number,
  spacing: Spacing,
): BoundaryEvidence {
  if (!spacing.every((size) => size > 0 && Number.isFinite(size)))
    throw new RangeError(`The spacing must be two sizes greater than 0, not ${spacing.join(" and ")}.`);
  const inTruth = truthBits(truth);
  const predicted = predictionBits(truth, prediction, threshold);
  return {
    surfaces: tallySurfaces(edgePixels(inTruth), edgePixels(predicted), spacing),
    contours: tallySurfaces(contourOf(inTruth, spacing), contourOf(predicted, spacing), spacing),
    bands: countBands(inTruth, predicted, bandWidth(truth.width, truth.height)),
    ...tallyDistances(truth, prediction, spacing),
  };
}

export function mergeBoundary(a: BoundaryEvidence, b: BoundaryEvidence): BoundaryEvidence {
  return {
    surfaces: mergeSurfaces(a.surfaces, b.surfaces),
    contours: mergeSurfaces(a.contours, b.contours),
    bands: mergeBands(a.bands, b.bands),
    signedDistance: mergeTallies(a.signedDistance, b.signedDistance),
    squaredDistance: mergeTallies(a.squaredDistance, b.squaredDistance),
  };
}
