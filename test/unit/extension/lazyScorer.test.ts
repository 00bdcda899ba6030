import assert from "node:assert/strict";
import { defaultSettings } from "../../../src/core/settings.js";
import { lazyScorer } from "../../../src/extension/lazyScorer.js";
import { inlineScorer } from "../../../src/scoring/inline.js";

const job = { name: "a", prediction: "/none/p.png", truth: "/none/t.png" };

describe("lazyScorer", () => {
  it("makes its scorer at first use, and none just to close", async () => {
    let made = 0;
    const create = async () => {
      made++;
      return inlineScorer;
    };
    await lazyScorer(create).close();
    assert.equal(made, 0);
    const scorer = lazyScorer(create);
    await scorer.gather(job, defaultSettings);
    await scorer.score([], defaultSettings, { onRow: () => assert.fail() });
    assert.equal(made, 1);
  });

  it("reads a pair once for all who ask while it is under way", async () => {
    let reads = 0;
    const scorer = lazyScorer(async () => ({
      ...inlineScorer,
      gather: (...args) => {
        reads++;
        return inlineScorer.gather(...args);
      },
    }));
    const [a, b] = await Promise.all([scorer.gather(job, defaultSettings), scorer.gather(job, defaultSettings)]);
    assert.equal(a, b);
    assert.equal(reads, 1);
    await scorer.gather({ ...job, name: "b" }, defaultSettings);
    await scorer.gather(job, defaultSettings);
    assert.equal(reads, 3);
  });
});
