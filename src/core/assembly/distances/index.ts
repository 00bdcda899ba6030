// AssemblyScript: `npm run wasm` compiles it. The plain twin, which decides what is right, is `boundary/otherClass.ts`.
//
// Squared distances to the other class, in one sweep down and one up. A sweep knows, in every column, the nearest pixel of
// the other class that lies behind it: the site of the column. Of these, few are the nearest of any pixel: the Voronoi
// cells of the others have ended. A cell is convex, so that one that does not reach a row never reaches a later one
// (Maurer et al. 2003). So each row takes the lower envelope of the sites that were in that of the row before, and of
// those that are new.
//
// Along a row the two pixels that end a run of one class are nearer to it than anything beyond them, so that each run has
// an envelope of its own, and the sites of both classes one list.

import { addRow, cells as cellsOfTally, openCells } from "./cells";
import { fillHalves, placeEnvelope } from "./envelope";
import { height, pack, setSize, stride, width, words } from "./image";
import { grow, releaseAll, take } from "./memory";
import { solveRow, sweepUp } from "./sweep";

/** Where the caller finds the tally and puts the classes of the truth and the samples of the prediction. */
export const cells: usize = cellsOfTally;
export let truth: usize = 0;
export let samples: usize = 0;

/** Of each mask: its bits, the sites of a sweep, the squares of one row on the way down and of all rows on the way up. */
let truthBits: usize = 0;
let truthActive: usize = 0;
let truthSites: usize = 0;
let truthRow: usize = 0;
let truthBelow: usize = 0;
let predictionBits: usize = 0;
let predictionActive: usize = 0;
let predictionSites: usize = 0;
let predictionRow: usize = 0;
let predictionBelow: usize = 0;

/** Makes room for an image; at most 16,384 pixels a side. Both images are still to be put there. */
export function reserve(imageWidth: i32, imageHeight: i32): void {
  setSize(imageWidth, imageHeight);
  const pixels = <usize>width * <usize>height;
  const rowOfBits = (<usize>words) << 3;
  const row = (<usize>(width + 2)) << 2;
  releaseAll();
  placeEnvelope(width + 2);
  truthActive = take(rowOfBits);
  predictionActive = take(rowOfBits);
  truthSites = take(row);
  predictionSites = take(row);
  truthRow = take(row);
  predictionRow = take(row);
  truth = take(pixels);
  samples = take(pixels);
  truthBits = take(rowOfBits * <usize>height);
  predictionBits = take(rowOfBits * <usize>height);
  truthBelow = take((stride * <usize>height) << 2);
  predictionBelow = take((stride * <usize>height) << 2);
  grow();
}

/**
 * Sums the distances by cell, truth << 8 | sample, in row order.
 *
 * @param limit a sample above it is foreground.
 */
export function tally(limit: i32): void {
  openCells();
  fillHalves();
  const truthHasBoth = pack(truth, 0, truthBits);
  const predictionHasBoth = pack(samples, limit, predictionBits);
  if (truthHasBoth) sweepUp(truthBits, truthActive, truthSites, truthBelow);
  else clear(truthRow, truthBelow);
  if (predictionHasBoth) sweepUp(predictionBits, predictionActive, predictionSites, predictionBelow);
  else clear(predictionRow, predictionBelow);
  const bytes = (<usize>words) << 3;
  for (let y: i32 = 0; y < height; y++) {
    const row = <usize>y * bytes;
    const before = y > 0 ? row - bytes : row;
    if (truthHasBoth) {
      solveRow(truthBits + row, truthBits + before, truthActive, truthSites, y, y - 1, truthRow);
    }
    if (predictionHasBoth) {
      const bits = predictionBits + row;
      solveRow(bits, predictionBits + before, predictionActive, predictionSites, y, y - 1, predictionRow);
    }
    const pixel = <usize>y * <usize>width;
    const squares = (<usize>y * stride) << 2;
    addRow(truth + pixel, samples + pixel, truthRow, truthBelow + squares, predictionRow, predictionBelow + squares);
  }
}

/** Squares of a mask without one of the classes: there is no distance. */
function clear(row: usize, below: usize): void {
  memory.fill(row, 0, (<usize>width) << 2);
  memory.fill(below, 0, (stride * <usize>height) << 2);
}
