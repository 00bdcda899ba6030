/** Fewer additions than this are made one by one. */
const FEW = 12;

const asDouble = new Float64Array(1);
const asBits = new BigUint64Array(asDouble.buffer);
const EXPONENT = 0x7ff0000000000000n;

/** The power of two at which the doubles around a positive number become coarser. */
function endOfBinade(value: number): number {
  asDouble[0] = value;
  asBits[0] &= EXPONENT;
  return 2 * asDouble[0];
}

/**
 * `sum += term`, n times: the same double as the loop gives, rounding by rounding, in steps of powers of two.
 *
 * Between two powers of two all doubles are multiples of one unit, and from the second addition on each adds the same
 * number of units: the term is rounded alike every time, ties included, since after the first sum all are even or odd
 * alike. So a whole stretch is one product, which is exact.
 *
 * @param sum not negative.
 * @param term positive.
 */
export function addRepeatedly(sum: number, term: number, n: number): number {
  let left = n;
  while (left >= FEW) {
    const end = endOfBinade(sum);
    const first = sum + term;
    sum = first + term;
    left -= 2;
    const step = sum - first;
    const count = Math.min(left, Math.floor((end - sum) / step) - 1);
    if (count > 0 && sum < end) {
      sum += count * step;
      left -= count;
    }
  }
  for (; left > 0; left--) sum += term;
  return sum;
}
