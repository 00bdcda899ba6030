import assert from "node:assert/strict";
import { scoreById } from "../../../src/core/catalogue.js";
import { spokenStatus, statusText } from "../../../src/extension/follow/statusText.js";

const iou = scoreById("iou");

describe("the status of a followed folder", () => {
  it("is the mean, and whether it is better than before", () => {
    const better = { folder: "unet", score: iou, mean: 0.75, earlier: { name: "epoch 3", mean: 0.5 } };
    assert.equal(statusText(better), "unet 0.7500 ▲ 0.2500");
    assert.equal(spokenStatus(better), "unet: IoU (Jaccard) 0.7500, 0.2500 better than epoch 3");
    const loss = { ...better, score: scoreById("bce") };
    assert.equal(statusText(loss), "unet 0.7500 ▼ 0.2500");
    assert.match(spokenStatus(loss), /0\.2500 worse than epoch 3$/);
    const same = { ...better, mean: 0.5 };
    assert.equal(statusText(same), "unet 0.5000 =");
    assert.match(spokenStatus(same), /, as epoch 3$/);
  });

  it("says nothing of what is not there", () => {
    const first = { folder: "unet", score: iou, mean: 0.75, earlier: undefined };
    assert.equal(statusText(first), "unet 0.7500");
    assert.equal(spokenStatus(first), "unet: IoU (Jaccard) 0.7500");
    assert.equal(statusText({ ...first, mean: null }), "unet");
    assert.equal(spokenStatus({ ...first, mean: null }), "unet: nothing scored yet");
    assert.equal(statusText({ ...first, earlier: { name: "the run a", mean: null } }), "unet 0.7500");
  });
});
