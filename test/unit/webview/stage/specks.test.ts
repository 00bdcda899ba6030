import assert from "node:assert/strict";
import { createSpeckFinder } from "../../../../webview/stage/specks.js";
import { pairOf } from "../../core/support.js";
import { type FakeTime, fakeTime } from "../fakeTime.js";
import { samplerOf } from "../paint/support.js";

/** A large pair that is right but for one pixel, at 0.6 of the scale. */
function scene() {
  const samples = new Array<number>(700 * 700).fill(0);
  samples[350 * 700 + 20] = 153;
  const { sampler, tally } = samplerOf(pairOf(700, new Array(700 * 700).fill(0), samples));
  return { sampler, evidence: { pixels: tally } };
}

describe("search for specks", () => {
  let time: FakeTime;

  beforeEach(() => {
    time = fakeTime();
  });
  afterEach(() => time.restore());

  it("is done while the page is idle, some rows at a time, once the threshold rests", () => {
    const shown = scene();
    const found: unknown[] = [];
    const finder = createSpeckFinder((of) => found.push(of));
    assert.deepEqual(finder.at(shown, 0.5), []);
    assert.equal(time.idle(), false);
    time.elapse();
    time.idle();
    assert.deepEqual([found, finder.at(shown, 0.5)], [[], []]);
    while (time.idle());
    assert.deepEqual(found, [shown]);
    assert.deepEqual(finder.at(shown, 0.5), [{ x: 20, y: 350, width: 1, height: 1 }]);
  });

  it("is dropped where the threshold is turned meanwhile", () => {
    const shown = scene();
    let found = 0;
    const finder = createSpeckFinder(() => found++);
    finder.at(shown, 0.5);
    time.elapse();
    time.idle();
    finder.at(shown, 0.7);
    assert.equal(time.idle(), false);
    time.elapse();
    while (time.idle());
    assert.deepEqual([found, finder.at(shown, 0.7)], [1, []]);
  });
});
