import assert from "node:assert/strict";
import { scoreById } from "../../../src/core/catalogue.js";
import { spokenStatus, statusText } from "../../../src/extension/follow/statusText.js";

const iou = scoreById("iou");

describe("the status of a followed folder", () => {
  it("is the mean, and whether it is better than before", () => {
    const change = { than: "epoch 3", n: 4, before: 0.5, now: 0.75 };
    const better = { folder: "unet", score: iou, mean: 0.75, change };
    assert.equal(statusText(better), "unet 0.7500 ▲ 0.2500");
    assert.equal(
      spokenStatus(better),
      "unet: IoU (Jaccard) 0.7500, 0.2500 better than epoch 3 over the 4 images of both",
    );
    const loss = { ...better, score: scoreById("bce") };
    assert.equal(statusText(loss), "unet 0.7500 ▼ 0.2500");
    assert.match(spokenStatus(loss), /0\.2500 worse than epoch 3 over the 4 images of both$/);
    const same = { ...better, change: { ...change, n: 1, now: 0.5 } };
    assert.equal(statusText(same), "unet 0.7500 =");
    assert.match(spokenStatus(same), /, as epoch 3 over the one image of both$/);
  });

  it("says nothing of what is not there", () => {
    const first = { folder: "unet", score: iou, mean: 0.75 };
    assert.equal(statusText(first), "unet 0.7500");
    assert.equal(spokenStatus(first), "unet: IoU (Jaccard) 0.7500");
    assert.equal(statusText({ ...first, mean: null }), "unet");
    assert.equal(spokenStatus({ ...first, mean: null }), "unet: nothing scored yet");
    assert.equal(statusText({ ...first, change: { than: "the run a", n: 0, before: null, now: null } }), "unet 0.7500");
  });
});
