import assert from "node:assert/strict";
import { join } from "node:path";
import { locateFiles } from "../../../../src/extension/runs/locateFiles.js";
import { folderTree } from "../fixtures.js";

const nowhere = async () => [];

describe("locateFiles", () => {
  const { root, remove } = folderTree([
    "exp/scores/s.json",
    "exp/pred/unet/a.png",
    "exp/pred/unet/b.png",
    "exp/pred/other/a.png",
    "far/away/unet/a.png",
    "far/away/unet/c.png",
  ]);
  after(remove);
  const near = join(root, "exp/scores");

  it("leaves files that are where they are said to be", async () => {
    const files = ["a", "b"].map((name) => join(root, `exp/pred/unet/${name}.png`));
    assert.deepEqual(await locateFiles(files, near, nowhere), { rerooting: null, missing: [] });
  });

  it("finds files of another machine around the scores file, and names those that are missing", async () => {
    const files = ["a", "b", "z"].map((name) => `/home/u/exp7/pred/unet/${name}.png`);
    assert.deepEqual(await locateFiles(files, near, nowhere), {
      rerooting: { from: "/home/u/exp7", to: join(root, "exp") },
      missing: ["/home/u/exp7/pred/unet/z.png"],
    });
  });

  it("finds relative files, as the command line writes them", async () => {
    const { rerooting, missing } = await locateFiles(["pred/unet/a.png", "pred/unet/b.png"], near, nowhere);
    assert.deepEqual([rerooting, missing], [{ from: "", to: join(root, "exp") }, []]);
  });

  it("prefers the place that has most of the files, among those that a search finds", async () => {
    const found = async (name: string) =>
      name === "a.png" ? ["exp/pred/unet/a.png", "far/away/unet/a.png"].map((file) => join(root, file)) : [];
    const { rerooting, missing } = await locateFiles(["/x/unet/a.png", "/x/unet/c.png"], "/", found);
    assert.deepEqual([rerooting, missing], [{ from: "/x", to: join(root, "far/away") }, []]);
  });

  it("says that all are missing where none is found", async () => {
    assert.deepEqual(await locateFiles(["/x/nope.png"], near, nowhere), { rerooting: null, missing: ["/x/nope.png"] });
  });
});
