import assert from "node:assert/strict";
import { bootstrapInterval } from "../../../src/core/bootstrap.js";
import { defaultSettings } from "../../../src/core/settings.js";
import { macroMeans, macroMeansHere, meansOf } from "../../../src/report/macro.js";

const columns = () => [Float64Array.of(0.5, Number.NaN, 0.25, 1), Float64Array.of(Number.NaN), Float64Array.of(3, 1)];

describe("means of images", () => {
  it("leave undefined values out and count them", () => {
    assert.deepEqual(macroMeansHere(columns(), "exclude"), [
      { mean: 1.75 / 3, n: 3, excluded: 1, interval: bootstrapInterval([0.5, 0.25, 1]) },
      { mean: null, n: 0, excluded: 1, interval: null },
      { mean: 2, n: 2, excluded: 0, interval: bootstrapInterval([3, 1]) },
    ]);
  });

  it("count them as a number where they are to", () => {
    const [first, second] = macroMeansHere(columns(), "one");
    assert.deepEqual(first, { mean: 2.75 / 4, n: 4, excluded: 0, interval: bootstrapInterval([0.5, 1, 0.25, 1]) });
    assert.deepEqual(second, { mean: 1, n: 1, excluded: 0, interval: null });
    assert.equal(macroMeansHere(columns(), "zero")[0]?.mean, 1.75 / 4);
  });

  it("are there although the series went to where the intervals are found", async () => {
    const means = await macroMeans(columns(), "exclude", async (series) => {
      const intervals = series.map(bootstrapInterval);
      structuredClone(series, { transfer: series.map(({ buffer }) => buffer) });
      return intervals;
    });
    assert.deepEqual(means, macroMeansHere(columns(), "exclude"));
  });

  it("are the same without intervals", () => {
    const rows = [{ scores: { hd95: null, iou: 0.5 } }, { scores: { iou: 0.1 } }];
    assert.deepEqual(meansOf(rows, defaultSettings), { iou: 0.3, hd95: null });
    assert.deepEqual(meansOf(rows, { ...defaultSettings, emptyPolicy: "zero" }), { iou: 0.3, hd95: 0 });
  });
});
