import assert from "node:assert/strict";
import { whyNotCopied } from "../../../../webview/frame/share.js";

describe("a picture that cannot be copied", () => {
  it("says what to do where the clipboard is denied", () => {
    const denied = whyNotCopied(new DOMException("Write permission denied.", "NotAllowedError"));
    assert.match(denied, /may not write to the clipboard.*allow the clipboard.*save the picture/);
    assert.doesNotMatch(denied, /permission denied\./);
  });

  it("says why it failed otherwise, in one sentence", () => {
    assert.equal(whyNotCopied(new Error("No memory.")), "The picture could not be copied: No memory. Save it instead.");
    assert.equal(whyNotCopied("gone"), "The picture could not be copied: gone. Save it instead.");
  });
});
