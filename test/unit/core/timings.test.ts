import assert from "node:assert/strict";
import { addTimings, startTimings, takesTime, takeTimings, timed } from "../../../src/core/timings.js";

describe("timings", () => {
  it("are nothing where no time is taken, and then count a stage without those inside it", () => {
    assert.equal(
      timed("read", () => 1),
      1,
    );
    assert.ok(!takesTime());
    assert.deepEqual(takeTimings(), {});
    let now = 0;
    const passes = (milliseconds: number) => {
      now += milliseconds;
    };
    startTimings(() => now);
    timed("decode, the rest", () => {
      passes(1);
      timed("inflate", () => passes(10));
      timed("unfilter", () => passes(100));
      passes(2);
    });
    assert.throws(() =>
      timed("inflate", () => {
        passes(20);
        throw new Error("damaged");
      }),
    );
    addTimings({ read: 5, inflate: 1000 });
    assert.deepEqual(takeTimings(), { "decode, the rest": 3, inflate: 1030, unfilter: 100, read: 5 });
    assert.deepEqual(takeTimings(), {});
  });
});
