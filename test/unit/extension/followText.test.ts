import assert from "node:assert/strict";
import { scoreById } from "../../../src/core/catalogue.js";
import { spokenStatus, statusText } from "../../../src/extension/follow/statusText.js";

const iou = scoreById("iou");

describe("the status of a followed folder", () => {
  it("is the mean, and whether it is better than before", () => {
    const change = { than: "epoch 3", n: 4, before: 0.5, now: 0.75 };
    const better = { folder: "unet", score: iou, mean: 0.75, n: 4, moment: "epoch 4", change };
    assert.equal(statusText(better), "unet 0.7500 ▲ 0.2500");
    assert.equal(
      spokenStatus(better),
      "unet: IoU (Jaccard) 0.7500 (epoch 4, mean over 4 images), 0.2500 better than epoch 3 over the 4 images of both",
    );
    const loss = { ...better, score: scoreById("bce") };
    assert.equal(statusText(loss), "unet 0.7500 ▼ 0.2500");
    assert.match(spokenStatus(loss), /0\.2500 worse than epoch 3 over the 4 images of both$/);
    const same = { ...better, change: { ...change, n: 1, now: 0.5 } };
    assert.equal(statusText(same), "unet 0.7500 = over 1");
    assert.match(spokenStatus(same), /, as epoch 3 over the one image of both$/);
  });

  it("says where the mean and its change are over different images, and what is in neither yet", () => {
    const change = { than: "round 1", n: 3, before: 0.75, now: 0.25 };
    const open = "round 3 is being written, 5 of 12 images so far";
    const partial = { folder: "live", score: iou, mean: 0.5, n: 12, moment: "round 2", change, open };
    assert.equal(statusText(partial), "live 0.5000 ▼ 0.5000 over 3");
    assert.equal(
      spokenStatus(partial),
      `live: IoU (Jaccard) 0.5000 (round 2, mean over 12 images), 0.5000 worse than round 1 over the 3 images of both; ${open}`,
    );
    assert.equal(spokenStatus({ ...partial, mean: null }), `live: no mean yet; ${open}`);
  });

  it("says nothing of what is not there", () => {
    const first = { folder: "unet", score: iou, mean: 0.75, n: 1, moment: "round 1" };
    assert.equal(statusText(first), "unet 0.7500");
    assert.equal(spokenStatus(first), "unet: IoU (Jaccard) 0.7500 (round 1, mean over 1 image)");
    assert.equal(statusText({ ...first, mean: null }), "unet");
    assert.equal(spokenStatus({ ...first, mean: null }), "unet: no mean yet");
    assert.equal(statusText({ ...first, change: { than: "the run a", n: 0, before: null, now: null } }), "unet 0.7500");
  });
});
