import assert from "node:assert/strict";
import fc from "fast-check";
import { type Fate, fates, fatesOf, type ObjectList } from "../../../../src/core/objects/fates.js";
import { labelsOfIds } from "../../../../src/core/objects/fromIds.js";
import { matchedIous, matchObjects, mergeMatches } from "../../../../src/core/objects/match.js";
import { overlapTable } from "../../../../src/core/objects/overlap.js";

/** Runs of ids, a row; the prediction follows the truth for most of them, so that objects match, split and merge. */
const anyPair = fc
  .array(
    fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 1, max: 6 }), fc.option(fc.integer({ min: 0, max: 4 }))),
    {
      minLength: 1,
      maxLength: 16,
    },
  )
  .map((runs) => ({
    truth: runs.flatMap(([id, length]) => new Array<number>(length).fill(id)),
    prediction: runs.flatMap(([id, length, other]) => new Array<number>(length).fill(other ?? id)),
  }));

type Pair = typeof anyPair extends fc.Arbitrary<infer Value> ? Value : never;

const tableOf = ({ truth, prediction }: Pair) => {
  const [t, p] = [truth, prediction].map((ids) => labelsOfIds(Uint8Array.from(ids), ids.length, 1, null));
  return overlapTable(t, p);
};

/** Pixels of an object, by their places. */
const placesOf = (ids: readonly number[], id: number) => ids.flatMap((own, i) => (own === id ? [i] : []));
/** Ids in the order in which they are numbered: that of their first pixels. */
const idsOf = (ids: readonly number[]) => [...new Set(ids)].filter((id) => id !== 0);

/** Everything about the pairs of objects, by sets of pixels. */
function byDefinition({ truth, prediction }: Pair) {
  const objects = (ids: readonly number[]) => idsOf(ids).map((id) => new Set(placesOf(ids, id)));
  const [t, p] = [objects(truth), objects(prediction)];
  const common = (a: Set<number>, b: Set<number>) => [...a].filter((i) => b.has(i)).length;
  const iou = (a: Set<number>, b: Set<number>) => common(a, b) / (a.size + b.size - common(a, b));
  const piecesOf = t.map((whole) => p.filter((piece) => common(whole, piece) > piece.size / 2));
  const heldBy = p.map((whole) => t.filter((held) => common(whole, held) > held.size / 2));
  const isMatched = (own: Set<number>, others: readonly Set<number>[]) => others.some((other) => iou(own, other) > 0.5);
  const fateOfTruth = (own: Set<number>, i: number): Fate => {
    if (isMatched(own, p)) return "matched";
    if (heldBy.some((held) => held.length > 1 && held.includes(own))) return "merged";
    return piecesOf[i].length > 1 ? "split" : "missed";
  };
  const fateOfPrediction = (own: Set<number>, i: number): Fate => {
    if (isMatched(own, t)) return "matched";
    if (heldBy[i].length > 1) return "merged";
    return piecesOf.some((pieces) => pieces.length > 1 && pieces.includes(own)) ? "split" : "false";
  };
  const voidIn = (object: Set<number>) => [...object].filter((i) => truth[i] === 0).length;
  const overVoid = (a: Set<number>, b: Set<number>) => common(a, b) / (a.size + b.size - voidIn(b) - common(a, b));
  const pairs = t.flatMap((a) => p.map((b) => ({ iou: iou(a, b), overVoid: overVoid(a, b) })));
  return {
    truth: t.map(fateOfTruth),
    prediction: p.map(fateOfPrediction),
    largestIou: t.map((own) => Math.max(0, ...p.map((other) => iou(own, other)))),
    split: piecesOf.filter((pieces) => pieces.length > 1).length,
    merged: heldBy.filter((held) => held.length > 1).length,
    ious: pairs.map((pair) => pair.iou).filter((value) => value > 0.5),
    overVoid: pairs.map((pair) => pair.overVoid).filter((value) => value > 0.5),
    falsePredictions: p.filter((own) => !t.some((other) => overVoid(other, own) > 0.5) && 2 * voidIn(own) <= own.size)
      .length,
  };
}

const named = ({ fates: own }: ObjectList) => [...own].map((fate) => fates[fate]);
const sorted = (values: Iterable<number>) => [...values].sort((a, b) => a - b);

describe("objects by their definition", () => {
  it("meet the fates that sets of pixels say", () => {
    fc.assert(
      fc.property(anyPair, (pair) => {
        const expected = byDefinition(pair);
        const { truth, prediction } = fatesOf(tableOf(pair), 0.5);
        assert.deepEqual(named(truth), expected.truth);
        assert.deepEqual(named(prediction), expected.prediction);
        assert.deepEqual([...truth.ious], expected.largestIou);
      }),
      { numRuns: 400 },
    );
  });

  it("match, split and merge as sets of pixels do, over a background and over a void", () => {
    fc.assert(
      fc.property(anyPair, (pair) => {
        const expected = byDefinition(pair);
        const matches = matchObjects(tableOf(pair));
        assert.deepEqual([matches.split, matches.merged], [expected.split, expected.merged]);
        assert.deepEqual(sorted(matches.ious), sorted(expected.ious));
        assert.deepEqual(sorted(matches.overVoid.ious), sorted(expected.overVoid));
        assert.equal(matches.overVoid.falsePredictions, expected.falsePredictions);
      }),
      { numRuns: 400 },
    );
  });

  it("of two images count together as they do apart, at every threshold", () => {
    fc.assert(
      fc.property(anyPair, anyPair, fc.constantFrom(0.05, 0.2, 0.4, 0.5, 0.7), (one, other, threshold) => {
        const [a, b] = [one, other].map((pair) => matchObjects(tableOf(pair)));
        const apart = [a, b].flatMap((matches) => [...matchedIous(matches, threshold)]);
        const together = mergeMatches(a, b);
        assert.deepEqual(sorted(matchedIous(together, threshold)), sorted(apart));
        assert.deepEqual(sorted(together.ious).reverse(), [...together.ious]);
        assert.equal(together.overVoid.falsePredictions, a.overVoid.falsePredictions + b.overVoid.falsePredictions);
        assert.equal(together.overVoid.ious.length, a.overVoid.ious.length + b.overVoid.ious.length);
        assert.deepEqual([together.split, together.merged], [a.split + b.split, a.merged + b.merged]);
      }),
      { numRuns: 400 },
    );
  });
});
