// AssemblyScript: `npm run wasm` compiles it. What is right, `boundary/weight.ts` and `count.ts` decide.
//
// Counts an 8-bit prediction and sums the boundary weights of its pixels in one pass. Windows that are all background or
// all foreground are most of most images. They are found sixteen columns at a time; their weight is a constant, and where
// the prediction is constant as well, so is what it is added to. The sums are, to the bit, those of adding pixel after
// pixel.

import { addRepeatedly } from "./repeatedSum";

// For its tests.
export { addRepeatedly };

/** Given by the caller: the weight of a window that reaches beyond the image, with so much foreground in so many cells. */
declare function weightAtEdge(hits: i32, inside: i32): f64;

/** Bytes of a cell of the tally: the sum of weights, then the count. */
const CELL: usize = 16;
const CELLS: usize = 512;
/** Columns that are looked at together. */
const BLOCK: i32 = 16;
/** Shorter stretches of flat windows are not worth leaving the loop over the others for. */
const SHORTEST: i32 = 24;
/** Pixels of a flat stretch that are looked at together. */
const PIECE: i32 = 64;

/** Where the caller finds the tally and the sum of all weights, and puts the classes of the truth and the samples. */
export let cells: usize = 0;
export let total: f64 = 0;
export let truth: usize = 0;
export let samples: usize = 0;
/** Weights of windows inside the image, by foreground: the caller fills in kernel² + 1 of them where it says so. */
export let whole: usize = 0;

let kernel: i32 = 0;
let before: i32 = 0;
let after: i32 = 0;
/** Of windows that are all of one class. */
let flat: f64 = 0;
/** Weights of windows that reach beyond the image, as far as they were asked for: 0 where not. 0 where they are not kept. */
let edges: usize = 0;
/** Where images begin. */
let images: usize = 0;

let width: i32 = 0;
let height: i32 = 0;
/** Foreground in the part of each column that the windows of a row see; zeros before and after. */
let columns: usize = 0;
let padding: i32 = 0;
let blocks: i32 = 0;

/**
 * Once for every window.
 * @param keepsWhole whether the weights of windows inside an image are needed.
 * @param keepsEdges whether memory is spent on those at its edges.
 */
export function open(size: i32, weightOfFlat: f64, keepsWhole: bool, keepsEdges: bool): void {
  kernel = size;
  before = (size - 1) >> 1;
  after = size - 1 - before;
  flat = weightOfFlat;
  cells = (__heap_base + 15) & ~15;
  whole = cells + CELL * CELLS;
  const most = <usize>size * <usize>size + 1;
  edges = whole + (keepsWhole ? most << 3 : 0);
  images = edges + (keepsEdges ? (most * (most + 1)) << 2 : 0);
  if (!keepsEdges) edges = 0;
  grow(images);
}

/** Makes room for an image. */
export function reserve(imageWidth: i32, imageHeight: i32): void {
  width = imageWidth;
  height = imageHeight;
  blocks = (width + BLOCK - 1) / BLOCK;
  padding = (before + BLOCK) & ~(BLOCK - 1);
  columns = (images + 15) & ~15;
  truth = columns + <usize>(padding + BLOCK * blocks + after + BLOCK);
  samples = truth + <usize>width * <usize>height + BLOCK;
  grow(samples + <usize>width * <usize>height + BLOCK);
}

function grow(end: usize): void {
  const missing = <i32>((end + 0xffff) >> 16) - memory.size();
  if (missing > 0) memory.grow(missing);
}

/** Tallies the image that was put there: by cell, truth << 8 | sample. */
export function weigh(): void {
  memory.fill(cells, 0, CELL * CELLS);
  memory.fill(columns, 0, truth - columns);
  total = 0;
  for (let y: i32 = 0; y < min(after, height); y++) enter(y);
  for (let y: i32 = 0; y < height; y++) {
    if (y + after < height) enter(y + after);
    if (y - before - 1 >= 0) leave(y - before - 1);
    weighRow(y);
  }
}

function inside(at: i32, length: i32): i32 {
  return min(at + after, length - 1) - max(at - before, 0) + 1;
}

/** Ones in the lanes of a block that lie in the image. */
function valid(block: i32): v128 {
  const lanes = i8x16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
  return i8x16.lt_s(lanes, i8x16.splat(<i8>min(width - block * BLOCK, BLOCK)));
}

function enter(row: i32): void {
  const from = truth + <usize>row * <usize>width;
  const last = blocks - 1;
  for (let block: i32 = 0; block < last; block++) {
    const at = columns + <usize>(padding + block * BLOCK);
    v128.store(at, i8x16.add(v128.load(at), v128.load(from + <usize>(block * BLOCK))));
  }
  const at = columns + <usize>(padding + last * BLOCK);
  v128.store(at, i8x16.add(v128.load(at), v128.and(valid(last), v128.load(from + <usize>(last * BLOCK)))));
}

function leave(row: i32): void {
  const from = truth + <usize>row * <usize>width;
  const last = blocks - 1;
  for (let block: i32 = 0; block < last; block++) {
    const at = columns + <usize>(padding + block * BLOCK);
    v128.store(at, i8x16.sub(v128.load(at), v128.load(from + <usize>(block * BLOCK))));
  }
  const at = columns + <usize>(padding + last * BLOCK);
  v128.store(at, i8x16.sub(v128.load(at), v128.and(valid(last), v128.load(from + <usize>(last * BLOCK)))));
}

const MIXED: i32 = -1;

