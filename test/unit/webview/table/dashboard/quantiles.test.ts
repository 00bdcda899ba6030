import assert from "node:assert/strict";
import { mediansByPart, quantile, sortedValues } from "../../../../../webview/table/dashboard/quantiles.js";
import { ticks } from "../../../../../webview/table/dashboard/ticks.js";

const rows = (...places: number[]) => Uint32Array.from(places);

describe("quantiles of the pairs shown", () => {
  it("are those of numpy.quantile, of defined values alone", () => {
    const sorted = sortedValues(
      Float64Array.of(4, Number.NaN, 1, 2, 100, Number.POSITIVE_INFINITY),
      rows(0, 1, 2, 3, 5),
    );
    assert.deepEqual([...sorted], [1, 2, 4]);
    // numpy.quantile([1, 2, 4], [0, .25, .5, .9, 1])
    assert.deepEqual(
      [0, 0.25, 0.5, 0.9, 1].map((part) => quantile(sorted, part)),
      [1, 1.5, 2, 3.6, 4],
    );
    assert.equal(quantile(new Float64Array(), 0.5), null);
  });

  it("by parts of as many pairs, whatever the gaps", () => {
    const x = Float64Array.of(8, 1, 2, 1000, 3, Number.NaN);
    const y = Float64Array.of(0.4, 0.1, 0.3, 0.9, Number.NaN, 1);
    assert.deepEqual(mediansByPart(x, y, rows(0, 1, 2, 3, 4, 5), 2), [
      { from: 1, to: 2, pairs: 2, x: 1.5, y: 0.2 },
      { from: 8, to: 1000, pairs: 2, x: 504, y: 0.65 },
    ]);
    assert.deepEqual(mediansByPart(x, y, rows(), 4), []);
    assert.equal(mediansByPart(x, y, rows(0), 4).length, 1);
  });
});

describe("ticks", () => {
  it("are round numbers on the axis", () => {
    assert.deepEqual(ticks({ minimum: 0, maximum: 1, log: false }, 5), [0, 0.2, 0.4, 0.6, 0.8, 1]);
    assert.deepEqual(ticks({ minimum: -3.2, maximum: 8, log: false }, 5), [0, 5]);
    assert.deepEqual(ticks({ minimum: 0.11, maximum: 0.42, log: false }, 4), [0.2, 0.3, 0.4]);
  });

  it("are powers of ten on a log axis, no more than there is room for", () => {
    assert.deepEqual(ticks({ minimum: 7, maximum: 21_000, log: true }, 8), [10, 100, 1000, 10_000]);
    assert.deepEqual(ticks({ minimum: 1, maximum: 1e6, log: true }, 3), [1, 1000, 1_000_000]);
  });
});
