import assert from "node:assert/strict";
import { looksTheSame } from "../../../webview/frame/arrivals.js";
import { initialState } from "../../../webview/state/initialState.js";
import { reduce } from "../../../webview/state/state.js";

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
});
