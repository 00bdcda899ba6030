import { tallyPixels, tallyWeights } from "../count.js";
import { type BinaryMask, FOREGROUND, IGNORED, type Raster } from "../raster.js";
import type { Tally } from "../tally.js";
import { boxSum } from "./boxSum.js";
import { boundaryWeight } from "./weight.js";

/** A pixel this far, or nearer, from one of the other class lies in the band; pixels, along either axis. */
export const BAND_REACH = 2;

/** What lies within the band around the truth's boundary: a part of the tallies of the pair. */
export interface BandEvidence {
  readonly pixels: Tally;
  readonly weighted: Tally;
}

/**
 * The tallies of the band around the truth's boundary: of the pixels whose window of 5 x 5 holds both classes of the
 * truth. The border of the image and ignored pixels make no boundary; ignored pixels are not in the band.
 *
 * @param kernel of the boundary weight.
 */
export function tallyEdgeBand(truth: BinaryMask, prediction: Raster, kernel: number): BandEvidence {
  const { width, height, pixels } = truth;
  const side = 2 * BAND_REACH + 1;
  const near = (value: number) =>
    boxSum(
      pixels.map((own) => Number(own === value)),
      width,
      height,
      side,
    );
  const [background, foreground] = [near(0), near(FOREGROUND)];
  const band = {
    ...truth,
    pixels: pixels.map((own, i) => (background[i] > 0 && foreground[i] > 0 ? own : IGNORED)),
  };
  const weights = boundaryWeight(truth, kernel);
  return {
    pixels: tallyPixels(band, prediction),
    weighted: tallyWeights(band, prediction, (add) => add(weights, 0)),
  };
}
