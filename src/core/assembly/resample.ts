// AssemblyScript: `npm run wasm` compiles it.
//
// Series are summed eight at a time, side by side: a cache line a draw, and no sum waits for its own last addition.

const LANES: i32 = 8;
/** Bytes of a value of each of eight series. */
const LINE: i32 = LANES << 3;

/** Where the caller puts value 0 of eight series, value 1 …, then those of the next eight; and finds the sum of each series. */
export let values: usize = 0;
export let sums: usize = 0;

let count: i32 = 0;
let groups: i32 = 0;
let drawn: usize = 0;
let state: i32 = 0;

/** Makes room for so many values in so many groups of eight series, and starts the generator. */
export function reserve(length: i32, numberOfGroups: i32, seed: i32): void {
  count = length;
  groups = numberOfGroups;
  state = seed;
  sums = (__heap_base + 63) & ~63;
  drawn = sums + <usize>(groups * LINE);
  values = (drawn + ((<usize>count) << 2) + 63) & ~63;
  const end = values + <usize>groups * <usize>count * <usize>LINE;
  const missing = <i32>((end + 0xffff) >> 16) - memory.size();
  if (missing > 0) memory.grow(missing);
}

/** Draws as many values as there are, with replacement, and sums those of every series in the order drawn. */
export function resample(): void {
  for (let i: i32 = 0; i < count; i++) {
    store<u32>(drawn + ((<usize>i) << 2), <u32>Math.floor(random() * <f64>count) * LINE);
  }
  for (let group: i32 = 0; group < groups; group++) {
    sum(values + <usize>group * <usize>count * <usize>LINE, sums + <usize>(group * LINE));
  }
}

function sum(from: usize, to: usize): void {
  let ab = f64x2.splat(0);
  let cd = f64x2.splat(0);
  let ef = f64x2.splat(0);
  let gh = f64x2.splat(0);
  const end = drawn + ((<usize>count) << 2);
  for (let draw = drawn; draw < end; draw += 4) {
    const at = from + <usize>load<u32>(draw);
    ab = f64x2.add(ab, v128.load(at));
    cd = f64x2.add(cd, v128.load(at, 16));
    ef = f64x2.add(ef, v128.load(at, 32));
    gh = f64x2.add(gh, v128.load(at, 48));
  }
  v128.store(to, ab);
  v128.store(to, cd, 16);
  v128.store(to, ef, 32);
  v128.store(to, gh, 48);
}

/** Uniform in [0, 1), 32 bits: mulberry32 (Ettinger 2017). */
function random(): f64 {
  state += 0x6d2b79f5;
  let t = (state ^ (state >>> 15)) * (1 | state);
  t = (t + (t ^ (t >>> 7)) * (61 | t)) ^ t;
  return <f64>(<u32>(t ^ (t >>> 14))) / 4294967296;
}
