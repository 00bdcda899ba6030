import assert from "node:assert/strict";
import { disagreement, ranks } from "../../../../webview/table/ranks.js";

const none = () => false;

describe("ranks", () => {
  it("go from best to worst; equal values share the mean of their places", () => {
    assert.deepEqual([...ranks(Float64Array.of(0.2, 0.9, 0.2, 0.5), "higher", none)], [3.5, 1, 3.5, 2]);
    assert.deepEqual([...ranks(Float64Array.of(0.2, 0.9, 0.2, 0.5), "lower", none)], [1.5, 4, 1.5, 3]);
    assert.deepEqual([...ranks(Float64Array.of(1, Number.NaN, 0), "lower", none)], [2, Number.NaN, 1]);
  });
});

describe("disagreement", () => {
  const lower = (...values: number[]) => ({ values: Float64Array.from(values), better: "lower" as const });
  const higher = (...values: number[]) => ({ values: Float64Array.from(values), better: "higher" as const });

  it("is positive where the first score thinks better of a pair", () => {
    const { difference, correlation } = disagreement(lower(0, 1, 2), higher(0, 1, 2));
    assert.deepEqual([...difference], [2, 0, -2]);
    assert.equal(correlation, -1);
  });

  it("is nothing where both give the same order, whatever their direction", () => {
    const { difference, correlation } = disagreement(lower(0.1, 5, 0.3), higher(9, 1, 3));
    assert.deepEqual([...difference], [0, 0, 0]);
    assert.equal(correlation, 1);
  });

  it("ranks only pairs for which both scores are defined", () => {
    const { difference } = disagreement(lower(0, 1, 2, Number.NaN), lower(Number.NaN, 4, 3, 0));
    assert.deepEqual([...difference], [Number.NaN, 1, -1, Number.NaN]);
  });

  it("has Spearman's correlation of scipy.stats.spearmanr, ties and all; null where there is no order", () => {
    // spearmanr([1, 2, 2, 4, 5], [5, 6, 7, 8, 7]).statistic
    const { correlation } = disagreement(lower(1, 2, 2, 4, 5), lower(5, 6, 7, 8, 7));
    assert.ok(Math.abs((correlation ?? 0) - 0.7631578947368421) < 1e-12, String(correlation));
    assert.equal(disagreement(lower(1, 1), lower(1, 2)).correlation, null);
    assert.equal(disagreement(lower(1), lower(2)).correlation, null);
  });
});
