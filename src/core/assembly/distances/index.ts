// AssemblyScript: `npm run wasm` compiles it. The plain twin, which decides what is right, is `boundary/otherClass.ts`.
//
// Squared distances to the other class, in one sweep up and one down. Every column of a row has at most two sites: the
// nearest pixels of the other class above and below. Few of them are the nearest of any pixel of the row; the Voronoi
// cells of the others do not reach it. A cell is convex, so that one that does not reach a row never reaches one beyond
// (Maurer et al. 2003). So the sweep up leaves every row a list of candidates from below, and the sweep down takes the
// lower envelope of these, of the sites that were in the envelope of the row before, and of those that are new.
//
// Along a row the two pixels that end a run of one class are nearer to it than anything beyond them, so that each run has
// an envelope of its own, and the sites of both classes one list.

import { releaseAll, take } from "../memory";
import { addRow, cells as cellsOfTally, openCells } from "./cells";
import { fillTables, placeEnvelope } from "./envelope";
import { height, pack, setSize, width } from "./image";
import { Mask, placeMask } from "./mask";
import { sweepDown, sweepUp } from "./sweep";

/** Where the caller finds the tally and puts the classes of the truth and the samples of the prediction. */
export const cells: usize = cellsOfTally;
export let truth: usize = 0;
export let samples: usize = 0;

const truthMask = changetype<Mask>(memory.data(offsetof<Mask>(), 16));
const predictionMask = changetype<Mask>(memory.data(offsetof<Mask>(), 16));

/** Makes room for an image; at most 16,384 pixels a side. Both images are still to be put there. */
export function reserve(imageWidth: i32, imageHeight: i32): void {
  setSize(imageWidth, imageHeight);
  releaseAll();
  placeEnvelope(width + 2);
  truth = take(<usize>width * <usize>height);
  samples = take(<usize>width * <usize>height);
  placeMask(truthMask);
  placeMask(predictionMask);
}

/**
 * Sums the distances by cell, truth << 8 | sample, in row order.
 *
 * @param limit a sample above it is foreground.
 */
export function tally(limit: i32): void {
  openCells();
  fillTables();
  open(truthMask, truth, 0);
  open(predictionMask, samples, limit);
  const inner: f64 = truthMask.hasBoth ? 1 : 0;
  for (let y: i32 = 0; y < height; y++) {
    if (truthMask.hasBoth) sweepDown(truthMask, y);
    if (predictionMask.hasBoth) sweepDown(predictionMask, y);
    const row = <usize>y * <usize>width;
    addRow(truth + row, samples + row, truthMask.squares, predictionMask.squares, inner);
  }
}

/** Everything before the sweep down. A mask without one of the classes has squares that are 0 and stay so. */
function open(mask: Mask, bytes: usize, limit: i32): void {
  mask.hasBoth = pack(bytes, limit, mask.bits);
  if (mask.hasBoth) sweepUp(mask);
  else memory.fill(mask.squares, 0, (<usize>width) << 2);
}
