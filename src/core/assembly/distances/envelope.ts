// The lower envelope of parabolas along a run of one class (Felzenszwalb and Huttenlocher 2012).

import { take } from "./memory";

/** Squared distance where there is no site. */
const FAR: i32 = 1 << 29;

/** Parabolas of the envelope: where their apexes are and how high, height plus apex squared, and from where they are lowest. */
let apexes: usize = 0;
let heights: usize = 0;
let lifted: usize = 0;
let starts: usize = 0;
/** The quotients 1 / (2 n), of which {@link fillHalves} makes as many as were asked for. */
let halves: usize = 0;
let entries: i32 = 0;

/** @param most parabolas of a row. */
export function placeEnvelope(most: i32): void {
  entries = most;
  const row = <usize>most;
  apexes = take(row << 2);
  heights = take(row << 2);
  lifted = take(row << 2);
  starts = take(row << 3);
  halves = take(row << 3);
}

export function fillHalves(): void {
  for (let distance: i32 = 1; distance < entries; distance++) {
    store<f64>(halves + ((<usize>distance) << 3), 0.5 / <f64>distance);
  }
}

/** Adds the parabola (x - apex)² + squared to the envelope, right of all others. @returns the place of the last. */
export function push(count: i32, apex: i32, squared: i32): i32 {
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
export function close(last: i32, from: i32, to: i32, active: usize, out: usize): void {
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
