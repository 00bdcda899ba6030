import assert from "node:assert/strict";
import { Settling } from "../../../../src/scoring/follow/settling.js";

const stamp = (size: number, modified = 0) => ({ size, modified });

describe("settling files", () => {
  it("takes a file for whole when it has rested, once", () => {
    const settling = new Settling(100);
    assert.equal(settling.observe("a", stamp(1, 1000), 1000), false);
    assert.equal(settling.observe("a", stamp(1, 1000), 1099), false);
    assert.equal(settling.observe("a", stamp(1, 1000), 1100), true);
    assert.equal(settling.pending, 1);
    assert.equal(settling.conclude("a", stamp(1, 1000), false, 1100), true);
    assert.equal(settling.observe("a", stamp(1, 1000), 9000), false);
    assert.equal(settling.pending, 0);
  });

  it("begins anew with every change of size or time", () => {
    const settling = new Settling(100);
    settling.observe("a", stamp(1, 1000), 1000);
    assert.equal(settling.observe("a", stamp(2, 1000), 1100), false);
    assert.equal(settling.observe("a", stamp(2, 1150), 1200), false);
    assert.equal(settling.observe("a", stamp(2, 1150), 1299), false);
    assert.equal(settling.observe("a", stamp(2, 1150), 1300), true);
  });

  it("needs no rest of a file that was old when it was first seen", () => {
    const settling = new Settling(100);
    assert.equal(settling.observe("a", stamp(1, 1000), 7000), true);
    // Overwritten with an old time, as by a copy that keeps it: that is a change all the same.
    assert.equal(settling.observe("a", stamp(2, 500), 7010), false);
  });

  it("discards what was read while the file changed", () => {
    const settling = new Settling(100);
    settling.observe("a", stamp(1, 1000), 7000);
    assert.equal(settling.conclude("a", stamp(9, 7001), false, 7002), false);
    assert.equal(settling.observe("a", stamp(9, 7001), 7050), false);
    assert.equal(settling.observe("a", stamp(9, 7001), 7102), true);
  });

  it("tries again what cannot be read, ever more seldom, and then gives up until it changes", () => {
    const settling = new Settling(100);
    const attempts: number[] = [];
    for (let now = 10_000; now < 40_000; now += 50) {
      if (!settling.observe("a", stamp(1, 0), now)) continue;
      attempts.push(now - 10_000);
      if (settling.conclude("a", stamp(1, 0), true, now)) break;
    }
    assert.deepEqual(attempts, [0, 200, 600, 1400, 3000]);
    assert.equal(settling.observe("a", stamp(1, 0), 90_000), false);
    assert.equal(settling.observe("a", stamp(2, 90_000), 90_000), false);
    assert.equal(settling.observe("a", stamp(2, 90_000), 90_100), true);
  });

  it("forgets files that are gone", () => {
    const settling = new Settling(100);
    settling.observe("a", stamp(1, 0), 9000);
    settling.observe("b", stamp(1, 0), 9000);
    assert.deepEqual(settling.keepOnly(new Set(["b"])), ["a"]);
    assert.equal(settling.conclude("a", stamp(1, 0), false, 9000), false);
  });
});
