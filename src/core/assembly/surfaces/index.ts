// AssemblyScript: `npm run wasm` compiles it. The plain twins, which decide what is right, are `boundary/edges.ts`,
// `boundary/contour.ts`, `nearestSquaresByColumn` and `tallySurfaces`.

import { releaseAll, take } from "../memory";
import { gapsOf, openGaps, placeGaps } from "./gaps";
import { bytesOfRow, rows, setGrid, takeGrid, words } from "./grid";
import { count, placeHistogram, takeCounts } from "./histogram";
import { codeOf, findCorners, findEdges } from "./points";
import { FAR, placeSearch, search } from "./search";

export { squares, weights } from "./histogram";

/** Where the caller puts the bits of two masks, and the length of outline at a corner, by the pixels around it. */
export let first: usize = 0;
export let second: usize = 0;
export let lengths: usize = 0;
/** Where the caller finds the points that have no target near, as bits, and how many there are. */
export let far: usize = 0;
export let farCount: i32 = 0;

let firstPoints: usize = 0;
let secondPoints: usize = 0;
let isOutline: bool = false;

/** Makes room for masks of so many rows, of so many 32-bit words. Their bits are still to be put there. */
export function reserve(height: i32, wordsInRow: i32): void {
  releaseAll();
  // Corners have a row more than pixels.
  setGrid(height + 1, wordsInRow);
  lengths = take(16 << 3);
  first = takeGrid();
  second = takeGrid();
  firstPoints = takeGrid();
  secondPoints = takeGrid();
  far = takeGrid();
  placeGaps();
  placeSearch();
  placeHistogram();
}

/** From now on, points are edge pixels. @returns whether both masks have any. */
export function toEdges(): bool {
  isOutline = false;
  const hasFirst = findEdges(first, firstPoints);
  return findEdges(second, secondPoints) && hasFirst;
}

/** From now on, points are the corners on the outline. @returns whether both masks have any. */
export function toOutline(): bool {
  isOutline = true;
  const hasFirst = findCorners(first, firstPoints);
  return findCorners(second, secondPoints) && hasFirst;
}

/** Weighs the points of the first mask by their squared distance to the second's. @returns how many squares there are. */
export function fromFirst(): i32 {
  return directed(first, firstPoints, secondPoints);
}

/** The same from the second mask to the first. */
export function fromSecond(): i32 {
  return directed(second, secondPoints, firstPoints);
}

function directed(mask: usize, points: usize, targets: usize): i32 {
  openGaps(targets);
  memory.fill(far, 0, bytesOfRow() * <usize>rows);
  farCount = 0;
  let at = points;
  for (let y: i32 = 0; y < rows; y++) {
    const gaps = gapsOf(y);
    for (let word: i32 = 0; word < words; word++, at += 4) {
      for (let left = load<u32>(at); left !== 0; left &= left - 1) {
        const x = (word << 5) + <i32>ctz(left);
        const square = search(gaps + <usize>x);
        if (square < FAR) {
          count(square, isOutline ? load<f64>(lengths + ((<usize>codeOf(mask, x, y)) << 3)) : 1);
        } else {
          const place = far + (at - points);
          store<u32>(place, load<u32>(place) | (left & -left));
          farCount++;
        }
      }
    }
  }
  return takeCounts();
}
