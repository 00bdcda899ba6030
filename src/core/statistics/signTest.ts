/**
 * Two-sided p value of the exact sign test (Arbuthnott 1710; Dixon and Mood 1946): the chance of a split at least as
 * uneven as this one were each image as likely to get better as to get worse. Ties are left out before, as usual.
 * The binomial sum is taken in full, in float64; no normal approximation at any size.
 *
 * @param wins images that got better, a whole number.
 * @param losses images that got worse, a whole number.
 * @returns in (0, 1]; 1 where nothing differs.
 */
export function signTest(wins: number, losses: number): number {
  const n = wins + losses;
  const fewer = Math.min(wins, losses);
  // 2 * fewer >= n - 1 covers the middle of the distribution, where doubling one tail would pass 1.
  if (2 * fewer >= n - 1) return 1;
  // The largest term, C(n, fewer) / 2^n, in logarithms: it underflows on its own for some thousand images.
  let logTerm = -n * Math.LN2;
  for (let i = 1; i <= fewer; i++) logTerm += Math.log((n - fewer + i) / i);
  // The others relative to it: C(n, k - 1) = C(n, k) * k / (n - k + 1).
  let relative = 1;
  let sum = 1;
  for (let k = fewer; k > 0 && relative > Number.EPSILON * 1e-3; k--) {
    relative *= k / (n - k + 1);
    sum += relative;
  }
  return Math.min(1, 2 * sum * Math.exp(logTerm));
}
