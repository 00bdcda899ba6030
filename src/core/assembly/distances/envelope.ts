// The lower envelope of the parabolas (x - apex)² + height along a run of one class (Felzenszwalb and Huttenlocher 2012).
// Which of them are in it is decided in whole numbers; only where one takes over from the next is a quotient.

import { take } from "../memory";

/** Of a parabola: its apex, height plus apex squared, and how much further and higher these are than those before; apexes ascend. */
const PARABOLA: usize = 16;
let parabolas: usize = 0;
/** The quotients 1 / (2 n) and the squares of whole numbers from -{@link entries}, of which {@link fillTables} makes as many as were asked for. */
let halves: usize = 0;
let ramp: usize = 0;
let entries: i32 = 0;

/** Numbers that {@link fill} writes at a time. */
const STEP: i32 = 16;

/** @param most parabolas of a row. */
export function placeEnvelope(most: i32): void {
  entries = most;
  // Before the first lies one that all others are below.
  parabolas = take(<usize>(most + 1) * PARABOLA) + PARABOLA;
  halves = take((<usize>most) << 3);
  ramp = take((<usize>(2 * most + STEP)) << 2) + ((<usize>most) << 2);
}

export function fillTables(): void {
  write(parabolas - PARABOLA, -2, 1 << 30, 1, NEVER);
  for (let distance: i32 = 1; distance < entries; distance++) {
    store<f64>(halves + ((<usize>distance) << 3), 0.5 / <f64>distance);
  }
  for (let x = -entries; x < entries + STEP; x++) store<i32>(ramp + ((<usize>x) << 2), x * x);
}

function write(at: usize, apex: i32, lifted: i32, run: i32, rise: i32): void {
  store<i32>(at, apex);
  store<i32>(at, lifted, 4);
  store<i32>(at, run, 8);
  store<i32>(at, rise, 12);
}

/** Rise of a parabola that no other takes the place of. */
const NEVER: i32 = -(1 << 30);

/** Begins with no parabola. @returns the end of the list. */
export function empty(): usize {
  return parabolas;
}

/** Begins with a parabola of height 0. @returns the end of the list. */
export function beginAt(apex: i32): usize {
  write(parabolas, apex, apex * apex, 1, NEVER);
  return parabolas + PARABOLA;
}

/**
 * Adds a parabola right of all others. Those that are nowhere the lowest any more are taken off the list, and out of the
 * bits of `candidates`.
 *
 * @returns the end of the list.
 */
export function push(end: usize, apex: i32, height: i32, candidates: usize): usize {
  const lifted = height + apex * apex;
  let at = end;
  let run: i64 = 0;
  let rise: i64 = 0;
  while (true) {
    const last = load<i32>(at - PARABOLA);
    run = apex - last;
    rise = lifted - load<i32>(at - PARABOLA, 4);
    // The new one crosses the last right of where the last crosses the one before it.
    if (rise * <i64>load<i32>(at - PARABOLA, 8) > run * <i64>load<i32>(at - PARABOLA, 12)) break;
    const word = candidates + ((<usize>last >> 6) << 3);
    store<u64>(word, load<u64>(word) & ~((<u64>1) << (last & 63)));
    at -= PARABOLA;
  }
  write(at, apex, lifted, <i32>run, <i32>rise);
  return at + PARABOLA;
}

/** 1.5 * 2^35: a double as large holds 17 bits of a fraction, and beside them a number of 32 bits that may be negative. */
const FIXED: f64 = 51539607552;

/** Writes the lowest values in [from, to) of the list that ends there; what lies up to 15 numbers beyond is overwritten as well. */
export function writeRun(end: usize, from: i32, to: i32, squares: usize): void {
  const stop = squares + ((<usize>to) << 2);
  const last = end - PARABOLA;
  let out = squares + ((<usize>from) << 2);
  for (let at = parabolas; at !== last; at += PARABOLA) {
    const apex = load<i32>(at);
    const across = load<i32>(at, PARABOLA + 8);
    const rise = load<i32>(at, PARABOLA + 12);
    // Rounding cannot matter: a crossing near a whole x is at it, where both parabolas are equal.
    const crossing = <f64>rise * load<f64>(halves + ((<usize>across) << 3));
    const next = <i32>(reinterpret<i64>(crossing + (FIXED + 1)) >> 17);
    const until = min(<i32>stop, <i32>squares + (next << 2));
    out = fill(out, <usize>max(<i32>out, until), ramp - squares - ((<usize>apex) << 2), load<i32>(at, 4) - apex * apex);
  }
  const apex = load<i32>(last);
  fill(out, stop, ramp - squares - ((<usize>apex) << 2), load<i32>(last, 4) - apex * apex);
}

/** @param toSquare from a place to the square of what lies between it and the apex. @returns where it ends. */
function fill(from: usize, stop: usize, toSquare: usize, height: i32): usize {
  const heights = i32x4.splat(height);
  let out = from;
  do {
    const square = out + toSquare;
    v128.store(out, i32x4.add(v128.load(square), heights));
    v128.store(out, i32x4.add(v128.load(square, 16), heights), 16);
    v128.store(out, i32x4.add(v128.load(square, 32), heights), 32);
    v128.store(out, i32x4.add(v128.load(square, 48), heights), 48);
    out += (<usize>STEP) << 2;
  } while (out < stop);
  return stop;
}
