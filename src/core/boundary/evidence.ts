import { tallyWeights } from "../count.js";
import { hardMask } from "../objects/fromMask.js";
import { type BinaryMask, FOREGROUND, IGNORED, type Raster } from "../raster.js";
import { mergeTallies, type Tally } from "../tally.js";
import { type BandCounts, bandWidth, countBands, mergeBands } from "./bands.js";
import { predictionBits, truthBits } from "./bitMask.js";
import { contourOf } from "./contour.js";
import { edgePixels } from "./edges.js";
import { visitOtherClassSquares } from "./otherClass.js";
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

/** The squared distances of truth and prediction are tallied apart and added: the tally of the sum is the sum of tallies. */
function distanceTallies(truth: BinaryMask, prediction: Raster, predicted: Uint8Array, spacing: Spacing) {
  const own = truthTallies(truth, prediction, spacing);
  const mask = { ...truth, pixels: withIgnored(predicted, truth) };
  const ofPrediction = tallyWeights(truth, prediction, (add) => visitOtherClassSquares(mask, spacing, add));
  return { signedDistance: own.signed, squaredDistance: mergeTallies(own.squared, ofPrediction) };
}

/** Both tallies of the truth's distances from one transform. */
function truthTallies(truth: BinaryMask, prediction: Raster, spacing: Spacing) {
  const signedRow = new Float64Array(truth.pixels.length > 0 ? truth.width : 0);
  let squared: Tally | undefined;
  const signed = tallyWeights(truth, prediction, (addSigned) => {
    squared = tallyWeights(truth, prediction, (addSquared) => {
      visitOtherClassSquares(truth, spacing, (squares, start) => {
        addSquared(squares, start);
        for (let from = 0; from < squares.length; from += truth.width) {
          signInto(signedRow, squares, from, truth.pixels, start + from);
          addSigned(signedRow, start + from);
        }
      });
    });
  });
  return { signed, squared: squared ?? signed };
}

/** d outside, -(d - 1) inside; 0 where there is no distance, because a class is missing. */
function signInto(row: Float64Array, squares: Float64Array, from: number, truth: Uint8Array, start: number): void {
  for (let x = 0; x < row.length; x++) {
    const distance = Math.sqrt(squares[from + x]);
    row[x] = distance === 0 ? 0 : truth[start + x] === FOREGROUND ? 1 - distance : distance;
  }
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
