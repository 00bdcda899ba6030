import type { EvidencePart } from "../evidencePart.js";
import type { BinaryMask, Raster } from "../raster.js";
import { mergeTallies } from "../tally.js";
import { timed } from "../timings.js";
import { type BandCounts, bandWidth, countBands, mergeBands } from "./bands.js";
import { predictionBits, truthBits } from "./bitMask.js";
import { type DistanceTallies, tallyDistances } from "./distanceTallies.js";
import type { Spacing } from "./spacing.js";
import { tallyEdges, tallyOutlines } from "./surfaces.js";
import { mergeSurfaces, type SurfaceTally } from "./surfaceTally.js";

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

/** What its parts are called. */
export const boundaryParts = ["surfaces", "contours", "bands", "distances"] as const satisfies readonly EvidencePart[];

/** Those parts of it that were asked for. */
export type BoundaryParts = Partial<BoundaryEvidence>;

/** All parts, or null where some are missing. */
export function wholeBoundary(parts: BoundaryParts | undefined): BoundaryEvidence | null {
  const { surfaces, contours, bands, signedDistance, squaredDistance } = parts ?? {};
  return surfaces && contours && bands && signedDistance && squaredDistance
    ? { surfaces, contours, bands, signedDistance, squaredDistance }
    : null;
}

/**
 * @param reads whether a part is asked for; each costs passes over the pixels of its own.
 * @param threshold foreground is p > threshold.
 * @param spacing size of a pixel, x then y: the unit of every distance (but not of the bands, which are pixels).
 * @throws RangeError for a spacing that is not positive.
 */
export function gatherBoundary(
  truth: BinaryMask,
  prediction: Raster,
  threshold: number,
  spacing: Spacing,
  reads: (part: EvidencePart) => boolean,
): BoundaryParts {
  if (!spacing.every((size) => size > 0 && Number.isFinite(size)))
    throw new RangeError(`The spacing must be two sizes greater than 0, not ${spacing.join(" and ")}.`);
  const inTruth = truthBits(truth);
  const predicted = predictionBits(truth, prediction, threshold);
  return {
    ...(reads("surfaces") && {
      surfaces: timed("surfaces", () => tallyEdges(inTruth, predicted, spacing)),
    }),
    ...(reads("contours") && {
      contours: timed("contours", () => tallyOutlines(inTruth, predicted, spacing)),
    }),
    ...(reads("bands") && {
      bands: timed("bands", () => countBands(inTruth, predicted, bandWidth(truth.width, truth.height))),
    }),
    ...(reads("distances") && timed("distances", () => tallyDistances(truth, prediction, spacing))),
  };
}

/** What one side lacks, the sum lacks. */
export function mergeBoundary(a: BoundaryParts, b: BoundaryParts): BoundaryParts {
  return {
    ...(a.surfaces && b.surfaces && { surfaces: mergeSurfaces(a.surfaces, b.surfaces) }),
    ...(a.contours && b.contours && { contours: mergeSurfaces(a.contours, b.contours) }),
    ...(a.bands && b.bands && { bands: mergeBands(a.bands, b.bands) }),
    ...(a.signedDistance && b.signedDistance && { signedDistance: mergeTallies(a.signedDistance, b.signedDistance) }),
    ...(a.squaredDistance &&
      b.squaredDistance && { squaredDistance: mergeTallies(a.squaredDistance, b.squaredDistance) }),
  };
}
