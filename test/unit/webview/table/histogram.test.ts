import assert from "node:assert/strict";
import fc from "fast-check";
import { ticks } from "../../../../webview/table/dashboard/ticks.js";
import { axisOf, barsPath, binned, fromPart, rounded, toPart } from "../../../../webview/table/histogram.js";

const all = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] as const;

describe("axisOf", () => {
  it("takes the bounds of a bounded score, else those of the values", () => {
    assert.deepEqual(axisOf(Float64Array.of(0.4, 0.6), [0, 1], false), { minimum: 0, maximum: 1, log: false });
    assert.deepEqual(axisOf(Float64Array.of(-3, Number.NaN, 8, Number.POSITIVE_INFINITY), all, false), {
      minimum: -3,
      maximum: 8,
      log: false,
    });
  });

  it("is never empty", () => {
    for (const log of [false, true]) {
      for (const values of [Float64Array.of(), Float64Array.of(Number.NaN), Float64Array.of(5), Float64Array.of(0)]) {
        const { minimum, maximum } = axisOf(values, all, log);
        assert.ok(maximum > minimum && (!log || minimum > 0), `${values} ${log}`);
      }
    }
  });
});

describe("a place on the axis", () => {
  it("is the way back from its value", () => {
    const axis = fc.record({ minimum: fc.double({ min: 0.01, max: 10, noNaN: true }), log: fc.boolean() });
    fc.assert(
      fc.property(axis, fc.double({ min: 0, max: 1, noNaN: true }), ({ minimum, log }, part) => {
        const whole = { minimum, maximum: minimum * 1000, log };
        assert.ok(Math.abs(toPart(whole, fromPart(whole, part)) - part) < 1e-9);
      }),
    );
  });

  it("stays on the axis", () => {
    const axis = { minimum: 1, maximum: 100, log: true };
    assert.deepEqual(
      [-5, 0, 1, 10, 1e9].map((value) => toPart(axis, value)),
      [0, 0, 0, 0.5, 1],
    );
  });

  it("is said with no more digits than it has", () => {
    assert.equal(rounded({ minimum: 0, maximum: 1, log: false }, 0.123456), 0.12);
    assert.equal(rounded({ minimum: 0, maximum: 400, log: false }, 123.456), 123);
    assert.equal(rounded({ minimum: 1, maximum: 1e5, log: true }, 12_345.6), 12_346);
    assert.equal(rounded({ minimum: 0.001, maximum: 1, log: true }, 0.0123456), 0.0123);
  });
});

describe("binned", () => {
  const axis = { minimum: 0, maximum: 1, log: false };

  it("counts all values, or those of some rows, the ends included", () => {
    const values = Float64Array.of(0, 0.49, 0.5, 1, Number.NaN, Number.POSITIVE_INFINITY);
    assert.deepEqual([...binned(values, null, axis, 2)], [2, 2]);
    assert.deepEqual([...binned(values, Uint32Array.of(1, 3, 4), axis, 2)], [1, 1]);
  });

  it("draws a bar a bin, at least a pixel high", () => {
    assert.equal(
      barsPath(Uint32Array.of(1000, 0, 1), 1000, 30, 20),
      "M0.00 20v-20.00h9.50V20zM20.00 20v-1.00h9.50V20z",
    );
    assert.equal(barsPath(Uint32Array.of(0), 0, 30, 20), "");
  });
});

describe("a log axis of values among which 0 is", () => {
  it("keeps a place for 0, apart from the least positive value", () => {
    const axis = axisOf(Float64Array.of(0, 10, 1000), [0, Number.POSITIVE_INFINITY], true);
    assert.equal(toPart(axis, 0), 0);
    assert.ok(Math.abs(toPart(axis, 10) - 0.08) < 1e-12, String(toPart(axis, 10)));
    assert.equal(toPart(axis, 1000), 1);
    assert.deepEqual(ticks(axis, 8), [10, 100, 1000]);
  });

  it("has no such place without", () => {
    const axis = axisOf(Float64Array.of(10, 1000), [0, Number.POSITIVE_INFINITY], true);
    assert.equal(toPart(axis, 10), 0);
    assert.equal(axis.positive, undefined);
  });

  it("has more than one tick within a decade", () => {
    const axis = axisOf(Float64Array.of(700, 6000), [0, Number.POSITIVE_INFINITY], true);
    assert.deepEqual(ticks(axis, 6), [1000, 2000, 5000]);
  });
});
