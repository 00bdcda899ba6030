import assert from "node:assert/strict";
import fc from "fast-check";
import { UNIT_SPACING } from "../../../src/core/boundary/spacing.js";
import { boundaryWeight } from "../../../src/core/boundary/weight.js";
import { catalogue } from "../../../src/core/catalogue.js";
import { gatherEvidence } from "../../../src/core/evaluate.js";
import { distanceMaps } from "../../../src/core/maps/distances.js";
import { jointIndex, jointTable } from "../../../src/core/maps/jointTable.js";
import { indexSize, levelIndices } from "../../../src/core/maps/levelIndex.js";
import { quantise, quantiseFinely } from "../../../src/core/maps/quantise.js";
import { defaultSettings, valuesFor } from "../../../src/core/settings.js";
import { anyPair, closeTo } from "./support.js";

describe("per-pixel loss through the joint table", () => {
  it("adds up, over the pixels, to the loss that is printed", () => {
    fc.assert(
      fc.property(anyPair, ({ truth, prediction }) => {
        const evidence = gatherEvidence(truth, prediction, defaultSettings);
        const indices = levelIndices(truth, prediction, evidence.pixels);
        const size = indexSize(evidence.pixels);
        const weight = boundaryWeight(truth, defaultSettings.kernel);
        const distances = distanceMaps(truth, prediction, UNIT_SPACING);
        for (const score of catalogue) {
          const values = valuesFor(score, defaultSettings);
          const loss = score.evaluate(evidence, values);
          const shares = score.shares(evidence, values);
          if (loss === null || shares === null) continue;
          let sum = 0;
          for (const [part, weights] of [
            [shares.plain, null],
            [shares.weighted, weight],
            [shares.signedDistance, distances.signed],
            [shares.squaredDistance, distances.squared],
          ] as const) {
            const table = part && jointTable(evidence.pixels, part);
            for (let i = 0; table && i < indices.length; i++) {
              sum += (weights ? weights[i] : 1) * table[jointIndex(truth.pixels[i], indices[i], size)];
            }
          }
          assert.ok(closeTo(sum, loss, 1e-9), `${score.id}: ${sum}, loss ${loss}`);
        }
      }),
    );
  });
});

describe("quantise", () => {
  it("keeps the extremes and is off by at most half a step", () => {
    fc.assert(
      fc.property(fc.float64Array({ minLength: 1, noNaN: true, min: -1e6, max: 1e6 }), (values) => {
        const { bytes, minimum, maximum } = quantise(values);
        const step = (maximum - minimum) / 255;
        values.forEach((value, i) => {
          assert.ok(
            Math.abs(minimum + bytes[i] * step - value) <= (step / 2) * (1 + 1e-9) + 1e-9 * Math.abs(value) + 1e-12,
          );
        });
      }),
    );
  });

  it("puts a map without a slope at its lowest step, and has finer steps in two bytes", () => {
    assert.deepEqual(quantise(Float64Array.of(3, 3)), { bytes: Uint8Array.of(0, 0), minimum: 3, maximum: 3 });
    assert.deepEqual(quantiseFinely(Float64Array.of(-1, 0, 1)), {
      words: Uint16Array.of(0, 32768, 65535),
      minimum: -1,
      maximum: 1,
    });
  });
});
