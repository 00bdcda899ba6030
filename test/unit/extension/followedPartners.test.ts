import assert from "node:assert/strict";
import { join, relative } from "node:path";
import { followedPartners } from "../../../src/extension/follow/followedPartners.js";
import { folderTree } from "./fixtures.js";

async function proposed(files: readonly string[], folder: string): Promise<string[]> {
  const { root, remove } = folderTree(files);
  try {
    const found = await followedPartners(join(root, folder), { root, truthNames: [], imageNames: [] });
    return found.map(({ folder: own, pairs }) => `${relative(root, own)} ${pairs}`);
  } finally {
    remove();
  }
}

describe("ground truth for a folder that is followed", () => {
  const files = ["run/epoch_2/a.png", "run/epoch_2/b.png", "run/epoch_10/a.png", "gt/a.png", "gt/b.png"];

  it("pairs with the masks of the latest epoch, and is no other epoch", async () => {
    assert.deepEqual(await proposed(files, "run"), ["gt 1"]);
  });

  it("pairs with the masks of a folder without epochs; where there are none yet, nothing does", async () => {
    assert.deepEqual(await proposed([...files, "flat/a.png", "flat/b.png"], "flat"), [
      "gt 2",
      "run/epoch_2 2",
      "run/epoch_10 1",
    ]);
    assert.deepEqual(await proposed([...files, "new/log.txt"], "new"), []);
  });
});
