import assert from "node:assert/strict";
import fc from "fast-check";
import { evaluate } from "../../../../src/core/evaluate.js";
import { mergeEvidence, type ObjectEvidence } from "../../../../src/core/evidence.js";
import { perThreshold } from "../../../../src/core/metrics/perThreshold.js";
import { matchInstances } from "../../../../src/core/objects/fromIds.js";
import { countsAbove, matchedIous } from "../../../../src/core/objects/match.js";
import { piecesOfIds } from "../../../../src/core/objects/pieces.js";
import { defaultSettings } from "../../../../src/core/settings.js";
import { closeTo } from "../support.js";

const width = 8;
const ids = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 48, maxLength: 48 });

const evidenceOf = (truth: readonly number[], prediction: readonly number[], ignore: number | null = null) => {
  const objects = matchInstances(
    Uint16Array.from(truth),
    Uint16Array.from(prediction),
    width,
    truth.length / width,
    ignore,
  );
  return { kind: "objects", objects } satisfies ObjectEvidence;
};
const scoresOf = (evidence: ObjectEvidence, matchIou = 0.5) => evaluate(evidence, { ...defaultSettings, matchIou });

const sameScores = (a: ObjectEvidence, b: ObjectEvidence, relative = 1e-12) =>
  [0.1, 0.3, 0.5].every((iou) => {
    const [x, y] = [scoresOf(a, iou), scoresOf(b, iou)];
    return Object.keys(x).every((id) => closeTo(x[id], y[id], relative));
  });

describe("instance maps", () => {
  it("give the same scores under any renumbering", () => {
    const numbers = fc.shuffledSubarray(
      Array.from({ length: 200 }, (_, i) => 1 + i * 327),
      { minLength: 5, maxLength: 5 },
    );
    fc.assert(
      fc.property(ids, ids, numbers, numbers, (truth, prediction, forTruth, forPrediction) => {
        const renumbered = (map: readonly number[], by: readonly number[]) =>
          map.map((id) => (id === 0 ? 0 : by[id - 1]));
        const other = evidenceOf(renumbered(truth, forTruth), renumbered(prediction, forPrediction));
        return sameScores(evidenceOf(truth, prediction), other);
      }),
    );
  });

  it("give the same scores when images are merged as when they lie side by side with other ids", () => {
    fc.assert(
      fc.property(ids, ids, ids, ids, (truth, prediction, otherTruth, otherPrediction) => {
        const shifted = (map: readonly number[]) => map.map((id) => (id === 0 ? 0 : id + 10));
        const merged = mergeEvidence(evidenceOf(truth, prediction), evidenceOf(otherTruth, otherPrediction));
        const whole = evidenceOf([...truth, ...shifted(otherTruth)], [...prediction, ...shifted(otherPrediction)]);
        return sameScores(merged, whole);
      }),
    );
  });

  it("never match fewer at a lower threshold, nor more than there are", () => {
    fc.assert(
      fc.property(ids, ids, (truth, prediction) => {
        const { objects } = evidenceOf(truth, prediction);
        const counts = [0.05, 0.2, 0.35, 0.5, 0.75].map((t) => countsAbove(objects, t));
        for (const [i, { tp, fp, fn }] of counts.entries()) {
          assert.ok(fp >= 0 && fn >= 0 && (i === 0 || tp <= counts[i - 1].tp));
        }
        // Above 1/2 the pairs are disjoint already.
        assert.deepEqual(
          matchedIous(objects, 0.5),
          Float64Array.from(objects.pairs.iou.filter((iou) => iou > 0.5))
            .sort()
            .reverse(),
        );
      }),
    );
  });

  it("leave ignored pixels out of both maps", () => {
    const [truth, prediction] = [
      [1, 1, 9, 9, 2, 2, 0, 0],
      [1, 1, 1, 7, 2, 2, 0, 0],
    ];
    assert.equal(scoresOf(evidenceOf(truth, prediction, 9)).pq, 1);
    assert.equal(scoresOf(evidenceOf(truth, prediction)).objects_false, 1);
  });

  it("are perfect when they are the same, and undefined when both are empty", () => {
    const some = [1, 0, 0, 65535, 65535, 0, 300, 300];
    const { pq, sq, rq, object_ap, objects_missed } = scoresOf(evidenceOf(some, some));
    assert.deepEqual([pq, sq, rq, object_ap, objects_missed], [1, 1, 1, 1, 0]);
    const none = new Array<number>(8).fill(0);
    const empty = scoresOf(evidenceOf(none, none));
    assert.deepEqual([empty.pq, empty.object_f1, empty.object_ap, empty.objects_false], [null, null, null, 0]);
    assert.deepEqual(perThreshold(evidenceOf(none, none)).object_ap, new Array(10).fill(null));
  });

  it("give AP as the mean of its terms", () => {
    fc.assert(
      fc.property(ids, ids, (truth, prediction) => {
        const evidence = evidenceOf(truth, prediction);
        const terms = perThreshold(evidence);
        const scores = scoresOf(evidence);
        if (scores.object_ap === null) return;
        const mean = terms.object_ap.reduce<number>((sum, term) => sum + (term ?? Number.NaN), 0) / 10;
        assert.ok(closeTo(mean, scores.object_ap, 1e-12));
        for (const id of ["object_precision", "object_recall", "object_f1", "object_f2"]) {
          assert.equal(terms[id][0], scores[id]);
        }
      }),
    );
  });
});

describe("piecesOfIds", () => {
  it("counts 8-connected pieces of every id", () => {
    const map = Uint8Array.of(1, 0, 2, 2, 0, 1, 2, 0, 1, 0, 0, 3, 3, 0, 1, 0);
    assert.deepEqual(Array.from(piecesOfIds(map, 4, 4)), [
      [1, 2],
      [2, 1],
      [3, 2],
    ]);
    assert.equal(piecesOfIds(Uint8Array.of(5, 5, 5, 5), 2, 2).get(5), 1);
    assert.equal(piecesOfIds(new Uint8Array(4), 2, 2).size, 0);
  });
});
