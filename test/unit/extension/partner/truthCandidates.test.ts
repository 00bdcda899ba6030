import assert from "node:assert/strict";
import { basename, join, relative } from "node:path";
import { partnerFolders } from "../../../../src/extension/partner/truthCandidates.js";
import { folderTree } from "../fixtures.js";

const names: { truthNames: string[]; imageNames: string[] } = { truthNames: [], imageNames: ["images"] };

async function proposed(files: readonly string[], masks: string, options: Partial<typeof names> = {}) {
  const { root, remove } = folderTree(files);
  try {
    const found = await partnerFolders(join(root, masks), { root, ...names, ...options });
    return found.map(({ folder, pairs, files: own }) => `${relative(root, folder)} ${pairs}/${own}`);
  } finally {
    remove();
  }
}

describe("partnerFolders", () => {
  it("prefers truth names, then other masks, then images", async () => {
    const files = ["images", "gt", "pred/v1", "pred/v2"].flatMap((folder) => [`${folder}/a.png`, `${folder}/b.png`]);
    assert.deepEqual(await proposed(files, "pred/v1"), ["gt 2/2", "pred/v2 2/2", "images 2/2"]);
  });

  it("puts more pairs before a better name", async () => {
    assert.deepEqual(await proposed(["p/a.png", "p/b.png", "gt/a.png", "ref/a.png", "ref/b.png"], "p"), [
      "ref 2/2",
      "gt 1/1",
    ]);
  });

  it("looks below folders beside those above", async () => {
    assert.deepEqual(await proposed(["runs/r1/out/a.png", "data/val/masks/a.png"], "runs/r1/out"), [
      "data/val/masks 1/1",
    ]);
  });

  it("pairs mirrored sub-folders as a whole", async () => {
    const files = ["p/x/a.png", "p/y/a.png", "gt/x/a.png", "gt/y/a.png"];
    const [first] = await proposed(files, "p");
    assert.equal(first, "gt 2/2");
  });

  it("leaves out folders that pair nothing, hidden ones and those without masks", async () => {
    assert.deepEqual(await proposed(["p/a.png", "gt/z.png", ".gt/a.png", "node_modules/gt/a.png", "t/a.txt"], "p"), []);
  });

  it("takes further truth names from the settings", async () => {
    const files = ["p/a.png", "alpha/a.png", "zollstock/a.png"];
    assert.deepEqual(await proposed(files, "p", { truthNames: ["Zollstock"] }), ["zollstock 1/1", "alpha 1/1"]);
  });

  it("outside a workspace looks two folders up", async () => {
    const { root, remove } = folderTree(["data/p/a.png", "data/gt/a.png"]);
    const [first] = await partnerFolders(join(root, "data/p"), names);
    remove();
    assert.equal(basename(first?.folder ?? ""), "gt");
  });
});
