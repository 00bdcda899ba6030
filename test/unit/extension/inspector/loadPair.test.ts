import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { inflateRawSync } from "node:zlib";
import { defaultSettings } from "../../../../src/core/settings.js";
import { type LoadContext, loadPair } from "../../../../src/extension/inspector/loadPair.js";
import type { SentPair } from "../../../../src/protocol/pairView.js";
import { inlineScorer } from "../../../../src/scoring/inline.js";
import { folderTree, writeMask } from "../fixtures.js";

describe("loadPair", () => {
  const { root, remove } = folderTree([]);
  after(remove);
  const job = { name: "a", prediction: join(root, "p.png"), truth: join(root, "t.png") };
  const image = join(root, "a.jpg");
  writeMask(job.prediction, [255, 0, 10, 20]);
  writeMask(job.truth, [255, 255, 0, 0]);
  writeFileSync(image, "not really a photograph");
  const context: LoadContext = {
    read: inlineScorer.gather,
    findImage: async () => image,
    display: (path) => path.slice(root.length + 1),
    uri: (path) => `file://${path}`,
    position: () => ({ rank: 1, of: 2, by: "IoU" }),
  };

  it("gives the page owned arrays, files by name and by URI, and the place in the ranking", async () => {
    const loaded = await loadPair(job, defaultSettings, context);
    assert.ok(loaded.status === "loaded");
    const { view } = loaded;
    assert.deepEqual(view.files, { prediction: "p.png", truth: "t.png", image: "a.jpg" });
    assert.equal(view.uris.image, `file://${image}`);
    assert.deepEqual(view.position, { rank: 1, of: 2, by: "IoU" });
    assert.equal(view.pixels.image?.type, "image/jpeg");
    const { truth, prediction, image: source } = view.pixels;
    for (const bytes of [truth.deflated, prediction.deflated, source?.bytes])
      assert.ok(bytes && bytes.constructor === Uint8Array && bytes.buffer.byteLength === bytes.length);
  });

  it("tells a sketch on the way, as far above the threshold as the pair, whose image is then not sent again", async () => {
    const sketches: SentPair[] = [];
    const wish = { threshold: 0.05, onSketch: (view: SentPair) => void sketches.push(view) };
    const loaded = await loadPair(job, defaultSettings, { ...context, read: inlineScorer.glance }, wish);
    assert.ok(loaded.status === "loaded");
    const [sketch, ...others] = sketches;
    assert.equal(others.length, 0);
    const samples = (view: SentPair) => [...inflateRawSync(view.pixels.prediction.deflated)];
    assert.deepEqual(samples(loaded.view), [255, 0, 10, 20]);
    assert.deepEqual(samples(sketch), [255, 0, 0, 255]);
    assert.deepEqual(sketch.evidence, loaded.view.evidence);
    assert.deepEqual([sketch.pixels.image?.type, loaded.view.pixels.image], ["image/jpeg", undefined]);
  });

  it("leaves a large image out of the sketch", async () => {
    const large = join(root, "large.jpg");
    writeFileSync(large, new Uint8Array(600_000));
    const sketches: SentPair[] = [];
    const wish = { threshold: 0.5, onSketch: (view: SentPair) => void sketches.push(view) };
    const from = { ...context, read: inlineScorer.glance, findImage: async () => large };
    const loaded = await loadPair(job, defaultSettings, from, wish);
    assert.ok(loaded.status === "loaded");
    assert.deepEqual([sketches[0].pixels.image, loaded.view.pixels.image?.bytes.length], [undefined, 600_000]);
    assert.equal(sketches[0].files.image, "large.jpg");
  });

  it("shows the pair without its image when that cannot be read, and says so", async () => {
    const loaded = await loadPair(job, defaultSettings, { ...context, findImage: async () => join(root, "gone.png") });
    assert.ok(loaded.status === "loaded");
    assert.equal(loaded.view.pixels.image, undefined);
    assert.match(loaded.view.notes.join(), /gone\.png could not be read/);
  });

  it("gives the reason and the remedy of a pair that cannot be read", async () => {
    const loaded = await loadPair({ ...job, truth: join(root, "none.png") }, defaultSettings, context);
    assert.ok(loaded.status === "failed");
    assert.equal(loaded.failure.file, "none.png");
    assert.ok(loaded.failure.reason !== "" && loaded.failure.remedy !== "");
  });
});
