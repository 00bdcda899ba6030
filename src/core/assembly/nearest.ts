// AssemblyScript: `npm run wasm` compiles it. What is right, `nearestSquaresByColumn` decides.

import { releaseAll, take } from "./memory";
import { gapsOf, openGaps, placeGaps } from "./surfaces/gaps";
import { bytesOfRow, rows, setGrid, takeGrid } from "./surfaces/grid";
import { FAR, placeSearch, search } from "./surfaces/search";

/** For a point that has no target near. */
const LEFT: i32 = -1;

/** Where the caller puts all x, then all y, of points and targets, and finds the squares: {@link LEFT} where none was found. */
export let points: usize = 0;
export let targets: usize = 0;
export let squares: usize = 0;

let pointCount: i32 = 0;
let targetCount: i32 = 0;
/** The targets as bits. */
let grid: usize = 0;

/** Makes room; all coordinates are less than the size. */
export function reserve(numberOfPoints: i32, numberOfTargets: i32, width: i32, height: i32): void {
  pointCount = numberOfPoints;
  targetCount = numberOfTargets;
  releaseAll();
  setGrid(height, (width + 31) >> 5);
  points = take((<usize>pointCount) << 3);
  targets = take((<usize>targetCount) << 3);
  squares = take((<usize>pointCount) << 2);
  grid = takeGrid();
  placeGaps();
  placeSearch();
}

/** The rows of the points do not descend. */
export function find(): void {
  memory.fill(grid, 0, bytesOfRow() * <usize>rows);
  for (let i: i32 = 0; i < targetCount; i++) {
    const x = load<i32>(targets + ((<usize>i) << 2));
    const y = load<i32>(targets + ((<usize>(targetCount + i)) << 2));
    const word = grid + <usize>y * bytesOfRow() + ((<usize>x >> 5) << 2);
    store<u32>(word, load<u32>(word) | ((<u32>1) << (x & 31)));
  }
  openGaps(grid);
  for (let i: i32 = 0; i < pointCount; i++) {
    const x = load<i32>(points + ((<usize>i) << 2));
    const y = load<i32>(points + ((<usize>(pointCount + i)) << 2));
    const square = search(gapsOf(y) + <usize>x);
    store<i32>(squares + ((<usize>i) << 2), square < FAR ? square : LEFT);
  }
}
