import assert from "node:assert/strict";
import fc from "fast-check";
import { boundaryWeight } from "../../../src/core/boundary/weight.js";
import { catalogue } from "../../../src/core/catalogue.js";
import { gatherEvidence } from "../../../src/core/evaluate.js";
import { jointIndex, jointTable } from "../../../src/core/maps/jointTable.js";
import { indexSize, levelIndices } from "../../../src/core/maps/levelIndex.js";
import { quantise } from "../../../src/core/maps/quantise.js";
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
        for (const score of catalogue) {
          const values = valuesFor(score, defaultSettings);
          const loss = score.evaluate(evidence, values);
          const shares = score.shares(evidence, values);
          if (loss === null || shares === null) continue;
          const plain = shares.plain && jointTable(evidence.pixels, shares.plain);
          const weighted = shares.weighted && jointTable(evidence.pixels, shares.weighted);
          let sum = 0;
          for (let i = 0; i < indices.length; i++) {
            const at = jointIndex(truth.pixels[i], indices[i], size);
            sum += (plain ? plain[at] : 0) + (weighted ? weight[i] * weighted[at] : 0);
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
});
