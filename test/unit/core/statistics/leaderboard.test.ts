import assert from "node:assert/strict";
import fc from "fast-check";
import { bootstrapInterval } from "../../../../src/core/bootstrap.js";
import { leaderboard } from "../../../../src/core/statistics/leaderboard.js";

describe("leaderboard", () => {
  const columns = [
    [0.5, 0.7, null, 0.9],
    [0.6, 0.8, 0.1, 0.7],
    [0.9, null, 0.2, 0.9],
  ];

  it("counts only images that every model has, best first", () => {
    const { n, leftOut, standings } = leaderboard(columns, "higher");
    assert.deepEqual([n, leftOut], [2, 2]);
    assert.deepEqual(
      standings.map(({ model, rank, mean }) => [model, rank, mean]),
      [
        [2, 1, 0.9],
        [0, 2, 0.7],
        [1, 3, (0.6 + 0.7) / 2],
      ],
    );
    assert.deepEqual(standings[1].interval, bootstrapInterval([0.5, 0.9]));
    assert.equal(leaderboard(columns, "lower").standings[0].model, 1);
  });

  it("shares a rank among equals and keeps their order", () => {
    const { standings } = leaderboard([[0.5], [0.7], [0.5]], "higher");
    assert.deepEqual(
      standings.map(({ model, rank }) => [model, rank]),
      [
        [1, 1],
        [0, 2],
        [2, 2],
      ],
    );
  });

  it("says nothing where no image counts", () => {
    const { n, standings } = leaderboard([[null], [0.5]], "higher");
    assert.equal(n, 0);
    assert.ok(standings.every(({ rank, mean, interval }) => rank === null && mean === null && interval === null));
    assert.deepEqual(leaderboard([], "higher").standings, []);
  });

  it("is in order for any values", () => {
    const column = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(column, { minLength: 1, maxLength: 5 }), (data) => {
        const means = leaderboard(data, "lower").standings.map(({ mean }) => mean ?? 0);
        assert.deepEqual(
          means,
          [...means].sort((a, b) => a - b),
        );
      }),
      { numRuns: 20 },
    );
  });
});
