import { tallyPixels } from "../count.js";
import { hardMask } from "../objects/fromMask.js";
import type { BinaryMask, Raster } from "../raster.js";
import { findRegions, type RegionList } from "../regions/list.js";
import { type HardCounts, hardCounts } from "../sums.js";
import type { Tally } from "../tally.js";

/** A pair to be looked at, with what several checks need of it. */
export interface Subject {
  readonly truth: BinaryMask;
  readonly prediction: Raster;
  readonly threshold: number;
  readonly tally: Tally;
  /** Of the mask p > threshold. */
  readonly counts: HardCounts;
  /** That mask, 0 or 1 a pixel; 0 where ignored. */
  readonly hard: Uint8Array;
  /** The regions of error; found when first asked for. */
  readonly regions: RegionList;
  /** Pixels of the stored truth that are neither 0 nor its highest value. */
  readonly grays: number;
}

/** @param grays how many pixels of the stored truth lie between its two values. */
export function subjectOf(truth: BinaryMask, prediction: Raster, threshold: number, grays: number): Subject {
  const tally = tallyPixels(truth, prediction);
  let regions: RegionList | undefined;
  return {
    truth,
    prediction,
    threshold,
    tally,
    counts: hardCounts(tally, threshold),
    hard: hardMask(truth, prediction, threshold),
    get regions() {
      regions ??= findRegions(truth, prediction, threshold).list;
      return regions;
    },
    grays,
  };
}
