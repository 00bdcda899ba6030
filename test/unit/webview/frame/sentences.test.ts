import assert from "node:assert/strict";
import { stageSentence } from "../../../../webview/frame/sentences.js";

const counts = { tp: 1, fp: 1412, fn: 20, tn: 3 };

describe("the stage in words", () => {
  it("names the pair, its place, its score and its errors", () => {
    const position = { rank: 3, of: 12, by: "IoU" };
    assert.equal(
      stageSentence({ name: "cells-merged", position, iou: 0.613, counts, showing: "errors" }),
      "Pair 3 of 12, cells-merged: IoU 0.61, 1,412 false-positive and 20 false-negative pixels; showing errors",
    );
  });

  it("does without a place and without a score", () => {
    assert.equal(
      stageSentence({ name: "a", position: undefined, iou: null, counts, showing: "truth" }),
      "Pair a: IoU undefined, 1,412 false-positive and 20 false-negative pixels; showing truth",
    );
  });
});
