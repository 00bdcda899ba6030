import assert from "node:assert/strict";
import fc from "fast-check";
import type { LabelMaps } from "../../../../src/core/maps/mapPair.js";
import { mapAgreement } from "../../../../webview/maps/agreement.js";
import { agreements } from "../../../../webview/paint/agreement.js";

const maps = (truth: readonly number[], prediction: readonly number[]): LabelMaps => ({
  kind: "labels",
  width: truth.length,
  height: 1,
  truth: Uint8Array.from(truth),
  prediction: Uint8Array.from(prediction),
  classes: [{ id: 0 }, { id: 1 }, { id: 2 }],
  perClass: { iou: [], dice: [], precision: [], recall: [] },
  areas: [],
});

const names = (verdicts: Uint8Array) => Array.from(verdicts, (place) => agreements[place]?.id ?? null);

describe("the agreement of two models on the classes of the truth", () => {
  // The last pixel of the truth is of no class: left out.
  const pair = maps([0, 1, 1, 2, 2, 3], [0, 1, 2, 0, 3, 1]);
  const a = Uint8Array.of(0, 2, 1, 2, 1, 1);

  it("is right where the class is that of the truth; what is left out there is nothing", () => {
    const { verdicts, counts } = mapAgreement(pair, a, null);
    assert.deepEqual(names(verdicts), ["bothRight", "onlyB", "onlyA", "onlyA", "bothWrong", null]);
    assert.deepEqual(counts, { bothRight: 1, onlyA: 2, onlyB: 1, bothWrong: 1 });
  });

  it("looks at one class alone: whether it is there", () => {
    const { verdicts } = mapAgreement(pair, a, 1);
    assert.deepEqual(names(verdicts), [null, "onlyB", "onlyA", null, "onlyB", null]);
  });

  it("exchanges A and B with the models, and counts every pixel that has a class", () => {
    const places = fc.array(fc.nat(3), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(places, places, places, (truth, one, two) => {
        const there = mapAgreement(maps(truth, two), Uint8Array.from(one), null).counts;
        const back = mapAgreement(maps(truth, one), Uint8Array.from(two), null).counts;
        assert.deepEqual(back, { ...there, onlyA: there.onlyB, onlyB: there.onlyA });
        const all = Object.values(there).reduce((sum, count) => sum + count, 0);
        assert.equal(all, truth.filter((own) => own < 3).length);
      }),
    );
  });
});
