import assert from "node:assert/strict";
import { scoreById } from "../../../../src/core/catalogue.js";
import { defaultSettings } from "../../../../src/core/settings.js";
import type { RunHead } from "../../../../src/extension/runs/runHead.js";
import { runDescription, runTooltip, spokenRun } from "../../../../src/extension/runs/runText.js";

const iou = scoreById("iou");
const now = new Date(2024, 4, 6, 15, 0);
const head: RunHead = {
  id: "1",
  name: "unet_v2",
  folders: { predictions: "/pred/unet", truth: "/gt" },
  settings: defaultSettings,
  startedAt: new Date(2024, 4, 6, 9, 5).getTime(),
  seconds: 12.6,
  cancelled: false,
  kinds: { binary: 500 },
  failures: 3,
  means: { iou: 0.84213, miou: 0.5 },
};

describe("what is said of a run", () => {
  it("is its mean, its pairs, and when it was scored", () => {
    assert.equal(runDescription(head, iou, now), "0.8421 · 500 · 09:05");
    assert.equal(
      runDescription({ ...head, startedAt: new Date(2024, 3, 1).getTime() }, iou, now),
      "0.8421 · 500 · Apr 1",
    );
    const lastYear = { ...head, startedAt: new Date(2023, 3, 1).getTime() };
    assert.equal(runDescription(lastYear, iou, now), "0.8421 · 500 · Apr 1, 2023");
  });

  it("takes the usual score of masks that lack the chosen one", () => {
    assert.match(runDescription({ ...head, kinds: { binary: 1, labels: 2 } }, iou, now), /^0.8421 · 1 of 3 · /);
    assert.match(runDescription({ ...head, kinds: { labels: 2 } }, iou, now), /^0.5000 · 2/);
    assert.match(runDescription({ ...head, means: {} }, iou, now), /^— · 500/);
  });

  it("can be read aloud", () => {
    assert.equal(spokenRun(head, iou, now, true), "unet_v2, open, IoU (Jaccard) 0.8421, 500 pairs, 09:05");
  });

  it("tells more in its tooltip, and escapes names", () => {
    const text = runTooltip({ ...head, source: "/x/scores.json" }, iou, (path) => path.slice(1));
    for (const part of [/unet\\_v2/, /Not scored \| 3/, /gt/, /scores\\.json/, /in 13 s/]) assert.match(text, part);
    assert.doesNotMatch(
      runTooltip({ ...head, failures: 0 }, iou, (path) => path),
      /Not scored/,
    );
  });
});
