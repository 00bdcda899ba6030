import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { throttle } from "../../../src/extension/throttle.js";

describe("throttle", () => {
  it("runs at once, then once for all calls of an interval", async () => {
    let runs = 0;
    const throttled = throttle(
      () => runs++,
      () => 10,
    );
    for (let i = 0; i < 5; i++) throttled();
    assert.equal(runs, 1);
    await sleep(40);
    assert.equal(runs, 2);
    throttled.flush();
    assert.equal(runs, 2);
  });

  it("runs what waits when flushed, once", async () => {
    let runs = 0;
    const throttled = throttle(
      () => runs++,
      () => 10,
    );
    throttled();
    throttled();
    throttled.flush();
    assert.equal(runs, 2);
    await sleep(30);
    assert.equal(runs, 2);
  });
});
