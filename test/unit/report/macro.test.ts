import assert from "node:assert/strict";
import fc from "fast-check";
import { bootstrapInterval, bootstrapIntervals } from "../../../src/core/bootstrap.js";
import { defaultSettings } from "../../../src/core/settings.js";
import { macroMeans, macroMeansHere, meansOf } from "../../../src/report/macro.js";
import { arrayColumns } from "../../../src/report/scoreColumns.js";

const columns = arrayColumns([
  Float64Array.of(0.5, Number.NaN, 0.25, 1),
  Float64Array.of(Number.NaN),
  Float64Array.of(3, 1),
]);

describe("means of images", () => {
  it("leave undefined values out and count them", () => {
    assert.deepEqual(macroMeansHere(columns, "exclude"), [
      { mean: 1.75 / 3, n: 3, excluded: 1, interval: bootstrapInterval([0.5, 0.25, 1]) },
      { mean: null, n: 0, excluded: 1, interval: null },
      { mean: 2, n: 2, excluded: 0, interval: bootstrapInterval([3, 1]) },
    ]);
  });

  it("count them as a number where they are to", () => {
    const [first, second] = macroMeansHere(columns, "one");
    assert.deepEqual(first, { mean: 2.75 / 4, n: 4, excluded: 0, interval: bootstrapInterval([0.5, 1, 0.25, 1]) });
    assert.deepEqual(second, { mean: 1, n: 1, excluded: 0, interval: null });
    assert.equal(macroMeansHere(columns, "zero")[0]?.mean, 1.75 / 4);
  });

  it("have the intervals of each column, of however many and of whatever lengths, found here or elsewhere", async () => {
    const value = fc.oneof(fc.double({ min: -10, max: 10, noNaN: true }), fc.constant(Number.NaN));
    const lists = fc.array(fc.oneof(fc.array(value, { minLength: 5, maxLength: 5 }), fc.array(value)), {
      maxLength: 30,
    });
    await fc.assert(
      fc.asyncProperty(lists, async (values) => {
        const many = arrayColumns(values.map((list) => Float64Array.from(list)));
        const here = macroMeansHere(many, "exclude");
        const series = values.map((list) => list.filter((number) => !Number.isNaN(number)));
        assert.deepEqual(
          here.map(({ interval }) => interval),
          series.map(bootstrapInterval),
        );
        assert.deepEqual(await macroMeans(many, "exclude", async (groups) => groups.map(bootstrapIntervals)), here);
      }),
      { numRuns: 20 },
    );
  });

  it("are the same without intervals", () => {
    const rows = [{ scores: { hd95: null, iou: 0.5 } }, { scores: { iou: 0.1 } }];
    assert.deepEqual(meansOf(rows, defaultSettings), { iou: 0.3, hd95: null });
    assert.deepEqual(meansOf(rows, { ...defaultSettings, emptyPolicy: "zero" }), { iou: 0.3, hd95: 0 });
  });
});
