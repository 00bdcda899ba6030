import type { Tally } from "../tally.js";

/** Bits of a radix, and of the key: three passes sort it. */
const RADIX_BITS = 11;
const RADIX = 1 << RADIX_BITS;
const MINUS_ZERO = 0x80000000;

/**
 * Tallies float32 probabilities, most of which are distinct, against a truth of two classes.
 *
 * The bits of floats that are not negative sort as the floats do, and leave one bit free: it takes the truth, so that one
 * radix sort of 32-bit keys brings each value's negatives and positives together.
 */
export class FloatTallier {
  private readonly keys: Uint32Array;
  private readonly sorted: Uint32Array;

  /** @param most how many pixels a map has at most; room for them is kept between maps. */
  constructor(most: number) {
    this.keys = new Uint32Array(most);
    this.sorted = new Uint32Array(most);
  }

  /**
   * @param samples not negative.
   * @param index class of each pixel; those below 0 are not counted.
   * @param of the class whose pixels are positives.
   */
  tally(samples: Float32Array, index: Int32Array, of: number, maximum: number): Tally {
    const bits = new Uint32Array(samples.buffer, samples.byteOffset, samples.length);
    let length = 0;
    for (let i = 0; i < index.length; i++) {
      if (index[i] < 0) continue;
      this.keys[length++] = bits[i] === MINUS_ZERO ? Number(index[i] === of) : bits[i] * 2 + Number(index[i] === of);
    }
    return runs(this.sort(length), maximum);
  }

  /** The first keys, ascending. */
  private sort(length: number): Uint32Array {
    let [from, to] = [this.keys.subarray(0, length), this.sorted.subarray(0, length)];
    for (let shift = 0; shift < 32; shift += RADIX_BITS) {
      const starts = new Uint32Array(RADIX + 1);
      for (let i = 0; i < length; i++) starts[((from[i] >>> shift) & (RADIX - 1)) + 1]++;
      for (let digit = 0; digit < RADIX; digit++) starts[digit + 1] += starts[digit];
      for (let i = 0; i < length; i++) to[starts[(from[i] >>> shift) & (RADIX - 1)]++] = from[i];
      [from, to] = [to, from];
    }
    return from;
  }
}

/** The distinct values of sorted keys, with their counts. */
function runs(keys: Uint32Array, maximum: number): Tally {
  let distinct = 0;
  for (let i = 0; i < keys.length; i++) if (i === 0 || keys[i] >>> 1 !== keys[i - 1] >>> 1) distinct++;
  const bits = new Uint32Array(distinct);
  const negatives = new Float64Array(distinct);
  const positives = new Float64Array(distinct);
  for (let i = 0, at = -1; i < keys.length; i++) {
    const value = keys[i] >>> 1;
    if (at < 0 || value !== bits[at]) bits[++at] = value;
    if ((keys[i] & 1) === 1) positives[at]++;
    else negatives[at]++;
  }
  return { levels: Float64Array.from(new Float32Array(bits.buffer)), maximum, negatives, positives };
}
