import { tallyPixels } from "../count.js";
import { hardMask } from "../objects/fromMask.js";
import { type BinaryMask, FOREGROUND, IGNORED, type Raster } from "../raster.js";
import { mergeTallies, type Tally } from "../tally.js";
import { type BandCounts, bandWidth, countBands, mergeBands } from "./bands.js";
import { predictionBits, truthBits } from "./bitMask.js";
import { contourOf } from "./contour.js";
import { edgePixels } from "./edges.js";
import { otherClassSquares } from "./otherClass.js";
import type { Spacing } from "./spacing.js";
import { mergeSurfaces, type SurfaceTally, tallySurfaces } from "./surfaceTally.js";

/**
 * What the boundary scores of a pair need of its pixels.
 *
 * Ignored pixels are treated as what lies outside the image: part of neither mask, no target of a distance, not counted.
 * Both masks therefore end where an ignored region begins, as they do in any library given masks that are zeroed there.
 */
export interface BoundaryEvidence {
  /** Edge pixels and their distances. */
  readonly surfaces: SurfaceTally;
  /** Outlines on the corner grid and their distances. */
  readonly contours: SurfaceTally;
  /** Boundary bands of 2 % of the diagonal. */
  readonly bands: BandCounts;
  /** Every pixel counts its signed distance to the truth's boundary: d outside, -(d - 1) inside. */
  readonly signedDistance: Tally;
  /** Every pixel counts its squared distances to the other class, in the truth and in p > 1/2, added. */
  readonly squaredDistance: Tally;
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
    ...distanceTallies(truth, prediction, hardMask(truth, prediction, 0.5), spacing),
  };
}

function distanceTallies(truth: BinaryMask, prediction: Raster, predicted: Uint8Array, spacing: Spacing) {
  const squares = otherClassSquares(truth, spacing);
  const signed = new Float64Array(squares.length);
  for (let i = 0; i < signed.length; i++) {
    // No distance at all where a class is missing.
    if (squares[i] === 0) continue;
    const distance = Math.sqrt(squares[i]);
    signed[i] = truth.pixels[i] === FOREGROUND ? 1 - distance : distance;
  }
  const signedDistance = tallyPixels(truth, prediction, signed);
  const ofPrediction = otherClassSquares({ ...truth, pixels: withIgnored(predicted, truth) }, spacing);
  for (let i = 0; i < squares.length; i++) squares[i] += ofPrediction[i];
  return { signedDistance, squaredDistance: tallyPixels(truth, prediction, squares) };
}

function withIgnored(predicted: Uint8Array, { pixels }: BinaryMask): Uint8Array {
  return pixels.includes(IGNORED) ? predicted.map((value, i) => (pixels[i] === IGNORED ? IGNORED : value)) : predicted;
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
