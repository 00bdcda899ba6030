import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const root = resolve(__dirname, "../../..");
const sample = join(root, "media/sample");
const [truth, v1, v2] = ["gt", "pred/unet-v1", "pred/unet-v2"].map((path) => join(sample, path));

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, "dist/cli.js"), ...args], {
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

describe("mask-inspector compare", () => {
  it("agrees with score, one model at a time", () => {
    const compared = run("compare", truth, v1, v2, "--json", "-");
    assert.equal(compared.status, 0);
    const document = JSON.parse(compared.stdout);
    const [first, second] = [v1, v2].map((folder) => JSON.parse(run("score", folder, truth, "--json", "-").stdout));
    assert.deepEqual(document.settings, first.settings);
    for (const [i, { name, scores }] of document.images.entries()) {
      assert.equal(name, first.pairs[i].name);
      assert.deepEqual(scores.bce, [first.pairs[i].scores.bce, second.pairs[i].scores.bce]);
    }
    const board: Array<{ model: string; mean: number; micro: number }> = document.scores.bce.leaderboard;
    assert.deepEqual(
      board.map(({ model, mean, micro }) => [model, mean, micro]),
      [
        ["unet-v2", second.summary.macro.bce.mean, second.summary.micro.bce],
        ["unet-v1", first.summary.macro.bce.mean, first.summary.micro.bce],
      ],
    );
  });

  it("notes folders in the order of score", () => {
    const { stderr } = run("compare", v1, truth, v2);
    assert.match(stderr, /^Note: .*gt is named like ground truth, and was given as a model: the order is TRUTH /);
  });

  it("prints tables, of the scores asked for, and writes files beside them", () => {
    const folder = mkdtempSync(join(tmpdir(), "mask-inspector-"));
    const [csv, markdown] = [join(folder, "c.csv"), join(folder, "c.md")];
    const { status, stdout, stderr } = run(
      "compare",
      truth,
      v1,
      v2,
      "--show",
      "hd95,iou",
      "--csv",
      csv,
      "--markdown",
      markdown,
    );
    assert.equal(status, 0);
    assert.equal(stderr, `written to ${csv}\nwritten to ${markdown}\n`);
    assert.match(stdout, /^Leaderboard, 12 shared images$/m);
    assert.match(stdout, /^hd95 ↓ +1 +unet-v/m);
    assert.match(stdout, /^Biggest regressions in hd95 ↓/m);
    assert.doesNotMatch(stdout, /^bce ↓ /m);
    assert.match(readFileSync(csv, "utf8"), /^name,truth,score,better,unet-v1,unet-v2\n/);
    assert.match(readFileSync(markdown, "utf8"), /^## unet-v2 \(B\) against unet-v1 \(A\), image by image$/m);
    rmSync(folder, { recursive: true });
  });

  for (const [gate, status] of [
    ["iou<0.5", 0],
    ["iou<0.99", 1],
    ["micro.iou<0.99", 1],
    ["worst.iou<=0", 1],
    ["delta.iou<0", 0],
    ["losses.iou>0", 1],
    ["wins.iou<1", 0],
    ["failures>0", 0],
  ] as const) {
    it(`exits ${status} with --fail-if "${gate}"`, () => {
      const ended = run("compare", truth, v1, v2, "--fail-if", gate, "--scores", "pixel");
      assert.equal(ended.status, status, ended.stderr);
      assert.equal(ended.stderr.includes(`gate failed: ${gate}, `), status === 1);
      assert.equal(ended.stderr.includes("gate passed: "), status === 0);
    });
  }

  it("exits 1 with a gate on score, which says what it saw", () => {
    const { status, stderr } = run("score", v2, truth, "--fail-if", "iou<0.8", "--fail-if", "recall<0.1");
    assert.equal(status, 1);
    assert.match(stderr, /^gate failed: iou<0\.8, iou is 0\.7683$/m);
    assert.match(stderr, /^gate passed: recall is 0\.\d+, not <0\.1$/m);
    assert.equal(run("score", v2, truth, "--fail-if", "iou<0.7").status, 0);
  });

  it("notes that truth and predictions may be swapped", () => {
    const { stdout } = run("compare", v1, truth, truth, "--scores", "pixel");
    assert.match(stdout, /gt, all \d+ pairs: the truth has many greys, .* are the two swapped\?$/m);
    assert.doesNotMatch(run("compare", truth, v1, v2, "--scores", "pixel").stdout, /swapped/);
  });

  it("exits 2 where no image is shared", () => {
    const { status, stderr } = run("compare", truth, v1, join(root, "test/reference/data/pred"));
    assert.equal(status, 2);
    assert.match(stderr, /cars-missed: missing in pred\./);
    assert.match(stderr, /Nothing could be compared/);
  });

  for (const args of [
    ["compare", truth, v1],
    ["compare", truth, v1, v2, "--show", "nothing"],
    ["compare", truth, v1, v2, "--fail-if", "iou"],
    ["compare", truth, v1, v2, "--json", "-", "--csv", "-"],
    ["score", v1, truth, "--fail-if", "delta.iou<0"],
    ["score", v1, truth, "--fail-if", "nothing<1"],
    ["score", v1, truth, "--fail-if", "worst.failures>0"],
  ]) {
    it(`refuses ${args.map((arg) => arg.split("/").at(-1)).join(" ")}`, () => {
      const { status, stderr } = run(...args);
      assert.equal(status, 64);
      assert.match(stderr, /--help/);
    });
  }
});
