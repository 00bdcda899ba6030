// Weights by squared distance, each summed in the order of the points.

import { take } from "../memory";
import { FAR } from "./search";

let table: usize = 0;
let highest: i32 = -1;
/** The squares that occur, ascending, and what lies at each. */
export let squares: usize = 0;
export let weights: usize = 0;

export function placeHistogram(): void {
  table = take(FAR << 3);
  memory.fill(table, 0, FAR << 3);
  squares = take(FAR << 3);
  weights = take(FAR << 3);
}

export function count(square: i32, weight: f64): void {
  const cell = table + ((<usize>square) << 3);
  store<f64>(cell, load<f64>(cell) + weight);
  highest = max(highest, square);
}

/** Empties the table into {@link squares} and {@link weights}. @returns how many there are. */
export function takeCounts(): i32 {
  let found: usize = 0;
  for (let square: i32 = 0; square <= highest; square++) {
    const cell = table + ((<usize>square) << 3);
    const weight = load<f64>(cell);
    if (weight === 0) continue;
    store<f64>(cell, 0);
    store<f64>(squares + found, <f64>square);
    store<f64>(weights + found, weight);
    found += 8;
  }
  highest = -1;
  return <i32>(found >> 3);
}
