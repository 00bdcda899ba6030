import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { evaluate } from "../../../src/core/evaluate.js";
import { regionKinds } from "../../../src/core/regions/kinds.js";
import { defaultSettings } from "../../../src/core/settings.js";
import { sent } from "../../../src/scoring/deflate.js";
import { gatherPair, glancePair } from "../../../src/scoring/gatherPair.js";
import { scorePair } from "../../../src/scoring/scorePair.js";
import { study } from "../../../src/scoring/study.js";
import { writeMask } from "../extension/fixtures.js";

const sample = (name: string) => ({
  name,
  prediction: resolve(`media/sample/pred/unet-v1/${name}.png`),
  truth: resolve(`media/sample/gt/${name}.png`),
});

describe("studies of a pair", () => {
  it("are those of the scored pair where nothing is edited", () => {
    const job = sample("cells-merged");
    const row = scorePair(job, defaultSettings);
    assert.ok(row.status === "scored");
    const evidence = study("evidence", job, defaultSettings, { edits: [] });
    assert.deepEqual(evaluate(evidence, defaultSettings), row.scores);
    const { evidence: all, weight, prediction } = study("pair", job, defaultSettings, { edits: [] });
    const whole = sent(gatherPair(job, defaultSettings));
    assert.ok(whole.status === "gathered");
    assert.deepEqual([all, weight, prediction], [whole.evidence, whole.weight, whole.prediction]);
  });

  it("agree with the glance at the pair, of which they are the rest", () => {
    const job = sample("cells-merged");
    const [glanced, whole] = [glancePair(job, defaultSettings), gatherPair(job, defaultSettings)];
    assert.ok(glanced.status === "gathered" && whole.status === "gathered");
    const { weight, evidence, ...planes } = whole;
    assert.deepEqual(glanced, { ...planes, evidence: { kind: "binary", pixels: evidence.pixels } });
    assert.ok(weight.bytes.length === planes.truth.length && evidence.boundary && evidence.objects);
  });

  it("rank the regions: the bridge between the merged cells first", () => {
    const { list, gains } = study("regions", sample("cells-merged"), defaultSettings, { edits: [], score: "iou" });
    assert.equal(regionKinds[list.kinds[0]].id, "bridge");
    assert.ok(gains.iou[0] > 0.02);
    const { count, largest } = study("errors", sample("cells-merged"), defaultSettings, { edits: [] });
    assert.equal(count, list.first.length);
    assert.equal(largest?.pixels, Math.max(...list.pixels));
  });

  it("see the pair as edited: with the costliest region corrected it is another's turn", () => {
    const job = sample("cells-merged");
    const { list, gains } = study("regions", job, defaultSettings, { edits: [], score: "iou" });
    const edits = [{ do: "correct", first: list.first[0], threshold: 0.5 } as const];
    const after = study("regions", job, defaultSettings, { edits, score: "iou" });
    assert.equal(after.list.first.length, list.first.length - 1);
    const iou = (of: typeof edits | []) =>
      Number(evaluate(study("evidence", job, defaultSettings, { edits: of }), defaultSettings).iou);
    assert.ok(Math.abs(iou(edits) - iou([]) - gains.iou[0]) < 1e-12);
  });

  it("read a pair again when a file changed, and say why one cannot be read", () => {
    const folder = mkdtempSync(join(tmpdir(), "mask-inspector-study-"));
    try {
      const job = { name: "a", prediction: join(folder, "p.png"), truth: join(folder, "t.png") };
      const ask = () => study("regions", job, defaultSettings, { edits: [], score: "iou" }).list.first.length;
      assert.throws(ask, /gone.*Score the folder again/);
      writeMask(job.truth, [255, 0, 0, 0]);
      writeMask(job.prediction, [255, 0, 0, 0]);
      assert.equal(ask(), 0);
      rmSync(job.prediction);
      writeMask(job.prediction, [0, 0, 0, 255]);
      assert.equal(ask(), 2);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
