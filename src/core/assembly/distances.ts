// AssemblyScript: `npm run wasm` compiles it. The plain twin, which decides what is right, is `boundary/otherClass.ts`.
//
// Squared distances to the other class, in one sweep down and one up. A sweep knows, in every column, the nearest pixel of
// the other class that lies behind it: the site of the column. Of these, few are the nearest of any pixel: the Voronoi
// cells of the others have ended. A cell is convex, so that one that does not reach a row never reaches a later one
// (Maurer et al. 2003). So each row takes the lower envelope (Felzenszwalb and Huttenlocher 2012) of the sites that were
// in that of the row before, and of those that are new.
//
// Along a row the two pixels that end a run of one class are nearer to it than anything beyond them, so that each run has
// an envelope of its own, and the sites of both classes one list.

/** Squared distance where there is no site. */
const FAR: i32 = 1 << 29;
/** Bytes that are read and written beyond the end of rows. */
const MARGIN: usize = 64;
/** Bytes of a cell of the tally: the sum of signed distances, then that of squares. */
const CELL: usize = 16;
const CELLS: usize = 512;

/** Where the caller finds the tally and puts the classes of the truth and the samples of the prediction. */
export let cells: usize = 0;
export let truth: usize = 0;
export let samples: usize = 0;

/** Size of the image, of a row of bits in 64-bit words, and of a row of squares, beyond whose end three more are written. */
let width: i32 = 0;
let height: i32 = 0;
let words: i32 = 0;
let stride: usize = 0;

/** One row: parabolas of the envelope and the quotients 1 / (2 n). */
let apexes: usize = 0;
let heights: usize = 0;
let lifted: usize = 0;
let starts: usize = 0;
let halves: usize = 0;
/** The sites of a sweep that may still be the nearest, as bits, and the row of each. */
let truthActive: usize = 0;
let truthSites: usize = 0;
let predictionActive: usize = 0;
let predictionSites: usize = 0;
/** Squares of one row on the way down, and of all rows on the way up. */
let truthRow: usize = 0;
let predictionRow: usize = 0;
let truthBelow: usize = 0;
let predictionBelow: usize = 0;
/** Both masks, a bit a pixel. */
let truthBits: usize = 0;
let predictionBits: usize = 0;

let free: usize = 0;

function take(bytes: usize): usize {
  const at = free;
  free += (bytes + MARGIN + 15) & ~15;
  return at;
}

/** Makes room for an image; at most 16,384 pixels a side. Both images are still to be put there. */
export function reserve(imageWidth: i32, imageHeight: i32): void {
  width = imageWidth;
  height = imageHeight;
  words = (width + 63) >> 6;
  stride = <usize>((width + 6) & ~3);
  const pixels = <usize>width * <usize>height;
  const bits = (<usize>(words * height)) << 3;
  const row = <usize>(width + 2);
  free = __heap_base;
  cells = take(CELL * CELLS);
  apexes = take(row << 2);
  heights = take(row << 2);
  lifted = take(row << 2);
  starts = take(row << 3);
  halves = take(row << 3);
  truthActive = take((<usize>words) << 3);
  predictionActive = take((<usize>words) << 3);
  truthSites = take(row << 2);
  predictionSites = take(row << 2);
  truthRow = take(row << 2);
  predictionRow = take(row << 2);
  truth = take(pixels);
  samples = take(pixels);
  truthBits = take(bits);
  predictionBits = take(bits);
  truthBelow = take((stride * <usize>height) << 2);
  predictionBelow = take((stride * <usize>height) << 2);
  const missing = <i32>((free + 0xffff) >> 16) - memory.size();
  if (missing > 0) memory.grow(missing);
}

/**
 * Sums the distances by cell, truth << 8 | sample, in row order.
 *
 * @param limit a sample above it is foreground.
 */
export function tally(limit: i32): void {
  memory.fill(cells, 0, CELL * CELLS);
  for (let distance: i32 = 1; distance < width + 2; distance++) {
    store<f64>(halves + ((<usize>distance) << 3), 0.5 / <f64>distance);
  }
  const truthHasBoth = pack(truth, 0, truthBits);
  const predictionHasBoth = pack(samples, limit, predictionBits);
  if (truthHasBoth) sweepUp(truthBits, truthActive, truthSites, truthBelow);
  else clear(truthActive, truthRow, truthBelow);
  if (predictionHasBoth) sweepUp(predictionBits, predictionActive, predictionSites, predictionBelow);
  else clear(predictionActive, predictionRow, predictionBelow);
  const bytes = (<usize>words) << 3;
  for (let y: i32 = 0; y < height; y++) {
    const row = <usize>y * bytes;
    const above = y > 0 ? row - bytes : row;
    if (truthHasBoth) solveRow(truthBits + row, truthBits + above, truthActive, truthSites, y, y - 1, truthRow);
    if (predictionHasBoth) {
      solveRow(
        predictionBits + row,
        predictionBits + above,
        predictionActive,
        predictionSites,
        y,
        y - 1,
        predictionRow,
      );
    }
    tallyRow(y);
  }
}

