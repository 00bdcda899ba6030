// Windows that reach beyond the image: they are means over fewer cells.

import { addOne, cellOf, setTotal, total } from "./cells";
import { columns } from "./columns";
import { height, samples, truth, width } from "./image";
import { after, before, inside } from "./window";

/** Given by the caller: the weight of a window with so much foreground in so many cells. */
declare function weightAtEdge(hits: i32, inside: i32): f64;

/** Weights that have been asked for, by cells and foreground; 0 where not yet. 0 where they are not kept. */
let kept: usize = 0;

export function placeEdges(keeps: bool, at: usize): void {
  kept = keeps ? at : 0;
}

/** Weighs the pixels of [from, to) in a row. @returns the foreground of the last window, given that of the one before. */
export function weighAtEdge(y: i32, from: i32, to: i32, hitsBefore: i32): i32 {
  const row = <usize>y * <usize>width;
  const rows = inside(y, height);
  let hits = hitsBefore;
  let sum = total;
  for (let x = from; x < to; x++) {
    // Behind the last column there are zeros for as far as a block reaches, not for as far as a window does.
    if (x + after < width) hits += <i32>load<u8>(columns + <usize>(x + after));
    if (x > before) hits -= <i32>load<u8>(columns + <usize>(x - before - 1));
    const weight = weightOf(hits, rows * inside(x, width));
    addOne(cellOf(load<u8>(truth + row + <usize>x), load<u8>(samples + row + <usize>x)), weight);
    sum += weight;
  }
  setTotal(sum);
  return hits;
}

function weightOf(hits: i32, count: i32): f64 {
  if (kept === 0) return weightAtEdge(hits, count);
  const at = kept + ((<usize>(((count * (count + 1)) >> 1) + hits)) << 3);
  const known = load<f64>(at);
  if (known !== 0) return known;
  const weight = weightAtEdge(hits, count);
  store<f64>(at, weight);
  return weight;
}
