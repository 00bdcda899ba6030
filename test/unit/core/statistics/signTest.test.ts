import assert from "node:assert/strict";
import fc from "fast-check";
import { signTest } from "../../../../src/core/statistics/signTest.js";

/** The same by its definition, in whole numbers: twice the tail of the binomial, at most 1. */
function plain(wins: number, losses: number): number {
  const n = wins + losses;
  let tail = 0n;
  let choose = 1n;
  for (let k = 0; k <= Math.min(wins, losses); k++) {
    tail += choose;
    choose = (choose * BigInt(n - k)) / BigInt(k + 1);
  }
  // 53 bits of the quotient are enough.
  return Math.min(1, Number((2n * tail * (1n << 80n)) / (1n << BigInt(n))) / 2 ** 80);
}

describe("signTest", () => {
  it("gives the known values of the binomial test", () => {
    // scipy.stats.binomtest(k, n).pvalue
    assert.ok(Math.abs(signTest(8, 2) - 0.109375) < 1e-15);
    assert.ok(Math.abs(signTest(10, 0) - 0.001953125) < 1e-15);
    assert.ok(Math.abs(signTest(5, 15) - 0.04138946533203125) < 1e-15);
    assert.equal(signTest(5, 5), 1);
    assert.equal(signTest(3, 4), 1);
    assert.equal(signTest(0, 0), 1);
    assert.equal(signTest(1, 0), 1);
  });

  it("agrees with whole-number arithmetic, and does not care which side is which", () => {
    const count = fc.integer({ min: 0, max: 60 });
    fc.assert(
      fc.property(count, count, (wins, losses) => {
        const exact = plain(wins, losses);
        assert.ok(Math.abs(signTest(wins, losses) - exact) <= 1e-12 * exact + 1e-24, `${wins} ${losses}`);
        assert.equal(signTest(wins, losses), signTest(losses, wins));
      }),
    );
  });

  it("stays exact where a single term underflows", () => {
    // In whole numbers: twice the sum of C(5000, k) for k up to 2400, over 2^5000.
    assert.ok(Math.abs(signTest(2600, 2400) / 0.004883649737517518 - 1) < 1e-10);
  });
});