/** 0 or 1 where all columns of a block are all background or all foreground, else {@link MIXED}. */
function classOf(block: i32, full: v128): i32 {
  const counts = v128.load(columns + <usize>(padding + block * BLOCK));
  if (!v128.any_true(counts)) return 0;
  const others = v128.xor(counts, full);
  return v128.any_true(block < blocks - 1 ? others : v128.and(others, valid(block))) ? MIXED : 1;
}

/** Divides a row into stretches of flat windows and the rest. */
function weighRow(y: i32): void {
  const full = i8x16.splat(<i8>inside(y, height));
  let done: i32 = 0;
  for (let block: i32 = 0; block < blocks; ) {
    const own = classOf(block, full);
    let end = block + 1;
    if (own !== MIXED) {
      while (end < blocks && classOf(end, full) === own) end++;
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

/** The windows of [from, to) are all of one class. Pieces in which the prediction is constant, too, are one addition. */
function weighFlat(y: i32, from: i32, to: i32, own: i32): void {
  total = addRepeatedly(total, flat, to - from);
  const row = samples + <usize>y * <usize>width;
  const one = f64x2.replace_lane(f64x2.splat(flat), 1, 1);
  for (let x = from; x < to; x += PIECE) {
    const stop = min(x + PIECE, to);
    const value = load<u8>(row + <usize>x);
    if (isConstant(row, x, stop, value)) {
      const at = cells + <usize>((own << 8) | value) * CELL;
      store<f64>(at, addRepeatedly(load<f64>(at), flat, stop - x));
      store<f64>(at, load<f64>(at, 8) + <f64>(stop - x), 8);
      continue;
    }
    for (let i = x; i < stop; i++) {
      const at = cells + <usize>((own << 8) | load<u8>(row + <usize>i)) * CELL;
      v128.store(at, f64x2.add(v128.load(at), one));
    }
  }
}

function isConstant(row: usize, from: i32, to: i32, value: u8): bool {
  const all = i8x16.splat(value);
  let x = from;
  for (; x + BLOCK <= to; x += BLOCK) {
    if (v128.any_true(v128.xor(v128.load(row + <usize>x), all))) return false;
  }
  for (; x < to; x++) if (load<u8>(row + <usize>x) !== value) return false;
  return true;
}

/** The windows slide over [from, to), pixel by pixel. */
function weighRest(y: i32, from: i32, to: i32): void {
  if (from >= to) return;
  const isWhole = kernel <= min(width, height) && inside(y, height) === kernel;
  const left = isWhole ? before : to;
  const right = isWhole ? width - after : to;
  let hits = hitsBefore(from);
  if (from < left) hits = slideAtEdge(y, from, min(left, to), hits);
  const start = max(from, left);
  const end = min(right, to);
  if (start < end) hits = slideInside(y, start, end, hits);
  if (max(from, right) < to) slideAtEdge(y, max(from, right), to, hits);
}

/** Foreground of the window one left of a pixel. */
function hitsBefore(x: i32): i32 {
  const last = min(padding + x - 1 + after, padding + width - 1);
  let hits: i32 = 0;
  for (let i = max(0, padding + x - 1 - before); i <= last; i++) hits += load<u8>(columns + <usize>i);
  return hits;
}

function slideInside(y: i32, from: i32, to: i32, hitsBefore: i32): i32 {
  const row = <usize>y * <usize>width;
  const one = f64x2.replace_lane(f64x2.splat(0), 1, 1);
  const ahead = columns + <usize>(padding + after);
  const behind = columns + <usize>(padding - before - 1);
  let hits = hitsBefore;
  let sum = total;
  for (let x = <usize>from; x < <usize>to; x++) {
    hits += <i32>load<u8>(ahead + x) - <i32>load<u8>(behind + x);
    const weight = v128.load64_zero(whole + ((<usize>hits) << 3));
    const at = cells + (((<usize>load<u8>(truth + row + x)) << 8) | <usize>load<u8>(samples + row + x)) * CELL;
    v128.store(at, f64x2.add(v128.load(at), v128.or(weight, one)));
    sum += f64x2.extract_lane(weight, 0);
  }
  total = sum;
  return hits;
}

/** Where windows reach beyond the image. */
function slideAtEdge(y: i32, from: i32, to: i32, hitsBefore: i32): i32 {
  const row = <usize>y * <usize>width;
  const rows = inside(y, height);
  const ahead = columns + <usize>(padding + after);
  const behind = columns + <usize>(padding - before - 1);
  let hits = hitsBefore;
  let sum = total;
  for (let x = from; x < to; x++) {
    // Behind the last column there are zeros for as far as a block reaches, not for as far as a window does.
    if (x + after < width) hits += <i32>load<u8>(ahead + <usize>x);
    if (x > before) hits -= <i32>load<u8>(behind + <usize>x);
    const weight = edgeWeight(hits, rows * inside(x, width));
    const at =
      cells + (((<usize>load<u8>(truth + row + <usize>x)) << 8) | <usize>load<u8>(samples + row + <usize>x)) * CELL;
    v128.store(at, f64x2.add(v128.load(at), f64x2.replace_lane(f64x2.splat(weight), 1, 1)));
    sum += weight;
  }
  total = sum;
  return hits;
}

function edgeWeight(hits: i32, count: i32): f64 {
  if (edges === 0) return weightAtEdge(hits, count);
  const at = edges + ((<usize>(((count * (count + 1)) >> 1) + hits)) << 3);
  const weight = load<f64>(at);
  return weight === 0 ? keepWeight(at, hits, count) : weight;
}

function keepWeight(at: usize, hits: i32, count: i32): f64 {
  const weight = weightAtEdge(hits, count);
  store<f64>(at, weight);
  return weight;
}
