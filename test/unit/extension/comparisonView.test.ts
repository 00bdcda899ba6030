import assert from "node:assert/strict";
import { join, resolve } from "node:path";
import { defaultSettings } from "../../../src/core/settings.js";
import { comparisonView } from "../../../src/extension/compare/comparisonView.js";
import { compareRuns } from "../../../src/extension/compare/contender.js";
import { Run } from "../../../src/extension/run.js";
import { planPairs } from "../../../src/scoring/folders.js";
import { scorePair } from "../../../src/scoring/scorePair.js";

const sample = resolve(__dirname, "../../../media/sample");
const truth = join(sample, "gt");

async function scored(model: string, name?: string): Promise<Run> {
  const predictions = join(sample, "pred", model);
  const plan = await planPairs(predictions, truth);
  const run = new Run({ predictions, truth }, defaultSettings, plan, name === undefined ? {} : { name });
  // Rows arrive as workers finish: backwards is as good as any order.
  for (const [index, job] of [...plan.jobs.entries()].reverse()) run.add(scorePair(job, defaultSettings), index);
  return run;
}

describe("a comparison of runs", () => {
  it("reaches the page with every number of the reports", async () => {
    const runs = [await scored("unet-v1"), await scored("unet-v2")];
    const comparison = compareRuns(runs);
    const view = comparisonView(comparison, runs, (path) => path.slice(sample.length + 1));
    assert.deepEqual(
      view.models.map(({ name, folder }) => [name, folder]),
      [
        ["unet-v1", "pred/unet-v1"],
        ["unet-v2", "pred/unet-v2"],
      ],
    );
    assert.equal(view.truth, "gt");
    assert.deepEqual(view.headline.slice(0, 2), ["iou", "mean_iou"]);
    const at = (score: string, model: number, image: number) =>
      view.values[(view.scores.indexOf(score) * 2 + model) * view.images.length + image];
    for (const [model, run] of runs.entries()) {
      const { rows, summary } = run.report();
      assert.deepEqual(
        view.images,
        rows.map(({ name }) => name),
      );
      for (const id of ["bce", "iou", "mcc_loss"]) {
        for (const [image, { scores }] of rows.entries()) assert.equal(at(id, model, image), scores[id] ?? Number.NaN);
        assert.equal(view.micro[view.scores.indexOf(id) * 2 + model], summary.micro[id]);
      }
    }
  });

  it("tells two runs of one folder apart", async () => {
    const runs = [await scored("unet-v1"), await scored("unet-v1")];
    const [first, second] = compareRuns(runs).models.map(({ name }) => name);
    assert.equal(second, `${first} (2)`);
    const named = [await scored("unet-v1", "monday"), await scored("unet-v1", "tuesday")];
    assert.deepEqual(
      compareRuns(named).models.map(({ name }) => name),
      ["monday", "tuesday"],
    );
  });
});
