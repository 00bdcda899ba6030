import assert from "node:assert/strict";
import { join } from "node:path";
import { defaultSettings } from "../../../../src/core/settings.js";
import { scoreAlone } from "../../../../src/extension/inspector/loadScores.js";
import { inlineScorer } from "../../../../src/scoring/inline.js";
import { folderTree, writeMask } from "../fixtures.js";

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
