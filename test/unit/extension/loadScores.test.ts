import assert from "node:assert/strict";
import { join } from "node:path";
import { defaultSettings } from "../../../src/core/settings.js";
import { scoreAlone, scoresView } from "../../../src/extension/loadScores.js";
import { inlineScorer } from "../../../src/scoring/inline.js";
import { folderTree, pairRow, writeMask } from "./fixtures.js";

const context = {
  display: (path: string) => path.slice(1),
  uri: (path: string) => `file://${path}`,
  position: () => ({ rank: 2, of: 3, by: "mIoU" }),
};

describe("scoresView", () => {
  it("is what the page shows of label and instance maps", () => {
    const row = { ...pairRow(0, "a", { miou: 0.5 }), kind: "labels" as const };
    const view = scoresView(row, defaultSettings, context);
    assert.deepEqual(view?.files, { prediction: "pred/a.png", truth: "gt/a.png" });
    assert.deepEqual(view?.uris, { prediction: "file:///pred/a.png", truth: "file:///gt/a.png" });
    assert.deepEqual([view?.kind, view?.scores, view?.position?.rank], ["labels", { miou: 0.5 }, 2]);
  });

  it("is nothing for binary masks, whose pixels are shown", () => {
    assert.equal(scoresView(pairRow(0, "a", { iou: 0.5 }), defaultSettings, context), undefined);
  });
});

describe("scoreAlone", () => {
  const { root, remove } = folderTree([]);
  after(remove);

  it("scores a pair that is in no run, and is nothing where that fails", async () => {
    const job = { name: "a", prediction: join(root, "p.png"), truth: join(root, "t.png") };
    writeMask(job.prediction, [255, 0, 0, 0]);
    assert.equal(await scoreAlone(job, defaultSettings, inlineScorer), undefined);
    writeMask(job.truth, [255, 255, 0, 0]);
    assert.equal((await scoreAlone(job, defaultSettings, inlineScorer))?.scores.iou, 0.5);
  });
});
