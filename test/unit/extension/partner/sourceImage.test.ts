import assert from "node:assert/strict";
import { join, relative } from "node:path";
import { imageType, SourceImages } from "../../../../src/extension/partner/sourceImage.js";
import { folderTree } from "../fixtures.js";

async function found(files: readonly string[], prediction: string, truth: string): Promise<string | undefined> {
  const { root, remove } = folderTree(files);
  try {
    const images = new SourceImages(root, ["images", "JPEGImages"]);
    const image = await images.find({ prediction: join(root, prediction), truth: join(root, truth) });
    return image && relative(root, image);
  } finally {
    remove();
  }
}

describe("SourceImages", () => {
  it("finds the image beside the truth, whatever its extension", async () => {
    const files = ["images/a.jpg", "gt/a.png", "pred/v1/a.png"];
    assert.equal(await found(files, "pred/v1/a.png", "gt/a.png"), "images/a.jpg");
  });

  it("finds it where the mask has an affix", async () => {
    const files = ["images/a.jpg", "images/b.jpg", "gt/a_mask.png", "gt/b_mask.png", "pred/a_mask.png"];
    assert.equal(await found(files, "pred/a_mask.png", "gt/a_mask.png"), "images/a.jpg");
  });

  it("finds it in mirrored sub-folders", async () => {
    const files = ["images/x/a.png", "images/y/a.png", "gt/x/a.png", "gt/y/a.png", "p/x/a.png"];
    assert.equal(await found(files, "p/x/a.png", "gt/x/a.png"), "images/x/a.png");
  });

  it("finds it beside the predictions when the truth is elsewhere", async () => {
    const files = ["run/images/a.webp", "run/out/a.npy", "gt/a.png"];
    assert.equal(await found(files, "run/out/a.npy", "gt/a.png"), "run/images/a.webp");
  });

  it("takes no folder that is not named like images, and no type that a page cannot show", async () => {
    const files = ["other/a.png", "images/a.tif", "gt/a.png", "p/a.png"];
    assert.equal(await found(files, "p/a.png", "gt/a.png"), undefined);
  });
});

describe("imageType", () => {
  it("goes by the extension", () => {
    assert.equal(imageType("A.JPG"), "image/jpeg");
    assert.equal(imageType("a.tif"), undefined);
  });
});
