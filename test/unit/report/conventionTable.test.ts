import assert from "node:assert/strict";
import { catalogue } from "../../../src/core/catalogue.js";
import { compareConventions } from "../../../src/core/conventions/index.js";
import { evaluate, gatherEvidence } from "../../../src/core/evaluate.js";
import { defaultSettings, type Settings } from "../../../src/core/settings.js";
import { ConventionSummary } from "../../../src/report/conventionTable.js";
import { toCsv } from "../../../src/report/csv.js";
import { toJson } from "../../../src/report/json.js";
import type { Report } from "../../../src/report/report.js";
import { summarise } from "../../../src/report/summary.js";
import { toTerminal } from "../../../src/report/terminal.js";
import { type Pair, pairOf } from "../core/support.js";

const settings: Settings = { ...defaultSettings, compare: true };
const empty = pairOf(2, [0, 0, 0, 0], [0, 0, 0, 0]);
const half = pairOf(2, [1, 1, 0, 0], [255, 0, 0, 0]);

function reportOf(...pairs: readonly Pair[]): Report {
  const compared = new ConventionSummary();
  const rows = pairs.map(({ truth, prediction }, i) => {
    const evidence = gatherEvidence(truth, prediction, settings);
    return {
      status: "scored",
      name: `pair ${i}`,
      prediction: "p.png",
      truth: "y.png",
      width: 2,
      height: 2,
      kind: "binary",
      readAs: { prediction: "", truth: "" },
      notes: [],
      evidence,
      scores: evaluate(evidence, settings),
      conventions: compared.add(evidence, settings),
    } as const;
  });
  const lines = compared.lines(rows.map(({ conventions }) => conventions));
  const unmatched = { predictions: [], truth: [] };
  const summary = summarise(rows, settings);
  return { settings, rows, failures: [], unmatched, summary, conventions: { means: compared.means(), lines } };
}

describe("the table of conventions", () => {
  it("stands beside the scores of a pair in JSON, words for what is no number", () => {
    const { pairs, summary } = JSON.parse(toJson(reportOf(empty, half)));
    assert.equal(pairs[0].conventions.iou.default, null);
    assert.equal(pairs[0].conventions.iou.smp, 1);
    assert.equal(pairs[0].conventions.hd.medpy, "raises");
    assert.equal(pairs[0].conventions.kappa.sklearn, "nan");
    assert.equal(pairs[1].conventions.dice["smp smooth=1"], 1 - 4 / 5);
    assert.deepEqual(summary.conventions.iou.smp, { mean: 0.75, n: 2, excluded: 0 });
    assert.deepEqual(summary.conventions.iou["metrics-reloaded"], { mean: 0.5, n: 1, excluded: 1 });
    assert.equal(summary.macro.iou.n, 1);
  });

  it("has the scores that were asked for, and no others", () => {
    const evidence = gatherEvidence(half.truth, half.prediction, settings);
    const table = new ConventionSummary().add(evidence, { ...settings, families: [], scores: ["dice", "bce"] });
    assert.deepEqual(Object.keys(table).sort(), ["bce", "dice"]);
  });

  it("says flags for a variant that do give its value", () => {
    const evidence = gatherEvidence(half.truth, half.prediction, settings);
    let said = 0;
    for (const { id } of catalogue) {
      for (const { preset, turned, value, variant } of compareConventions(evidence, settings, id)) {
        if (!turned) continue;
        said++;
        const asked = evaluate(evidence, { ...settings, preset, overrides: { [id]: turned } })[id];
        assert.equal(asked, value, `${id} ${preset} ${variant}`);
      }
    }
    assert.ok(said >= 3);
  });

  it("leaves out scores that no library has", () => {
    assert.ok(!("best_iou" in (reportOf(half).rows[0].conventions ?? {})));
  });

  it("is columns id@convention in CSV", () => {
    const [head, first] = toCsv(reportOf(empty, half)).split("\n");
    const column = head.split(",").indexOf("hd@medpy");
    assert.ok(column > 0);
    assert.equal(first.split(",")[column], "raises");
    assert.match(head, /,dice@smp smooth=1,/);
  });

  it("shows one pair with reasons, and a folder with means", () => {
    const one = toTerminal(reportOf(half));
    assert.match(one, /\niou ↑ {2}IoU \(Jaccard\)\n {2}default +0\.5 +scikit-learn/);
    assert.match(one, /\n {2}smp +0\.5 +Foreground is p >= t/);
    assert.match(one, /\n {2}monai smooth=1 +0\.25 .*\(--preset monai --set dice\.smooth=1\)\n/);
    assert.match(one, /\nConventions:\n(.+\n)* {2}tensorflow: TensorFlow\.js 4\.22/);
    const folder = toTerminal(reportOf(empty, half));
    assert.match(folder, /\n {2}metrics-reloaded +0\.5 \(1 excluded\) +0\/0 is nan/);
  });
});
