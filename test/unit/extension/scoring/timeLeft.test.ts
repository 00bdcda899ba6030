import assert from "node:assert/strict";
import { progressText } from "../../../../src/extension/scoring/timeLeft.js";

describe("progressText", () => {
  it("gives no estimate before there is ground for one, nor at the end", () => {
    assert.equal(progressText(1, 200, 5000), "1 of 200");
    assert.equal(progressText(10, 200, 100), "10 of 200");
    assert.equal(progressText(200, 200, 9000), "200 of 200");
  });
  it("goes from seconds to minutes to hours", () => {
    assert.equal(progressText(120, 200, 12_000), "120 of 200 · 8 s left");
    assert.equal(progressText(100, 400, 100_000), "100 of 400 · 5 min left");
    assert.equal(progressText(100, 100_000, 18_000), "100 of 100000 · 5 h left");
  });
});
