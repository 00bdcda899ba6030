import { byteTally, tallyWeights } from "../count.js";
import { hasIgnored } from "../ignored.js";
import { hardMask } from "../objects/fromMask.js";
import { type BinaryMask, FOREGROUND, IGNORED, type Raster } from "../raster.js";
import { mergeTallies, type Tally } from "../tally.js";
import { highestWithin } from "./bitMask.js";
import { fitsKernel, sumDistances } from "./distancesKernel.js";
import { otherClassRows, type RowAt, Scratch } from "./otherClass.js";
import type { Spacing } from "./spacing.js";

/** Tallies that sum distances to the nearest pixel of the other class. */
export interface DistanceTallies {
  /** Every pixel counts its signed distance to the truth's boundary: d outside, -(d - 1) inside. */
  readonly signedDistance: Tally;
  /** Every pixel counts its squared distances to the other class, in the truth and in p > 1/2, added. */
  readonly squaredDistance: Tally;
}

/** Of the truth and of the prediction, whose transforms are under way together. */
const [truthScratch, predictionScratch] = [new Scratch(), new Scratch()];

/** Both tallies of a pair. */
export function tallyDistances(truth: BinaryMask, prediction: Raster, spacing: Spacing): DistanceTallies {
  const { width, height, pixels } = truth;
  const { samples, maximum } = prediction;
  const isPlain = spacing.every((size) => size === 1) && !hasIgnored(pixels);
  if (!(samples instanceof Uint8Array) || !isPlain || !fitsKernel(width, height)) {
    return tallyDistancesByRow(truth, prediction, spacing);
  }
  const { signed, squared } = sumDistances(pixels, samples, width, height, highestWithin(maximum, HALF));
  return { signedDistance: byteTally(signed, maximum), squaredDistance: byteTally(squared, maximum) };
}

/** A predicted probability above it is foreground. */
const HALF = 0.5;

/**
 * The same whatever the samples, spacing and ignored pixels are: from one transform of the truth and one of the prediction,
 * which take turns row by row.
 */
export function tallyDistancesByRow(truth: BinaryMask, prediction: Raster, spacing: Spacing): DistanceTallies {
  const ofTruth = otherClassRows(truth, spacing, truthScratch);
  const ofPrediction = otherClassRows(predictedMask(truth, prediction), spacing, predictionScratch);
  return prediction.samples instanceof Uint8Array
    ? tallyBytes(truth, prediction.samples, prediction.maximum, ofTruth, ofPrediction)
    : tallyRows(truth, prediction, ofTruth, ofPrediction);
}

/** p > 1/2, with the ignored pixels of the truth. */
export function predictedMask(truth: BinaryMask, prediction: Raster): BinaryMask {
  const pixels = hardMask(truth, prediction, HALF);
  if (hasIgnored(truth.pixels)) {
    for (let i = 0; i < pixels.length; i++) if (truth.pixels[i] === IGNORED) pixels[i] = IGNORED;
  }
  return { ...truth, pixels };
}

/** One pass over all three: sums by joint index, truth << 8 | value, those of ignored pixels in a part that is dropped. */
function tallyBytes(
  { width, height, pixels }: BinaryMask,
  samples: Uint8Array,
  maximum: number,
  ofTruth: RowAt,
  ofPrediction: RowAt,
): DistanceTallies {
  const [signed, squared, predicted] = [0, 1, 2].map(() => new Float64Array(3 << 8));
  for (let y = 0, i = 0; y < height; y++) {
    const [own, others] = [ofTruth(y), ofPrediction(y)];
    for (let x = 0; x < width; x++, i++) {
      const at = (pixels[i] << 8) | samples[i];
      signed[at] += signedDistance(own[x], pixels[i]);
      squared[at] += own[x];
      predicted[at] += others[x];
    }
  }
  return {
    signedDistance: byteTally(signed, maximum),
    squaredDistance: mergeTallies(byteTally(squared, maximum), byteTally(predicted, maximum)),
  };
}

function tallyRows(truth: BinaryMask, prediction: Raster, ofTruth: RowAt, ofPrediction: RowAt): DistanceTallies {
  const { width, height, pixels } = truth;
  const tallied = (rowAt: RowAt) =>
    tallyWeights(truth, prediction, (add) => {
      for (let y = 0; y < height; y++) add(rowAt(y), y * width);
    });
  const signed = new Float64Array(width);
  return {
    signedDistance: tallied((y) => {
      const squares = ofTruth(y);
      for (let x = 0; x < width; x++) signed[x] = signedDistance(squares[x], pixels[y * width + x]);
      return signed;
    }),
    squaredDistance: mergeTallies(tallied(ofTruth), tallied(ofPrediction)),
  };
}

/** d outside, -(d - 1) inside; 0 where there is no distance, because a class is missing. */
export function signedDistance(square: number, truth: number): number {
  const distance = Math.sqrt(square);
  return square === 0 ? 0 : truth === FOREGROUND ? 1 - distance : distance;
}
