// What is right, `boundary/weight.ts` and `count.ts` decide.
//
// Counts an 8-bit prediction and sums the boundary weights of its pixels in one pass. Windows that are all background or
// all foreground are most of most images. They are found sixteen columns at a time.

import { tables } from "../pixels/places";
import { cells, openCells, total } from "./cells";
import { BLOCK, blocks, classOf, hitsBefore, MIXED, moveTo, openColumns } from "./columns";
import { placeEdges, weighAtEdge } from "./edges";
import { openFlat, weighFlat } from "./flat";
import { height, isBinary, openImages, width } from "./image";
import { placeWhole, weighInside, whole } from "./slide";
import { after, before, inside, openWindow, side } from "./window";

/** Shorter stretches of flat windows are not worth leaving the loop over the others for. */
const SHORTEST: i32 = 24;

// What the caller fills in and reads: the tally, by cell, truth << 8 | sample.
export { cells, isBinary, total, whole };

/**
 * Once: the weights of one window are kept.
 * @param weightOfFlat of windows that are all of one class.
 * @param keepsWhole whether the weights of windows inside an image are needed.
 * @param keepsEdges whether memory is spent on those at its edges.
 */
export function open(size: i32, weightOfFlat: f64, keepsWhole: bool, keepsEdges: bool): void {
  openWindow(size);
  openFlat(weightOfFlat);
  const most = <usize>size * <usize>size + 1;
  placeEdges(keepsEdges, placeWhole(most, keepsWhole, tables));
}

/** Tallies a pair. */
export function weigh(truth: usize, samples: usize, imageWidth: i32, imageHeight: i32): void {
  openImages(truth, samples, imageWidth, imageHeight);
  openCells();
  openColumns();
  for (let y: i32 = 0; y < height; y++) {
    moveTo(y);
    weighRow(y);
  }
}

/** Divides a row into stretches of flat windows and the rest. */
function weighRow(y: i32): void {
  let done: i32 = 0;
  for (let block: i32 = 0; block < blocks; ) {
    const own = classOf(block);
    let end = block + 1;
    if (own !== MIXED) {
      while (end < blocks && classOf(end) === own) end++;
      const from = block === 0 ? 0 : BLOCK * block + before;
      const to = end === blocks ? width : BLOCK * end - after;
      if (to - from >= SHORTEST) {
        weighRest(y, done, from);
        weighFlat(y, from, to, own);
        done = to;
      }
    }
    block = end;
  }
  weighRest(y, done, width);
}

/** The windows slide over [from, to), pixel by pixel. */
function weighRest(y: i32, from: i32, to: i32): void {
  if (from >= to) return;
  const isWhole = side <= min(width, height) && inside(y, height) === side;
  const left = isWhole ? before : to;
  const right = isWhole ? width - after : to;
  let hits = hitsBefore(from);
  if (from < left) hits = weighAtEdge(y, from, min(left, to), hits);
  const start = max(from, left);
  const end = min(right, to);
  if (start < end) hits = weighInside(y, start, end, hits);
  if (max(from, right) < to) weighAtEdge(y, max(from, right), to, hits);
}
