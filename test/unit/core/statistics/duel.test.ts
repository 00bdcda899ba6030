import assert from "node:assert/strict";
import fc from "fast-check";
import { bootstrapInterval } from "../../../../src/core/bootstrap.js";
import { duel, regressionsFirst } from "../../../../src/core/statistics/duel.js";

const unit = fc.double({ min: 0, max: 1, noNaN: true });
const value = fc.option(unit, { nil: null });

describe("duel", () => {
  it("counts wins, ties and losses by the direction of the score", () => {
    const [before, after] = [
      [0.5, 0.5, 0.9, 0.2, null, 0.3],
      [0.6, 0.5, 0.8, 0.1, 0.4, null],
    ];
    const { n, wins, ties, losses, difference } = duel(before, after, "higher");
    assert.deepEqual([n, wins, ties, losses], [4, 1, 1, 2]);
    assert.ok(Math.abs((difference ?? 0) - -0.025) < 1e-15);
    const reversed = duel(before, after, "lower");
    assert.deepEqual([reversed.wins, reversed.ties, reversed.losses], [2, 1, 1]);
    assert.equal(reversed.difference, difference);
  });

  it("has no verdict without two images, and none where all are equal", () => {
    assert.deepEqual(duel([], [], "higher"), {
      n: 0,
      wins: 0,
      ties: 0,
      losses: 0,
      difference: null,
      interval: null,
      p: 1,
      verdict: "open",
    });
    assert.equal(duel([0.1, 0.2, 0.3], [0.1, 0.2, 0.3], "higher").verdict, "open");
  });

  it("says better or worse where the interval is on one side of 0", () => {
    const before = [0.1, 0.2, 0.3, 0.4, 0.5];
    const after = before.map((score, i) => score + 0.1 + 0.01 * i);
    assert.equal(duel(before, after, "higher").verdict, "better");
    assert.equal(duel(before, after, "lower").verdict, "worse");
    assert.equal(duel(after, before, "higher").verdict, "worse");
  });

  it("bootstraps the paired differences, not the two means", () => {
    const before = [0.1, 0.5, 0.9, 0.2, 0.7];
    const after = [0.2, 0.6, 0.95, 0.35, 0.7];
    const differences = after.map((score, i) => score - before[i]);
    assert.deepEqual(duel(before, after, "higher").interval, bootstrapInterval(differences));
  });

  it("leaves infinite scores out, whose difference is no number", () => {
    const { n } = duel([Number.POSITIVE_INFINITY, 1], [Number.POSITIVE_INFINITY, 2], "lower");
    assert.equal(n, 1);
  });

  it("is its own mirror image", () => {
    const pairs = fc.array(fc.tuple(value, value), { maxLength: 12 });
    fc.assert(
      fc.property(pairs, fc.constantFrom("lower" as const, "higher" as const), (data, better) => {
        const [a, b] = [data.map(([x]) => x), data.map(([, y]) => y)];
        const [there, back] = [duel(a, b, better), duel(b, a, better)];
        assert.deepEqual([there.wins, there.ties, there.losses], [back.losses, back.ties, back.wins]);
        assert.equal(there.p, back.p);
        assert.ok(Math.abs((there.difference ?? 0) + (back.difference ?? 0)) < 1e-12);
      }),
      { numRuns: 30 },
    );
  });
});

describe("regressionsFirst", () => {
  it("begins with what got worse most, for either direction", () => {
    const [before, after] = [
      [0.5, 0.5, null, 0.9],
      [0.4, 0.7, 0.1, 0.2],
    ];
    assert.deepEqual(
      regressionsFirst(before, after, "higher").map(({ image }) => image),
      [3, 0, 1],
    );
    assert.deepEqual(
      regressionsFirst(before, after, "lower").map(({ image }) => image),
      [1, 0, 3],
    );
  });
});
