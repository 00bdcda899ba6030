import assert from "node:assert/strict";
import fc from "fast-check";
import { tallyPixels } from "../../../../src/core/count.js";
import { FOREGROUND, IGNORED, type Raster } from "../../../../src/core/raster.js";
import { agreementOf, agreements, otherCounts, verdictOf } from "../../../../webview/paint/agreement.js";
import { createSampler } from "../../../../webview/paint/sampler.js";
import type { Scene } from "../../../../webview/stage/scene.js";

/** A pixel: truth, and what both models say of it. */
const pixel = fc.tuple(fc.constantFrom(0, 1, 2), fc.integer({ min: 0, max: 255 }), fc.integer({ min: 0, max: 255 }));

/** As much of a scene as the agreement reads. */
function sceneOf(pixels: ReadonlyArray<readonly [number, number, number]>): Scene {
  const [width, height] = [pixels.length, 1];
  const truth = Uint8Array.from(pixels, ([y]) => y);
  const sideOf = (place: 1 | 2) => {
    const prediction = Uint8Array.from(pixels, (values) => values[place]);
    const raster: Raster = { width, height, samples: prediction, meaning: "probability", maximum: 255 };
    const sampler = createSampler({ width, height, truth, prediction }, 256);
    return { prediction, pixels: tallyPixels({ width, height, pixels: truth }, raster), sampler };
  };
  const [a, b] = [sideOf(1), sideOf(2)];
  const view = { pixels: { width, height, truth, prediction: b.prediction } };
  return {
    view,
    sampler: b.sampler,
    evidence: { kind: "binary", pixels: b.pixels },
    other: { name: "a", ...a },
  } as unknown as Scene;
}

describe("agreement of two predictions", () => {
  it("is the verdict of each on the truth", () => {
    assert.deepEqual(
      [0, 1, 2, 3].map((index) => verdictOf(index, FOREGROUND)),
      ["bothWrong", "onlyB", "onlyA", "bothRight"],
    );
    assert.deepEqual(
      [0, 1, 2, 3].map((index) => verdictOf(index, 0)),
      ["bothRight", "onlyA", "onlyB", "bothWrong"],
    );
  });

  it("counts every pixel that is not ignored once, as counted one by one", () => {
    const threshold = fc.constantFrom(0, 0.25, 0.5, 0.6, 1);
    fc.assert(
      fc.property(fc.array(pixel, { minLength: 1, maxLength: 40 }), threshold, (pixels, t) => {
        const scene = sceneOf(pixels);
        const plain = (isA: boolean, isB: boolean) =>
          pixels.filter(
            ([y, a, b]) => y !== IGNORED && (a / 255 > t === (y === 1)) === isA && (b / 255 > t === (y === 1)) === isB,
          ).length;
        const counts = agreementOf(scene, t)?.counts;
        assert.deepEqual(counts, {
          bothRight: plain(true, true),
          onlyA: plain(true, false),
          onlyB: plain(false, true),
          bothWrong: plain(false, false),
        });
        assert.equal(otherCounts(scene, t)?.counts.tp, pixels.filter(([y, a]) => y === 1 && a / 255 > t).length);
      }),
    );
    assert.equal(agreements.length, 4);
  });

  it("is not there without a second prediction", () => {
    const scene = { ...sceneOf([[1, 255, 0]]), other: null };
    assert.equal(agreementOf(scene, 0.5), null);
    assert.equal(otherCounts(scene, 0.5), null);
  });
});
