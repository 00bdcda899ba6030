import assert from "node:assert/strict";
import fc from "fast-check";
import { pixelsOf, tallyLabels } from "../../../../src/core/labels/confusion.js";
import { extendClasses, tallyClassMaps, tallyHardMap } from "../../../../src/core/labels/soft.js";
import type { Samples } from "../../../../src/core/raster.js";
import type { Tally } from "../../../../src/core/tally.js";

const IDS = [2, 3, 9];
const VOID = 255;

/** One class against the rest, by looking every pixel up. */
function plainTally(truth: readonly number[], map: ArrayLike<number>, isPositive: (id: number) => boolean): Tally {
  const counts = new Map<number, [number, number]>();
  for (const [i, id] of truth.entries()) {
    if (!IDS.includes(id)) continue;
    // 0 and -0 are one level.
    const level = map[i] + 0;
    const count = counts.get(level) ?? [0, 0];
    count[Number(isPositive(id))]++;
    counts.set(level, count);
  }
  const levels = Float64Array.from(counts.keys()).sort();
  const column = (of: 0 | 1) => levels.map((level) => counts.get(level)?.[of] ?? 0);
  return { levels, maximum: 1, negatives: column(0), positives: column(1) };
}

const size = 60;
const truths = fc.array(fc.constantFrom(...IDS, VOID, 0), { minLength: size, maxLength: size });
/** Few values, so that they recur; the ends and -0 among them. */
const values = fc.array(
  fc.oneof(fc.constantFrom(0, -0, 1, 0.5, 2 ** -140), fc.float({ min: 0, max: 1, noNaN: true })),
  { minLength: 3 * size, maxLength: 3 * size },
);

const mapsOf = (samples: Samples, maximum: number) =>
  IDS.map((_, at) => ({
    width: size,
    height: 1,
    samples: samples.subarray(at * size, (at + 1) * size),
    meaning: "probability" as const,
    maximum,
  }));

/** Levels that some pixel has: tables of bytes hold all 256. */
function occupied({ levels, negatives, positives, maximum }: Tally): Tally {
  const held = Array.from(levels.keys()).filter((i) => negatives[i] + positives[i] > 0);
  const pick = (column: Float64Array) => Float64Array.from(held, (i) => column[i]);
  // 0 and -0 are one level.
  return {
    levels: pick(levels).map((level) => level + 0),
    maximum,
    negatives: pick(negatives),
    positives: pick(positives),
  };
}

function checkTallies(truth: readonly number[], samples: Samples, maximum: number): void {
  const maps = mapsOf(samples, maximum);
  const soft = tallyClassMaps(Uint8Array.from(truth), maps, IDS);
  for (const [at, id] of IDS.entries()) {
    const expected = { ...plainTally(truth, maps[at].samples, (own) => own === id), maximum };
    assert.deepEqual(occupied(soft.classes[at]), expected);
  }
  const given = truth.map((id, i) => maps[Math.max(0, IDS.indexOf(id))].samples[i]);
  assert.deepEqual(occupied(soft.trueClass), { ...plainTally(truth, given, () => true), maximum });
}

describe("tallies of class maps", () => {
  it("of float32 and float64 are those of a plain loop", () => {
    fc.assert(
      fc.property(truths, values, (truth, list) => {
        checkTallies(truth, Float32Array.from(list), 1);
        checkTallies(truth, Float64Array.from(list), 1);
      }),
    );
  });

  it("of bytes are those of a plain loop", () => {
    fc.assert(
      fc.property(truths, values, (truth, list) => {
        checkTallies(
          truth,
          Uint8Array.from(list, (value) => Math.round(value * 255)),
          255,
        );
      }),
    );
  });

  it("of a hard map are those of its one-hot maps, and keep all pixels where a class is added", () => {
    fc.assert(
      fc.property(truths, truths, (truth, prediction) => {
        const confusion = tallyLabels(Uint8Array.from(truth), Uint8Array.from(prediction), IDS);
        const oneHot = Uint8Array.from(IDS.flatMap((id) => prediction.map((own) => Number(own === id))));
        const counted = tallyClassMaps(Uint8Array.from(truth), mapsOf(oneHot, 1), IDS);
        const hard = tallyHardMap(confusion);
        assert.deepEqual(hard.classes.map(occupied), counted.classes.map(occupied));
        assert.deepEqual(occupied(hard.trueClass), occupied(counted.trueClass));
        const extended = extendClasses(hard, IDS, [2, 3, 5, 9]);
        assert.deepEqual(
          extended.classes.filter((_, at) => at !== 2),
          hard.classes,
        );
        const { negatives, positives, levels } = extended.classes[2];
        assert.deepEqual(
          [Array.from(levels), Array.from(positives)],
          [
            [0, 1],
            [0, 0],
          ],
        );
        assert.deepEqual(Array.from(negatives), [pixelsOf(confusion), 0]);
      }),
    );
  });

  it("of float32 hold every value once, ascending, however many there are", () => {
    const length = 5000;
    const samples = Float32Array.from({ length: 3 * length }, (_, i) => ((i * 7919) % 9973) / 9973);
    const truth = new Uint8Array(length).fill(9);
    const maps = IDS.map((_, at) => ({
      width: length,
      height: 1,
      samples: samples.subarray(at * length, (at + 1) * length),
      meaning: "probability" as const,
      maximum: 1,
    }));
    for (const { levels, negatives, positives } of tallyClassMaps(truth, maps, IDS).classes) {
      assert.ok(levels.every((level, i) => i === 0 || level > levels[i - 1]));
      assert.equal(
        [...negatives, ...positives].reduce((sum, n) => sum + n, 0),
        length,
      );
    }
  });
});
