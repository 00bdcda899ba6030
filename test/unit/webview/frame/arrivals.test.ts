import assert from "node:assert/strict";
import { defaultSettings } from "../../../../src/core/settings.js";
import { sentPair } from "../../../../src/scoring/deflate.js";
import type { GlancedPair } from "../../../../src/scoring/gatheredPair.js";
import { gatherReading, sketchOf } from "../../../../src/scoring/gatherPair.js";
import { createArrivals, looksTheSame } from "../../../../webview/frame/arrivals.js";
import { initialState } from "../../../../webview/state/initialState.js";
import { reduce } from "../../../../webview/state/state.js";
import { pairOf } from "../../core/support.js";

describe("a sketch of a pair", () => {
  it("looks like the pair where only what is above its threshold is shown", () => {
    const { threshold } = initialState;
    assert.ok(looksTheSame(initialState, threshold));
    assert.ok(looksTheSame(reduce(initialState, { do: "set", change: { arrangement: "grid" } }), threshold));
    assert.ok(!looksTheSame(initialState, threshold + 0.01));
    assert.ok(!looksTheSame(reduce(initialState, { do: "set", change: { layer: "probability" } }), threshold));
    assert.ok(!looksTheSame({ ...initialState, edits: [{ do: "invert" }] }, threshold));
    const swiped = reduce(initialState, { do: "set", change: { arrangement: "swipe", sides: ["truth", "loss"] } });
    assert.ok(!looksTheSame(swiped, threshold));
  });

  it("keeps the image for the pair itself, with which it is not sent again", async () => {
    const { truth, prediction } = pairOf(2, [1, 1, 0, 0], [255, 20, 10, 0]);
    const notes = { readAs: { truth: "", prediction: "" }, notes: [] };
    const pair = gatherReading({ truth, prediction, ...notes }, defaultSettings);
    const uris = { prediction: "file:///p.png", truth: "file:///t.png" };
    const facts = { name: "p", files: uris, uris, settings: defaultSettings, ...notes };
    const image = { bytes: Uint8Array.of(1, 2, 3), type: "image/png" };
    const sentWith = (of: GlancedPair, content: { image?: typeof image }) => {
      const { evidence, width, height, truth, prediction } = sentPair(of);
      return { ...facts, evidence, pixels: { width, height, truth, prediction, ...content } };
    };
    const arrivals = createArrivals();
    const sketch = await arrivals.sketch(sentWith(sketchOf(pair, 0.5), { image }), "key");
    const whole = await arrivals.whole(sentWith(pair, {}), "key");
    assert.deepEqual([sketch.isSketch, whole.isSketch], [true, false]);
    assert.deepEqual([...sketch.view.pixels.prediction], [255, 0, 0, 0]);
    assert.deepEqual([...whole.view.pixels.prediction], [255, 20, 10, 0]);
    assert.deepEqual(whole.view.pixels.image, image);
    const other = await arrivals.whole(sentWith(pair, {}), "another key");
    assert.equal(other.view.pixels.image, undefined);
  });
});
