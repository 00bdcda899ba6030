import assert from "node:assert/strict";
import fc from "fast-check";
import { UNIT_SPACING } from "../../../../src/core/boundary/spacing.js";
import { boundaryWeightAt, scaledBoundaryWeight } from "../../../../src/core/boundary/weight.js";
import { scoreById } from "../../../../src/core/catalogue.js";
import { gatherEvidence } from "../../../../src/core/evaluate.js";
import { losses } from "../../../../src/core/losses/index.js";
import { distanceMaps } from "../../../../src/core/maps/distances.js";
import { levelIndices } from "../../../../src/core/maps/levelIndex.js";
import { quantise, quantiseFinely } from "../../../../src/core/maps/quantise.js";
import { defaultSettings } from "../../../../src/core/settings.js";
import { createAnalyst } from "../../../../webview/breakdown/analysis.js";
import { magnitudeScale, signedScale } from "../../../../webview/paint/scales.js";
import { planesFor, valueAt, weightedValues, weightsAt } from "../../../../webview/paint/weightedLoss.js";
import { weightPlanes } from "../../../../webview/paint/weightPlanes.js";
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
        const { signed, squared } = distanceMaps(truth, prediction, UNIT_SPACING);
        for (const score of losses) {
          const value = score.evaluate(evidence);
          const tables = score.sharing === "sum" ? analyst.lossTables(score, settings) : null;
          if (score.sharing !== "sum" || value === null) continue;
          assert.ok(tables, score.id);
          let sum = 0;
          for (let i = 0; i < truth.pixels.length; i++) {
            const [x, y] = [i % truth.width, Math.floor(i / truth.width)];
            sum += valueAt(i, pixels, tables, {
              weighted: boundaryWeightAt(truth, settings.kernel, x, y, scale),
              signedDistance: signed[i],
              squaredDistance: squared[i],
            });
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
    const { bytes, largest } = weightedValues(pixels, tables, weightPlanes(quantise(map), null), magnitudeScale);
    const shares = [0, 1, 2, 3].map((i) => valueAt(i, pixels, tables, { weighted: map[i] }));
    assert.ok(closeTo(largest, Math.max(...shares), 0.01));
    for (const i of [0, 1, 2, 3]) {
      assert.ok(Math.abs((bytes.values[i] ?? 0) - 255 * Math.sqrt((shares[i] ?? 0) / largest)) <= 1.5);
    }
  });

  it("is painted from distances on a scale around 0, as the boundary loss is below 0 inside the truth", () => {
    const { truth, prediction } = pairOf(4, [0, 0, 1, 1], [51, 255, 51, 255]);
    const evidence = gatherEvidence(truth, prediction, settings);
    const pixels = { ...truth, truth: truth.pixels, prediction: levelIndices(truth, prediction, evidence.pixels) };
    const maps = distanceMaps(truth, prediction, UNIT_SPACING);
    const planes = weightPlanes(null, { signed: quantiseFinely(maps.signed), squared: quantiseFinely(maps.squared) });
    const shares = { boundary_loss: [0.1, 0.25, 0, -0.25], hausdorff_dt_loss: [0.05, 0.5, 0.32, 0] };
    for (const [id, wanted] of Object.entries(shares)) {
      const tables = createAnalyst(evidence).lossTables(scoreById(id), settings);
      assert.ok(tables);
      assert.equal(planesFor(tables, {}), null, "they are not there yet");
      const needed = planesFor(tables, planes);
      assert.ok(needed);
      for (const [i, share] of wanted.entries())
        assert.ok(closeTo(valueAt(i, pixels, tables, weightsAt(needed, i)), share, 1e-3), `${id} ${i}`);
      const { bytes, largest } = weightedValues(pixels, tables, needed, signedScale);
      assert.ok(closeTo(largest, Math.max(...wanted.map(Math.abs)), 1e-3));
      for (const [i, share] of wanted.entries())
        assert.ok(
          Math.abs(bytes.values[i] - 127.5 * (1 + Math.sign(share) * Math.sqrt(Math.abs(share) / largest))) <= 1.5,
          `${id} ${i}`,
        );
    }
  });
});
