import assert from "node:assert/strict";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type Comparison, columnsOf, microOf } from "../../../../src/report/comparison/comparison.js";
import { comparisonCsv } from "../../../../src/report/comparison/csv.js";
import { comparisonJson } from "../../../../src/report/comparison/json.js";
import { distinctNames } from "../../../../src/report/comparison/names.js";
import { comparisonMarkdown, comparisonTerminal } from "../../../../src/report/comparison/text.js";
import { compareFolders } from "./support.js";

const sample = resolve(__dirname, "../../../../media/sample");
const truth = join(sample, "gt");

describe("comparison of models", () => {
  let folder = "";
  let whole: Comparison;
  /** v2 under other names, one image gone and one torn. */
  let partial: Comparison;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "mask-inspector-"));
    const [v1, v2] = [join(sample, "pred/unet-v1"), join(sample, "pred/unet-v2")];
    whole = await compareFolders(truth, { v1, v2 });
    for (const { truth: file } of whole.images) {
      const name = file.slice(truth.length + 1, -".png".length);
      cpSync(join(v2, `${name}.png`), join(folder, `${name}_pred.png`));
    }
    rmSync(join(folder, "river-split_pred.png"));
    writeFileSync(join(folder, "leaf-perfect_pred.png"), "no mask");
    partial = await compareFolders(truth, { v1, other: folder });
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it("pairs images by their ground truth, whatever the predictions are called", () => {
    assert.equal(whole.images.length, 12);
    assert.deepEqual(whole.missing, []);
    assert.equal(partial.images.length, 10);
    assert.deepEqual(
      partial.missing.map(({ name, missingIn }) => [name, missingIn]),
      [
        ["leaf-perfect", ["other"]],
        ["river-split", ["other"]],
      ],
    );
    assert.deepEqual(
      columnsOf(partial, "iou")[1],
      columnsOf(whole, "iou")[1].filter((_, i) =>
        partial.images.some((image) => image.truth === whole.images[i].truth),
      ),
    );
  });

  it("gives scores of all pixels only where every model has every image", () => {
    assert.deepEqual(
      microOf(whole, "iou"),
      whole.models.map(({ report }) => report.summary.micro.iou),
    );
    assert.deepEqual(microOf(partial, "iou"), [null, null]);
  });

  it("writes JSON whose numbers are those of the reports", () => {
    const document = JSON.parse(comparisonJson(whole));
    assert.equal(document.schema, "mask-inspector/comparison@1");
    assert.equal(document.baseline, "v1");
    const [best] = document.scores.iou.leaderboard;
    assert.equal(best.model, "v2");
    // The means of the report and of the leaderboard are of the same images here.
    assert.equal(best.mean, whole.models[1].report.summary.macro.iou.mean);
    assert.deepEqual(best.interval, whole.models[1].report.summary.macro.iou.interval);
    const [{ n, wins, ties, losses, difference }] = document.scores.iou.against;
    const images: Array<{ scores: { iou: [number, number] } }> = document.images;
    const differences = images.map(({ scores }) => scores.iou[1] - scores.iou[0]);
    assert.equal(n, 12);
    assert.deepEqual(
      [wins, ties, losses],
      [
        differences.filter((d) => d > 0).length,
        differences.filter((d) => d === 0).length,
        differences.filter((d) => d < 0).length,
      ],
    );
    assert.ok(Math.abs(difference - differences.reduce((sum, d) => sum + d, 0) / 12) < 1e-15);
  });

  it("writes CSV: a row an image and score, a column a model", () => {
    const [head, ...lines] = comparisonCsv(whole).trimEnd().split("\n");
    assert.equal(head, "name,truth,score,better,v1,v2");
    assert.equal(lines.length, whole.images.length * whole.scores.length);
    const [first] = whole.images;
    const row = lines.find((line) => line.startsWith(`${first.name},`) && line.includes(",iou,"));
    assert.equal(
      row,
      `${first.name},${first.truth},iou,higher,${first.rows[0].scores.iou},${first.rows[1].scores.iou}`,
    );
  });

  it("writes tables that name what is not in them", () => {
    const markdown = comparisonMarkdown(partial);
    assert.match(markdown, /^\| IoU \(Jaccard\) ↑ \| 1 \| other \|/m);
    assert.match(markdown, /^- river-split: missing in other\.$/m);
    assert.match(markdown, /^- other, leaf-perfect: .*leaf-perfect_pred\.png: A text file/m);
    const terminal = comparisonTerminal(whole);
    assert.match(terminal, /Biggest regressions in iou ↑ \(2 of 2\)\n.*\n.*\nship-shift .*−0\.3600$/m);
    assert.match(terminal, /exact two-sided sign test/);
    assert.match(terminal, /^score +worse +equal +better +mean of B − A +95 % interval +verdict +sign test p$/m);
    for (const text of [terminal, markdown]) {
      assert.match(text, /The verdict is that of the interval: .* the 95 % interval of the mean difference excludes 0/);
    }
    assert.match(terminal, /dice ↓/);
    assert.match(markdown, /Dice loss ↓/);
    assert.doesNotMatch(terminal, /Not in the tables/);
  });

  it("compares a folder with itself", async () => {
    const folders = { a: join(sample, "pred/unet-v1"), b: join(sample, "pred/unet-v1") };
    const { iou } = JSON.parse(comparisonJson(await compareFolders(truth, folders))).scores;
    const [{ ties, n, difference, p, verdict }] = iou.against;
    assert.deepEqual([ties, difference, p, verdict], [n, 0, 1, "open"]);
  });
});

describe("distinctNames", () => {
  it("takes as many parts as tell the folders apart", () => {
    assert.deepEqual(distinctNames(["/runs/unet/pred", "/runs/deeplab/pred"]), ["unet/pred", "deeplab/pred"]);
    assert.deepEqual(distinctNames(["a/v1", "a/v2"]), ["v1", "v2"]);
    assert.deepEqual(distinctNames(["pred", "x/pred"]), ["pred", "x/pred"]);
    assert.deepEqual(distinctNames(["/a/v1", "/a/v1"]), ["a/v1", "a/v1 (2)"]);
  });
});
