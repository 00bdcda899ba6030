import assert from "node:assert/strict";
import { linesOf } from "../../../../webview/stage/wrappedText.js";

describe("a text in a narrow pane", () => {
  const wrap = (text: string, room: number) => linesOf(text, room, (line) => line.length);

  it("stands in one line where it fits", () => {
    assert.deepEqual(wrap("No source image", 15), ["No source image"]);
  });

  it("breaks at spaces, into lines that fit", () => {
    assert.deepEqual(wrap("No source image was found", 12), ["No source", "image was", "found"]);
  });

  it("leaves a word whole that fits nowhere", () => {
    assert.deepEqual(wrap("No segmentation", 5), ["No", "segmentation"]);
  });
});
