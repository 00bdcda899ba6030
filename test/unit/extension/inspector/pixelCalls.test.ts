import assert from "node:assert/strict";
import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { evaluate } from "../../../../src/core/evaluate.js";
import { defaultSettings } from "../../../../src/core/settings.js";
import { pixelCalls } from "../../../../src/extension/inspector/pixelCalls.js";
import { inlineScorer } from "../../../../src/scoring/inline.js";
import { scorePair } from "../../../../src/scoring/scorePair.js";

const uri = (path: string) => pathToFileURL(path).href;
const job = (name: string) => ({
  name,
  prediction: resolve(`media/sample/pred/unet-v1/${name}.png`),
  truth: resolve(`media/sample/gt/${name}.png`),
});

describe("the calls that read the pixels of a pair", () => {
  const calls = pixelCalls({
    scorer: inlineScorer,
    job: () => job("cells-merged"),
    settings: async () => defaultSettings,
    uri,
    path: fileURLToPath,
  });
  const usual = { threshold: 0.5, kernel: 50, edits: [], compare: false };

  it("answer about the pair that the page shows, also when the host is at another one by then", async () => {
    for (const name of ["cells-merged", "cars-missed"]) {
      const { prediction, truth } = job(name);
      const pair = { prediction: uri(prediction), truth: uri(truth) };
      const { evidence } = await calls.regather({ pair, ...usual });
      const row = scorePair(job(name), defaultSettings);
      assert.ok(row.status === "scored");
      assert.deepEqual(evaluate(evidence, defaultSettings), row.scores);
    }
  });

  it("send the prediction only when it was edited, and refuse a pair that cannot be read", async () => {
    const { prediction, truth } = job("cells-merged");
    const pair = { prediction: uri(prediction), truth: uri(truth) };
    assert.equal((await calls.regather({ pair, ...usual })).prediction, undefined);
    const { prediction: edited } = await calls.regather({ pair, ...usual, edits: [{ do: "invert" }] });
    assert.ok(edited && edited.deflated.length > 0);
    const gone = { ...pair, prediction: uri(resolve("none.png")) };
    await assert.rejects(async () => calls.regather({ pair: gone, ...usual }), /The file is gone/);
  });
});
