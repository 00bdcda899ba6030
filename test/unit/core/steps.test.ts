import assert from "node:assert/strict";
import fc from "fast-check";
import { atOnce, bands, type Steps } from "../../../src/core/steps.js";

describe("work in steps", () => {
  it("divides rows into bands that follow each other, none so long that it could not pause", () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.integer({ min: 1, max: 1 << 20 }), (rows, cost) => {
        let next = 0;
        for (const [from, to] of bands(rows, cost)) {
          assert.equal(from, next);
          assert.ok(to > from && ((to - from) * cost <= 1 << 18 || to === from + 1));
          next = to;
        }
        assert.equal(next, rows);
      }),
    );
  });

  it("gives its result, done at once or a step at a time", () => {
    function* sum(): Steps<number> {
      let total = 0;
      for (const [from, to] of bands(10, 1 << 17)) {
        total += to - from;
        yield;
      }
      return total;
    }
    assert.equal(atOnce(sum()), 10);
    const steps = sum();
    for (let i = 0; i < 5; i++) assert.equal(steps.next().done, false);
    assert.deepEqual(steps.next(), { done: true, value: 10 });
  });
});