/** Squares of a mask without one of the classes: there is no distance. */
function clear(active: usize, row: usize, below: usize): void {
  memory.fill(active, 0, (<usize>words) << 3);
  memory.fill(row, 0, (<usize>width) << 2);
  memory.fill(below, 0, (stride * <usize>height) << 2);
}

/** Bytes above a limit as bits. @returns whether there are both. */
function pack(bytes: usize, limit: i32, bits: usize): bool {
  const bound = i8x16.splat(<i8>limit);
  let any: u64 = 0;
  let all: u64 = ~(<u64>0);
  let out = bits;
  for (let y: i32 = 0; y < height; y++) {
    const row = bytes + <usize>y * <usize>width;
    for (let x: i32 = 0; x < width; x += 64, out += 8) {
      const at = row + <usize>x;
      let word =
        <u64>(<u32>i8x16.bitmask(i8x16.gt_u(v128.load(at), bound))) |
        ((<u64>(<u32>i8x16.bitmask(i8x16.gt_u(v128.load(at, 16), bound)))) << 16) |
        ((<u64>(<u32>i8x16.bitmask(i8x16.gt_u(v128.load(at, 32), bound)))) << 32) |
        ((<u64>(<u32>i8x16.bitmask(i8x16.gt_u(v128.load(at, 48), bound)))) << 48);
      const left = width - x;
      const inside: u64 = left >= 64 ? ~(<u64>0) : ((<u64>1) << left) - 1;
      word &= inside;
      store<u64>(out, word);
      any |= word;
      all &= word | ~inside;
    }
  }
  return any !== 0 && all !== ~(<u64>0);
}

function sweepUp(bits: usize, active: usize, sites: usize, below: usize): void {
  const bytes = (<usize>words) << 3;
  memory.fill(active, 0, bytes);
  for (let y = height - 1; y >= 0; y--) {
    const row = bits + <usize>y * bytes;
    const before = y < height - 1 ? row + bytes : row;
    solveRow(row, before, active, sites, y, y + 1, below + ((<usize>y * stride) << 2));
  }
  memory.fill(active, 0, bytes);
}

/** The squares of one row of a sweep; `neighbour` is the row before it, whose bits are at `before`. */
function solveRow(row: usize, before: usize, active: usize, sites: usize, y: i32, neighbour: i32, out: usize): void {
  // The left of the image counts as the first pixel's class.
  let carry = load<u64>(row) & 1;
  let from: i32 = 0;
  let last: i32 = -1;
  for (let word: i32 = 0; word < words; word++) {
    const offset = (<usize>word) << 3;
    const own = load<u64>(row + offset);
    const base = word << 6;
    let fresh = own ^ load<u64>(before + offset);
    const kept = load<u64>(active + offset) | fresh;
    for (; fresh !== 0; fresh &= fresh - 1) {
      store<i32>(sites + ((<usize>(base + <i32>ctz(fresh))) << 2), neighbour);
    }
    store<u64>(active + offset, 0);
    let ends = own ^ ((own << 1) | carry);
    carry = own >> 63;
    const left = width - base;
    if (left < 64) ends &= ((<u64>1) << left) - 1;
    for (let events = kept | ends; events !== 0; events &= events - 1) {
      const bit = ctz(events);
      const x = base + <i32>bit;
      if ((ends >> bit) & 1) {
        last = push(last, x, 0);
        close(last, from, x, active, out);
        last = push(-1, x - 1, 0);
        from = x;
      }
      if ((kept >> bit) & 1) {
        const gap = y - load<i32>(sites + ((<usize>x) << 2));
        last = push(last, x, gap * gap);
      }
    }
  }
  close(last, from, width, active, out);
}

