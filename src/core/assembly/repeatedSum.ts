/** Fewer additions than this are made one by one. */
const FEW: i32 = 12;

/** The power of two at which the doubles around a positive number become coarser. */
function endOfBinade(value: f64): f64 {
  return 2 * reinterpret<f64>(reinterpret<u64>(value) & 0x7ff0000000000000);
}

/**
 * `sum += term`, n times: the same double as the loop gives, rounding by rounding, in steps of powers of two.
 *
 * Between two powers of two all doubles are multiples of one unit, and from the second addition on each adds the same
 * number of units: the term is rounded alike every time, ties included, since after the first sum all are even or odd
 * alike. So a whole stretch is one product, which is exact.
 *
 * @param start not negative.
 * @param term positive.
 */
export function addRepeatedly(start: f64, term: f64, n: i32): f64 {
  let sum = start;
  let left = n;
  while (left >= FEW) {
    const end = endOfBinade(sum);
    const first = sum + term;
    sum = first + term;
    left -= 2;
    const step = sum - first;
    const count = Math.min(<f64>left, Math.floor((end - sum) / step) - 1);
    if (count > 0 && sum < end) {
      sum += count * step;
      left -= <i32>count;
    }
  }
  for (; left > 0; left--) sum += term;
  return sum;
}
