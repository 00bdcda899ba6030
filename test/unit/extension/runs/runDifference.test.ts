import assert from "node:assert/strict";
import { scoreById } from "../../../../src/core/catalogue.js";
import { defaultSettings, type Settings } from "../../../../src/core/settings.js";
import { namesakes, runDifference } from "../../../../src/extension/runs/runDifference.js";
import type { RunHead } from "../../../../src/extension/runs/runHead.js";
import { runDescription, runTooltip } from "../../../../src/extension/runs/runText.js";

const run = (id: string, settings: Partial<Settings> = {}, predictions = "/a/pred", truth = "/gt"): RunHead => ({
  id,
  name: "pred",
  folders: { predictions, truth },
  settings: { ...defaultSettings, ...settings },
  startedAt: 0,
  cancelled: false,
  kinds: { binary: 12 },
  failures: 0,
  means: { iou: 0.5 },
});

describe("what tells runs of one name apart", () => {
  it("is what differs of their settings, and nothing else", () => {
    const [low, usual] = [run("1", { threshold: 0.3, preset: "smp" }), run("2")];
    assert.equal(runDifference(low, [usual]), "threshold 0.3, preset smp");
    assert.equal(runDifference(usual, [low]), "threshold 0.5, preset default");
    assert.equal(runDifference(usual, [run("3", { ignore: 255 })]), "nothing ignored");
    assert.equal(runDifference(run("3", { overrides: { focal: { gamma: 1 } } }), [usual]), "parameters turned");
    assert.equal(runDifference(run("3", { emptyPolicy: "zero" }), [usual]), "undefined as zero");
  });

  it("is their folders, by the part of the path that differs", () => {
    const other = run("2", {}, "/b/pred", "/b/gt");
    assert.equal(runDifference(run("1"), [other]), "a/pred, against gt");
    assert.equal(runDifference(other, [run("1")]), "b/pred, against b/gt");
    assert.equal(runDifference(run("1"), [run("2", {}, "/b/pred"), run("3")]), "a/pred");
  });

  it("is nothing where there is no other, or the clock alone differs", () => {
    assert.deepEqual(namesakes(run("1"), [run("1"), { ...run("2"), name: "another" }]), []);
    assert.equal(runDifference(run("1"), []), "");
    assert.equal(runDifference(run("1"), [run("2")]), "");
  });

  it("stands in the list and in the tooltip", () => {
    const iou = scoreById("iou");
    assert.match(runDescription(run("1"), iou, new Date(), "threshold 0.3"), /^0\.5000 · 12 · threshold 0\.3 · /);
    const tooltip = (difference: string | null) => runTooltip(run("1"), iou, (path) => path, difference);
    assert.match(tooltip("threshold 0.3"), /Unlike others of its name \| threshold 0\\\.3/);
    assert.match(tooltip(""), /Unlike others of its name \| scored at another time/);
    assert.doesNotMatch(tooltip(null), /Unlike/);
  });
});