/** Adds the parabola (x - apex)² + squared to the envelope, right of all others. @returns the place of the last. */
function push(count: i32, apex: i32, squared: i32): i32 {
  let last = count;
  const raised = squared + apex * apex;
  let crossing = -Infinity;
  for (; last >= 0; last--) {
    const at = (<usize>last) << 2;
    const across = (<usize>(apex - load<i32>(apexes + at))) << 3;
    crossing = <f64>(raised - load<i32>(lifted + at)) * load<f64>(halves + across);
    if (crossing > load<f64>(starts + ((<usize>last) << 3))) break;
  }
  last++;
  const at = (<usize>last) << 2;
  store<i32>(apexes + at, apex);
  store<i32>(heights + at, squared);
  store<i32>(lifted + at, raised);
  store<f64>(starts + ((<usize>last) << 3), last === 0 ? -Infinity : crossing);
  return last;
}

/** Writes the squares of the run [from, to), and keeps the sites that are the nearest somewhere. */
function close(last: i32, from: i32, to: i32, active: usize, out: usize): void {
  if (last < 0) {
    const far = i32x4.splat(FAR);
    for (let x = from; x < to; x += 4) v128.store(out + ((<usize>x) << 2), far);
    return;
  }
  let x = from;
  for (let k: i32 = 0; k <= last; k++) {
    const at = (<usize>k) << 2;
    const apex = load<i32>(apexes + at);
    // A parabola is the lowest up to where the next one starts.
    const end = k < last ? min(to, <i32>Math.floor(load<f64>(starts + ((<usize>k) << 3), 8)) + 1) : to;
    if (apex >= from && apex < to) {
      const word = active + ((<usize>apex >> 6) << 3);
      store<u64>(word, load<u64>(word) | ((<u64>1) << (apex & 63)));
    }
    if (x >= end) continue;
    const squared = i32x4.splat(load<i32>(heights + at));
    let across = i32x4.add(i32x4.splat(x - apex), i32x4(0, 1, 2, 3));
    for (; x < end; x += 4) {
      // What is written beyond the end, the next parabola or run writes again.
      v128.store(out + ((<usize>x) << 2), i32x4.add(i32x4.mul(across, across), squared));
      across = i32x4.add(across, i32x4.splat(4));
    }
    x = end;
  }
}

/** Adds a row to the tally. */
function tallyRow(y: i32): void {
  const start = <usize>y * <usize>width;
  const whole = width & ~3;
  const rowTruth = truth + start;
  const rowSamples = samples + start;
  const ownBelow = truthBelow + ((<usize>y * stride) << 2);
  const othersBelow = predictionBelow + ((<usize>y * stride) << 2);
  for (let x: i32 = 0; x < whole; x += 4) {
    const at = <usize>x;
    addFour(
      rowTruth + at,
      rowSamples + at,
      truthRow + (at << 2),
      ownBelow + (at << 2),
      predictionRow + (at << 2),
      othersBelow + (at << 2),
      4,
    );
  }
  if (whole < width) {
    const at = <usize>whole;
    addFour(
      rowTruth + at,
      rowSamples + at,
      truthRow + (at << 2),
      ownBelow + (at << 2),
      predictionRow + (at << 2),
      othersBelow + (at << 2),
      width - whole,
    );
  }
}

function addFour(
  classes: usize,
  values: usize,
  above: usize,
  below: usize,
  otherAbove: usize,
  otherBelow: usize,
  count: i32,
): void {
  const own = i32x4.min_s(v128.load(above), v128.load(below));
  const both = i32x4.add(own, i32x4.min_s(v128.load(otherAbove), v128.load(otherBelow)));
  const foreground = load<u32>(classes);
  const sample = load<u32>(values);
  add(((foreground & 255) << 8) | (sample & 255), i32x4.extract_lane(own, 0), i32x4.extract_lane(both, 0));
  if (count > 1)
    add((foreground & 0xff00) | ((sample >> 8) & 255), i32x4.extract_lane(own, 1), i32x4.extract_lane(both, 1));
  if (count > 2)
    add(((foreground >> 8) & 0xff00) | ((sample >> 16) & 255), i32x4.extract_lane(own, 2), i32x4.extract_lane(both, 2));
  if (count > 3)
    add(((foreground >> 16) & 0xff00) | (sample >> 24), i32x4.extract_lane(own, 3), i32x4.extract_lane(both, 3));
}

function add(cell: u32, square: i32, both: i32): void {
  const distance = sqrt(<f64>square);
  // d outside, -(d - 1) inside; 0 where there is no distance.
  const signed = square === 0 ? 0 : cell > 255 ? 1 - distance : distance;
  const at = cells + <usize>cell * CELL;
  v128.store(at, f64x2.add(v128.load(at), f64x2.replace_lane(f64x2.splat(signed), 1, <f64>both)));
}
