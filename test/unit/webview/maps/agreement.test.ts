import assert from "node:assert/strict";
import fc from "fast-check";
import { objectSubject } from "../../../../src/core/diagnosis/objects/index.js";
import type { LabelMaps, ObjectMaps } from "../../../../src/core/maps/mapPair.js";
import { foundObjects, mapAgreement, objectAgreement } from "../../../../webview/maps/agreement.js";
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

const objects = (truth: readonly number[], prediction: readonly number[]): ObjectMaps => {
  const size = { width: truth.length, height: 1 };
  const raster = (ids: readonly number[]) => ({
    ...size,
    samples: Uint8Array.from(ids),
    maximum: 255,
    meaning: "object" as const,
  });
  const { labels, ids, lists } = objectSubject(raster(truth), raster(prediction), null);
  return {
    kind: "objects",
    ...size,
    truth: Uint8Array.from(labels.truth.ids),
    prediction: Uint8Array.from(labels.prediction.ids),
    objects: {
      truth: { ...lists.truth, ids: ids.truth },
      prediction: { ...lists.prediction, ids: ids.prediction },
    },
  };
};

describe("the agreement of two models on the objects of the truth", () => {
  //              both  A     B     none  false: of A, of B, nobody
  const truth = [1, 1, 2, 2, 3, 3, 4, 4, 0, 0, 0];
  const ofA = objects(truth, [9, 9, 8, 8, 0, 0, 0, 0, 7, 0, 0]);
  const ofB = objects(truth, [5, 5, 0, 0, 6, 6, 0, 0, 0, 4, 0]);

  it("counts who found them", () => {
    const each = { bothRight: 1, onlyA: 1, onlyB: 1, bothWrong: 1 };
    assert.deepEqual(foundObjects(ofA.objects, ofB.objects), each);
    assert.deepEqual(foundObjects(ofA.objects, ofA.objects), { bothRight: 2, onlyA: 0, onlyB: 0, bothWrong: 2 });
  });

  it("shows them pixel by pixel, and beside them who claims an object that is not there", () => {
    const { verdicts, counts } = objectAgreement(ofB, ofA);
    const pairs = ["bothRight", "onlyA", "onlyB", "bothWrong"].flatMap((id) => [id, id]);
    assert.deepEqual(names(verdicts), [...pairs, "onlyB", "onlyA", null]);
    assert.deepEqual(counts, { bothRight: 2, onlyA: 3, onlyB: 3, bothWrong: 2 });
  });
});
