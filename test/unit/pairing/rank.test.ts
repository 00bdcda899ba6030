import assert from "node:assert/strict";
import { rankTruthFolders } from "../../../src/pairing/index.js";

const png = (...stems: string[]) => stems.map((stem) => `${stem}.png`);

describe("rankTruthFolders", () => {
  const predictions = png("1_pred", "2_pred", "3_pred");

  it("puts the folder that pairs most first", () => {
    const ranked = rankTruthFolders(predictions, [
      { folder: "data/images", files: png("9", "8") },
      { folder: "data/masks", files: png("1", "2") },
      { folder: "other", files: png("1", "2", "3") },
    ]);
    assert.deepEqual(ranked, [
      { folder: "other", files: 3, pairs: 3, named: false },
      { folder: "data/masks", files: 2, pairs: 2, named: true },
      { folder: "data/images", files: 2, pairs: 0, named: false },
    ]);
  });

  it("lets names that say ground truth win ties, then fewer files, then natural order", () => {
    const files = png("1", "2", "3");
    const folders = ["images", "run10", "run2", "val_masks", "GroundTruth/", "a/ground_truth", "masks/images"];
    const ranked = rankTruthFolders(predictions, [
      ...folders.map((folder) => ({ folder, files })),
      { folder: "gt", files: [...files, "4.png"] },
    ]);
    assert.deepEqual(
      ranked.map(({ folder }) => folder),
      ["a/ground_truth", "GroundTruth/", "val_masks", "gt", "images", "masks/images", "run2", "run10"],
    );
  });

  it("knows the usual names", () => {
    const names = "gt masks mask labels label annotations truth ground_truth target targets groundTruth".split(" ");
    const ranked = rankTruthFolders(
      [],
      names.map((folder) => ({ folder, files: [] })),
    );
    assert.ok(ranked.every(({ named }) => named));
    assert.ok(!rankTruthFolders([], [{ folder: "unmasked_things", files: [] }])[0]?.named);
  });
});
