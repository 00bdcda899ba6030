// AssemblyScript: `npm run wasm` compiles it. What is right, `boundary/nearest.ts` decides.
//
// Most points of a surface lie near the other one. So the rows around each are searched outwards, 64 pixels at a time, until
// none can hold anything nearer; what was nearest to the point before bounds the search from the start.

/** Rows that a search goes up and down. Who needs more is left to a search whose cost does not depend on the distance. */
const REACH: i32 = 64;
const FAR: i32 = i32.MAX_VALUE;
const LEFT: i32 = -1;

/** Where the caller puts points and targets, x then y, and finds the squared distances: {@link LEFT} where none was found. */
export let points: usize = 0;
export let targets: usize = 0;
export let squares: usize = 0;

let pointCount: i32 = 0;
let targetCount: i32 = 0;
let height: i32 = 0;
/** Bits of the targets, and 64-bit words a row. */
let bits: usize = 0;
let words: i32 = 0;

/** The nearest so far. */
let best: i32 = FAR;
let bestX: i32 = 0;
let bestY: i32 = 0;

/** Makes room; all coordinates are less than the size. */
export function reserve(numberOfPoints: i32, numberOfTargets: i32, width: i32, rows: i32): void {
  pointCount = numberOfPoints;
  targetCount = numberOfTargets;
  height = rows;
  words = (width + 63) >> 6;
  points = (__heap_base + 15) & ~15;
  targets = points + ((<usize>pointCount) << 3);
  squares = targets + ((<usize>targetCount) << 3);
  bits = (squares + ((<usize>pointCount) << 2) + 15) & ~15;
  const end = bits + ((<usize>(words * height)) << 3);
  const missing = <i32>((end + 0xffff) >> 16) - memory.size();
  if (missing > 0) memory.grow(missing);
}

export function find(): void {
  memory.fill(bits, 0, (<usize>(words * height)) << 3);
  for (let i: i32 = 0; i < targetCount; i++) {
    const x = load<i32>(targets + ((<usize>i) << 2));
    const y = load<i32>(targets + ((<usize>(targetCount + i)) << 2));
    const at = bits + ((<usize>(y * words + (x >> 6))) << 3);
    store<u64>(at, load<u64>(at) | ((<u64>1) << (x & 63)));
  }
  best = FAR;
  for (let i: i32 = 0; i < pointCount; i++) {
    const x = load<i32>(points + ((<usize>i) << 2));
    const y = load<i32>(points + ((<usize>(pointCount + i)) << 2));
    store<i32>(squares + ((<usize>i) << 2), search(x, y) ? best : LEFT);
  }
}

/** @returns whether the nearest is in reach. */
function search(x: i32, y: i32): bool {
  if (best !== FAR) best = (x - bestX) * (x - bestX) + (y - bestY) * (y - bestY);
  for (let away: i32 = 0; away <= REACH; away++) {
    const along = away * away;
    if (along >= best) return true;
    if (y >= away) searchRow(x, y - away, along);
    if (away > 0 && y + away < height) searchRow(x, y + away, along);
  }
  return best <= REACH * REACH;
}

/** Looks for a target that is nearer than the best in a row whose squared distance is `along`. */
function searchRow(x: i32, y: i32, along: i32): void {
  const row = bits + ((<usize>(y * words)) << 3);
  const word = x >> 6;
  const own = load<u64>(row + ((<usize>word) << 3));
  const bit = x & 63;

  let right = own >> bit;
  let across: i32 = 0;
  // Pixels between x and the first of the next word.
  let gap = 64 - bit;
  for (let next = word + 1; right === 0 && next < words && gap * gap + along < best; next++, gap += 64) {
    right = load<u64>(row + ((<usize>next) << 3));
    across = gap;
  }
  if (right !== 0) consider(x, y, across + <i32>ctz(right), along);

  let left = own << (63 - bit);
  across = 0;
  gap = bit + 1;
  for (let next = word - 1; left === 0 && next >= 0 && gap * gap + along < best; next--, gap += 64) {
    left = load<u64>(row + ((<usize>next) << 3));
    across = gap;
  }
  if (left !== 0) consider(x, y, -(across + <i32>clz(left)), along);
}

function consider(x: i32, y: i32, across: i32, along: i32): void {
  const square = across * across + along;
  if (square >= best) return;
  best = square;
  bestX = x + across;
  bestY = y;
}
