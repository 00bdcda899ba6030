import assert from "node:assert/strict";
import fc from "fast-check";
import { catalogue } from "../../../../src/core/catalogue.js";
import { tallyPixels } from "../../../../src/core/count.js";
import { gatherEvidence } from "../../../../src/core/evaluate.js";
import { jointIndex, jointTable } from "../../../../src/core/maps/jointTable.js";
import {
  hardIndices,
  indexOfLevel,
  indexProbabilities,
  indexSize,
  levelIndices,
} from "../../../../src/core/maps/levelIndex.js";
import { IGNORED } from "../../../../src/core/raster.js";
import { defaultSettings, valuesFor } from "../../../../src/core/settings.js";
import { anyPair, closeTo, pairOf } from "../support.js";

describe("a prediction reduced to what is above a threshold", () => {
  it("has the lowest and the highest index only, and is above the threshold where the prediction is", () => {
    fc.assert(
      fc.property(anyPair, fc.double({ min: 0, max: 1, noNaN: true }), ({ truth, prediction }, threshold) => {
        const tally = tallyPixels(truth, prediction);
        const indices = levelIndices(truth, prediction, tally);
        const hard = hardIndices(indices, tally, threshold);
        const probabilities = indexProbabilities(tally);
        const highest = probabilities.length - 1;
        for (const [i, index] of hard.entries()) {
          assert.ok(index === 0 || index === highest);
          if (truth.pixels[i] === IGNORED) continue;
          assert.equal(probabilities[index] > threshold, probabilities[indices[i]] > threshold);
        }
      }),
    );
  });
});

describe("indices of levels", () => {
  it("share one among neighbours where a float mask has more than two bytes hold, and the loss stays the sum", () => {
    const side = 300;
    const samples = Array.from({ length: side * side }, (_, i) => (i * 0.618033988749895) % 1);
    const pair = pairOf(
      side,
      samples.map((p, i) => (p + (i % 10) / 10 > 0.9 ? 1 : 0)),
      samples,
      1,
    );
    const settings = { ...defaultSettings, families: ["pixel"] as const };
    const evidence = gatherEvidence(pair.truth, pair.prediction, settings);
    const { levels } = evidence.pixels;
    assert.ok(levels.length > 1 << 16);
    assert.equal(indexSize(evidence.pixels), 1 << 16);
    assert.deepEqual(
      [0, levels.length - 1].map((level) => indexOfLevel(level, levels.length)),
      [0, (1 << 16) - 1],
    );
    const indices = levelIndices(pair.truth, pair.prediction, evidence.pixels);
    const bce = catalogue.find(({ id }) => id === "bce");
    const shares = bce?.shares(evidence, valuesFor(bce, settings));
    assert.ok(bce && shares?.plain);
    const table = jointTable(evidence.pixels, shares.plain);
    let sum = 0;
    for (const [i, index] of indices.entries()) sum += table[jointIndex(pair.truth.pixels[i], index, 1 << 16)];
    assert.ok(closeTo(sum, bce.evaluate(evidence, valuesFor(bce, settings)), 1e-9));
  });

  it("are the values of bytes, in bytes of their own, and 0 where a wider sample is ignored", () => {
    const bytes = pairOf(2, [0, 1], [3, 200]);
    const { pixels } = gatherEvidence(bytes.truth, bytes.prediction, defaultSettings);
    const indices = levelIndices(bytes.truth, bytes.prediction, pixels);
    assert.deepEqual(indices, Uint8Array.of(3, 200));
    assert.notEqual(indices, bytes.prediction.samples);
    const words = pairOf(3, [0, IGNORED, 1], [7, 9, 9], 65535);
    const tally = gatherEvidence(words.truth, words.prediction, defaultSettings).pixels;
    assert.deepEqual(levelIndices(words.truth, words.prediction, tally), Uint16Array.of(0, 0, 1));
  });
});
