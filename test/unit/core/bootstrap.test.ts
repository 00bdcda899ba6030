import assert from "node:assert/strict";
import fc from "fast-check";
import { bootstrapInterval, bootstrapIntervals, LANES, type SeriesGroup } from "../../../src/core/bootstrap.js";

describe("bootstrapInterval", () => {
  it("needs two values", () => {
    assert.equal(bootstrapInterval([]), null);
    assert.equal(bootstrapInterval([0.5]), null);
  });

  it("is a point for equal values", () => {
    assert.deepEqual(bootstrapInterval([0.25, 0.25, 0.25]), [0.25, 0.25]);
  });

  it("lies within the values, in order, and is the same every time", () => {
    const values = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(values, (data) => {
        const interval = bootstrapInterval(data);
        assert.ok(interval);
        const [lower, upper] = interval;
        assert.ok(Math.min(...data) - 1e-12 <= lower && lower <= upper && upper <= Math.max(...data) + 1e-12);
        assert.deepEqual(bootstrapInterval(data), interval);
      }),
      { numRuns: 30 },
    );
  });

  it("is close to the normal interval of the mean for many values", () => {
    const data = Array.from({ length: 400 }, (_, i) => ((i * 7919) % 400) / 400);
    const mean = data.reduce((sum, value) => sum + value, 0) / data.length;
    const deviation = Math.sqrt(data.reduce((sum, value) => sum + (value - mean) ** 2, 0) / data.length);
    const half = (1.96 * deviation) / Math.sqrt(data.length);
    const [lower, upper] = bootstrapInterval(data) ?? [0, 0];
    assert.ok(Math.abs(lower - (mean - half)) < 0.1 * half, `${lower}, normal ${mean - half}`);
    assert.ok(Math.abs(upper - (mean + half)) < 0.1 * half, `${upper}, normal ${mean + half}`);
  });
});

describe("bootstrapIntervals", () => {
  const groupOf = (series: readonly number[][], length: number): SeriesGroup => ({
    series: series.length,
    length,
    write(lanes) {
      for (const [lane, values] of series.entries())
        for (const [i, value] of values.entries()) lanes[LANES * i + lane] = value;
    },
  });

  it("are to the bit those of each series alone, for any number of series and any length", () => {
    const value = fc.double({ min: -10, max: 10, noNaN: true });
    const groups = fc
      .nat(70)
      .chain((length) =>
        fc
          .array(fc.array(value, { minLength: length, maxLength: length }), { maxLength: LANES })
          .map((series) => ({ series, length })),
      );
    fc.assert(
      fc.property(groups, ({ series, length }) => {
        assert.deepEqual(bootstrapIntervals(groupOf(series, length)), series.map(bootstrapInterval));
      }),
      { numRuns: 60 },
    );
  });

  it("draw from all of thousands of values", () => {
    const values = Array.from({ length: 10_007 }, (_, i) => Math.sin(i) * i);
    assert.deepEqual(bootstrapIntervals(groupOf([values], values.length)), [bootstrapInterval(values)]);
  });
});
