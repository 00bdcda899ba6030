import assert from "node:assert/strict";
import fc from "fast-check";
import { boundaryWeightAt, scaledBoundaryWeight } from "../../../../src/core/boundary/weight.js";
import { gatherEvidence } from "../../../../src/core/evaluate.js";
import { losses } from "../../../../src/core/losses/index.js";
import { levelIndices } from "../../../../src/core/maps/levelIndex.js";
import { quantise } from "../../../../src/core/maps/quantise.js";
import { defaultSettings } from "../../../../src/core/settings.js";
import { createAnalyst } from "../../../../webview/analysis.js";
import { valueAt, weightedValues } from "../../../../webview/paint/weightedLoss.js";
import { anyPair, closeTo, pairOf } from "../../core/support.js";

const settings = { ...defaultSettings, kernel: 5 };

describe("what one pixel adds to a loss", () => {
  it("adds up, over the pixels, to every loss that is a sum, its weight taken exactly", () => {
    fc.assert(
      fc.property(anyPair, ({ truth, prediction }) => {
        const evidence = gatherEvidence(truth, prediction, settings);
        const analyst = createAnalyst(evidence);
        const pixels = { ...truth, truth: truth.pixels, prediction: levelIndices(truth, prediction, evidence.pixels) };
        const { scale } = scaledBoundaryWeight(truth, settings.kernel);
        for (const score of losses) {
          const value = score.evaluate(evidence);
          const tables = score.sharing === "sum" ? analyst.lossTables(score, settings) : null;
          if (!tables || value === null) continue;
          let sum = 0;
          for (let i = 0; i < truth.pixels.length; i++) {
            const [x, y] = [i % truth.width, Math.floor(i / truth.width)];
            sum += valueAt(i, pixels, tables, boundaryWeightAt(truth, settings.kernel, x, y, scale));
          }
          assert.ok(closeTo(sum, value, 1e-9), `${score.id}: ${sum}, loss ${value}`);
        }
      }),
    );
  });

  it("is painted by the square root of its part of the largest", () => {
    const { truth, prediction } = pairOf(4, [0, 0, 1, 1], [0, 255, 0, 255]);
    const evidence = gatherEvidence(truth, prediction, settings);
    const weighted = losses.find(({ id }) => id === "weighted_bce");
    assert.ok(weighted);
    const tables = createAnalyst(evidence).lossTables(weighted, settings);
    assert.ok(tables);
    const pixels = { ...truth, truth: truth.pixels, prediction: Uint8Array.of(0, 255, 0, 255) };
    const { map } = scaledBoundaryWeight(truth, settings.kernel);
    const { bytes, largest } = weightedValues(pixels, tables, quantise(map));
    const shares = [0, 1, 2, 3].map((i) => valueAt(i, pixels, tables, map[i] ?? 0));
    assert.ok(closeTo(largest, Math.max(...shares), 0.01));
    for (const i of [0, 1, 2, 3]) {
      assert.ok(Math.abs((bytes.values[i] ?? 0) - 255 * Math.sqrt((shares[i] ?? 0) / largest)) <= 1.5);
    }
  });
});
