// AssemblyScript: `npm run wasm` compiles it.
//
// Series are summed eight at a time, side by side: a cache line a draw, and no sum waits for its own last addition.

/** Bytes of a value of each of eight series. */
const LINE: i32 = 64;
/** Of the generator: how far its state goes from one number to the next. */
const STEP: i32 = 0x6d2b79f5;

/** Where the caller puts value 0 of eight series, value 1 …; and finds the sum of each series. */
export let values: usize = 0;
export let sums: usize = 0;

let count: i32 = 0;
let drawn: usize = 0;
let state: i32 = 0;

/** Makes room for so many values of eight series, and starts the generator. */
export function reserve(length: i32, seed: i32): void {
  count = length;
  state = seed;
  sums = (__heap_base + 63) & ~63;
  drawn = sums + LINE;
  // Four are drawn at a time.
  values = (drawn + ((<usize>count) << 2) + 16 + 63) & ~63;
  const end = values + <usize>count * <usize>LINE;
  const missing = <i32>((end + 0xffff) >> 16) - memory.size();
  if (missing > 0) memory.grow(missing);
}

/** Draws as many values as there are, with replacement, and sums those of every series in the order drawn. */
export function resample(): void {
  draw();
  let ab = f64x2.splat(0);
  let cd = f64x2.splat(0);
  let ef = f64x2.splat(0);
  let gh = f64x2.splat(0);
  const end = drawn + ((<usize>count) << 2);
  for (let place = drawn; place < end; place += 4) {
    const at = values + <usize>load<u32>(place);
    ab = f64x2.add(ab, v128.load(at));
    cd = f64x2.add(cd, v128.load(at, 16));
    ef = f64x2.add(ef, v128.load(at, 32));
    gh = f64x2.add(gh, v128.load(at, 48));
  }
  v128.store(sums, ab);
  v128.store(sums, cd, 16);
  v128.store(sums, ef, 32);
  v128.store(sums, gh, 48);
}

/**
 * Draws places of values, as bytes from the first. The generator is mulberry32 (Ettinger 2017): as its state is a counter,
 * four numbers are made at once.
 */
function draw(): void {
  // A number in [0, 2^32) times this is a number in [0, count): the product rounds as that of a number in [0, 1) and the count.
  const scale = f64x2.splat(<f64>count / 4294967296);
  let states = i32x4.add(i32x4.splat(state), i32x4(STEP, 2 * STEP, 3 * STEP, 4 * STEP));
  const end = drawn + ((<usize>count) << 2);
  for (let place = drawn; place < end; place += 16) {
    let t = i32x4.mul(v128.xor(states, i32x4.shr_u(states, 15)), v128.or(states, i32x4.splat(1)));
    const u = i32x4.mul(v128.xor(t, i32x4.shr_u(t, 7)), v128.or(t, i32x4.splat(61)));
    t = v128.xor(i32x4.add(t, u), t);
    const numbers = v128.xor(t, i32x4.shr_u(t, 14));
    const low = places(numbers, scale);
    const high = places(v128.shuffle<i32>(numbers, numbers, 2, 3, 2, 3), scale);
    const four = v128.shuffle<i32>(low, high, 0, 1, 4, 5);
    v128.store(place, i32x4.shl(four, 6));
    states = i32x4.add(states, i32x4.splat(4 * STEP));
  }
  state += count * STEP;
}

/** Of the first two numbers. */
function places(numbers: v128, scale: v128): v128 {
  return i32x4.trunc_sat_f64x2_u_zero(f64x2.mul(f64x2.convert_low_i32x4_u(numbers), scale));
}
