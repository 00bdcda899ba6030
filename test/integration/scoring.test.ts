import assert from "node:assert/strict";
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { commands, extensions, Uri } from "vscode";
import type { Api } from "../../src/extension/api.js";

/** The sample lies beside the extension under test. */
async function open(): Promise<{ api: Api; sample: string }> {
  const extension = extensions.getExtension<Api>("mask-inspector.mask-inspector");
  assert.ok(extension);
  return { api: await extension.activate(), sample: join(extension.extensionPath, "media", "sample") };
}

describe("scoring in the extension host", () => {
  let folder = "";
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "mask-inspector-"));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it("scores a folder whose ground truth is given, without asking", async () => {
    const { api, sample } = await open();
    const truth = Uri.file(join(sample, "gt"));
    await commands.executeCommand("maskInspector.scoreFolder", Uri.file(join(sample, "pred", "unet-v2")), undefined, {
      truth,
    });
    assert.equal(api.run?.state, "finished");
    assert.equal(api.run?.pairs.length, 12);
    assert.deepEqual(api.run?.failures, []);
    assert.equal(api.inspector?.title, "farmland-empty-truth");
  });

  it("keeps what is there when it is cancelled", async () => {
    const { api, sample } = await open();
    const [pred, gt] = ["pred", "gt"].map((side) => join(folder, side));
    for (const side of [pred, gt]) mkdirSync(side, { recursive: true });
    const total = 3000;
    for (let i = 0; i < total; i++) {
      copyFileSync(join(sample, "pred", "unet-v2", "leaf-perfect.png"), join(pred, `${i}.png`));
      copyFileSync(join(sample, "gt", "leaf-perfect.png"), join(gt, `${i}.png`));
    }
    const scoring = commands.executeCommand("maskInspector.scoreFolder", Uri.file(pred), undefined, {
      truth: Uri.file(gt),
    });
    while ((api.run?.total ?? 0) !== total || (api.run?.done ?? 0) < 10)
      await new Promise((resolve) => setTimeout(resolve, 20));
    await commands.executeCommand("maskInspector.cancelScoring");
    await scoring;
    const run = api.run;
    assert.ok(run);
    assert.equal(run.state, "cancelled");
    assert.ok(run.pairs.length >= 10 && run.pairs.length < total, `${run.pairs.length} pairs`);
  });

  it("opens only the files that changed when a folder is scored again", async () => {
    const { api, sample } = await open();
    const [pred, gt] = ["pred", "gt"].map((side) => join(folder, "again", side));
    for (const [side, from] of [
      [pred, join(sample, "pred", "unet-v2")],
      [gt, join(sample, "gt")],
    ]) {
      cpSync(from, side, { recursive: true });
      // A file that was written a moment ago is not trusted to stay as it is.
      for (const name of readdirSync(side)) utimesSync(join(side, name), 1e9, 1e9);
    }
    const score = () =>
      commands.executeCommand("maskInspector.scoreFolder", Uri.file(pred), undefined, { truth: Uri.file(gt) });
    await score();
    assert.equal(api.run?.known, 0);
    const before = new Map(api.run?.pairs.map(({ name, scores }) => [name, scores]));
    copyFileSync(join(sample, "pred", "unet-v1", "road-inverted.png"), join(pred, "road-inverted.png"));
    await score();
    assert.deepEqual([api.run?.done, api.run?.known], [12, 11]);
    const changed = api.run?.pairs.filter(({ name, scores }) => !isDeepStrictEqual(scores, before.get(name)));
    assert.deepEqual(
      changed?.map(({ name }) => name),
      ["road-inverted"],
    );
  });

  it("exports every format", async () => {
    const { sample } = await open();
    const truth = Uri.file(join(sample, "gt"));
    await commands.executeCommand("maskInspector.scoreFolder", Uri.file(join(sample, "pred", "unet-v1")), undefined, {
      truth,
    });
    for (const format of ["csv", "long.csv", "json", "md", "html"]) {
      await commands.executeCommand("maskInspector.exportScores", Uri.file(join(folder, `scores.${format}`)));
    }
    assert.equal(JSON.parse(readFileSync(join(folder, "scores.json"), "utf8")).pairs.length, 12);
    assert.match(readFileSync(join(folder, "scores.md"), "utf8"), /\| road-inverted \|/);
    assert.match(readFileSync(join(folder, "scores.csv"), "utf8"), /^name,prediction,truth,width,/);
    assert.match(
      readFileSync(join(folder, "scores.long.csv"), "utf8"),
      /^name,prediction,truth,kind,score,class,value\n/,
    );
    assert.equal(readFileSync(join(folder, "scores.html"), "utf8").split("data:image/png;base64,").length, 13);
  });
});
