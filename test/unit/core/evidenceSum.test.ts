import assert from "node:assert/strict";
import fc from "fast-check";
import { evaluate, gatherEvidence } from "../../../src/core/evaluate.js";
import { mergeEvidence } from "../../../src/core/evidence.js";
import { EvidenceSum } from "../../../src/core/evidenceSum.js";
import { defaultSettings } from "../../../src/core/settings.js";
import { anyPair, closeTo } from "./support.js";

describe("EvidenceSum", () => {
  it("is null for no images", () => {
    assert.equal(new EvidenceSum().total(), null);
  });

  it("equals merging one after the other, for any number of images", () => {
    fc.assert(
      fc.property(fc.array(anyPair, { minLength: 1, maxLength: 9 }), (pairs) => {
        const parts = pairs.map((pair) => gatherEvidence(pair.truth, pair.prediction, defaultSettings));
        const sum = new EvidenceSum();
        for (const part of parts) sum.add(part);
        const total = sum.total();
        assert.ok(total?.kind === "binary");
        const plain = parts.reduce((a, b) => mergeEvidence(a, b));
        assert.deepEqual(total.pixels, plain.pixels);
        assert.deepEqual(total.objects, plain.objects);
        const [a, b] = [evaluate(total, defaultSettings), evaluate(plain, defaultSettings)];
        for (const id of Object.keys(a)) assert.ok(closeTo(a[id], b[id], 1e-12), id);
      }),
      { numRuns: 40 },
    );
  });
});
