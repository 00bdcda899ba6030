import assert from "node:assert/strict";
import { atOnce } from "../../../../src/core/steps.js";
import { jointPicture } from "../../../../webview/paint/jointPicture.js";
import { errorTable } from "../../../../webview/paint/tables.js";
import { warmUp } from "../../../../webview/paint/warmUp.js";
import { pairOf } from "../../core/support.js";
import { paint, samplerOf, wholeGrid } from "./support.js";

describe("warm-up of the painting loops", () => {
  it("ends, in steps that an input can come between, and leaves no trace in what is painted after it", () => {
    const { sampler, tally } = samplerOf(pairOf(4, [0, 1, 0, 1, 0, 1, 0, 1], [9, 250, 200, 50, 9, 250, 200, 50]));
    const picture = jointPicture(sampler, errorTable(tally, 0.5, false));
    const grid = wholeGrid({ width: 4, height: 2 }, 0.5);
    const before = paint(picture, grid);
    let steps = 0;
    for (const _ of warmUp()) steps++;
    assert.ok(steps > 10);
    assert.deepEqual(paint(picture, grid), before);
    assert.equal(atOnce(warmUp()), undefined);
  });
});
