import assert from "node:assert/strict";
import fc from "fast-check";
import { scoreById } from "../../../../src/core/catalogue.js";
import { evaluate } from "../../../../src/core/evaluate.js";
import { type LabelEvidence, mergeEvidence } from "../../../../src/core/evidence.js";
import { classCounts, mergeConfusions, pixelsOf, tallyLabels } from "../../../../src/core/labels/confusion.js";
import { compactLabels, gatherLabels } from "../../../../src/core/labels/evidence.js";
import { compactSoft, MOST_LEVELS, tallyClassMaps, tallyHardMap } from "../../../../src/core/labels/soft.js";
import type { Raster } from "../../../../src/core/raster.js";
import { defaultSettings } from "../../../../src/core/settings.js";
import { closeTo } from "../support.js";

const CLASSES = 4;
const VOID = 255;
const label: fc.Arbitrary<number> = fc.constantFrom(0, 1, 2, 3, VOID);
const labelMap = (length: number) => fc.array(label, { minLength: length, maxLength: length });

const raster = (samples: Raster["samples"], meaning: Raster["meaning"], maximum: number): Raster => {
  return { width: samples.length, height: 1, samples, meaning, maximum };
};
const classList = Array.from({ length: CLASSES }, (_, id) => ({ id }));

const hard = (truth: readonly number[], prediction: readonly number[], classes = classList) =>
  gatherLabels({
    truth: raster(Uint8Array.from(truth), "class", VOID),
    prediction: raster(Uint8Array.from(prediction), "class", VOID),
    classes,
  });

/** Probabilities by class and pixel, and their hard map. */
function soft(truth: readonly number[], probabilities: ReadonlyArray<readonly number[]>): LabelEvidence {
  const maps = probabilities.map((map) => raster(Float64Array.from(map), "probability", 1));
  const prediction = truth.map((_, i) => {
    const column = probabilities.map((map) => map[i]);
    return column.indexOf(Math.max(...column));
  });
  return gatherLabels({
    truth: raster(Uint8Array.from(truth), "class", VOID),
    prediction: raster(Uint8Array.from(prediction), "class", VOID),
    classes: classList,
    probabilities: maps,
  });
}

const scoresOf = (evidence: LabelEvidence) => evaluate(evidence, defaultSettings);
const sameScores = (a: LabelEvidence, b: LabelEvidence, relative = 1e-12) => {
  const [x, y] = [scoresOf(a), scoresOf(b)];
  return Object.keys(x).every((id) => closeTo(x[id], y[id], relative));
};

const softPair = (length: number) =>
  fc.record({
    truth: labelMap(length),
    weights: fc.array(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: length, maxLength: length }), {
      minLength: CLASSES,
      maxLength: CLASSES,
    }),
  });

const normalised = (weights: ReadonlyArray<readonly number[]>) =>
  weights.map((map) => map.map((weight, i) => weight / weights.reduce((sum, other) => sum + other[i], 0)));

describe("confusion matrix", () => {
  it("counts rows by truth and columns by prediction; void is left out, no class is missed", () => {
    const { counts, unlabelled } = tallyLabels(
      Uint8Array.of(0, 0, 1, 1, VOID, 0),
      Uint8Array.of(0, 1, 1, 9, 1, VOID),
      [0, 1],
    );
    assert.deepEqual(Array.from(counts), [1, 1, 0, 1]);
    assert.deepEqual(Array.from(unlabelled), [1, 1]);
    assert.deepEqual(classCounts({ ids: [0, 1], counts, unlabelled })[1], { tp: 1, truth: 2, prediction: 2 });
  });

  it("is the whole when the parts are merged, also over different classes", () => {
    fc.assert(
      fc.property(labelMap(40), labelMap(40), fc.integer({ min: 0, max: 40 }), (truth, prediction, cut) => {
        const ids = [0, 1, 2, 3];
        const part = (from: number, to: number, own: readonly number[]) =>
          tallyLabels(Uint8Array.from(truth.slice(from, to)), Uint8Array.from(prediction.slice(from, to)), own);
        assert.deepEqual(mergeConfusions(part(0, cut, ids), part(cut, 40, ids)), part(0, 40, ids));
      }),
    );
    const [a, b] = [
      tallyLabels(Uint8Array.of(7), Uint8Array.of(2), [2, 7]),
      tallyLabels(Uint8Array.of(0), Uint8Array.of(7), [0, 7]),
    ];
    const merged = mergeConfusions(a, b);
    assert.deepEqual(merged.ids, [0, 2, 7]);
    assert.deepEqual(Array.from(merged.counts), [0, 0, 1, 0, 0, 0, 0, 1, 0]);
  });
});

describe("scores of label maps", () => {
  it("stay in range, do not depend on the order of pixels, and add up", () => {
    fc.assert(
      fc.property(labelMap(30), labelMap(30), (truth, prediction) => {
        const scores = scoresOf(hard(truth, prediction));
        for (const [id, value] of Object.entries(scores)) {
          const [least, most] = scoreById(id).range;
          assert.ok(value === null || (value >= least - 1e-12 && value <= most + 1e-12), `${id} = ${value}`);
        }
        assert.ok(sameScores(hard(truth, prediction), hard([...truth].reverse(), [...prediction].reverse())));
        const halves = [0, 15].map((at) => hard(truth.slice(at, at + 15), prediction.slice(at, at + 15)));
        assert.ok(sameScores(mergeEvidence(halves[0], halves[1]), hard(truth, prediction), 0));
      }),
    );
  });

  it("do not change under a permutation of the class ids", () => {
    fc.assert(
      fc.property(labelMap(30), labelMap(30), (truth, prediction) => {
        const turned = (map: readonly number[]) => map.map((id) => (id === VOID ? VOID : (id + 1) % CLASSES));
        return sameScores(hard(truth, prediction), hard(turned(truth), turned(prediction)));
      }),
    );
  });

  it("are the best there are for a perfect map, whose absent classes do not count", () => {
    const { miou, pixel_accuracy, macro_f1, dice_multiclass, lovasz_softmax } = scoresOf(
      hard([0, 2, 2, VOID], [0, 2, 2, 0]),
    );
    assert.deepEqual([miou, pixel_accuracy, macro_f1, dice_multiclass, lovasz_softmax], [1, 1, 1, 0, 0]);
  });

  it("are undefined where all is void", () => {
    const scores = scoresOf(hard([VOID, VOID], [0, 1]));
    for (const id of ["miou", "fw_iou", "pixel_accuracy", "nll", "lovasz_softmax"]) assert.equal(scores[id], null, id);
  });
});

describe("soft tallies", () => {
  it("of a hard map are those of its one-hot class maps", () => {
    fc.assert(
      fc.property(labelMap(20), labelMap(20), (truth, prediction) => {
        const { confusion } = hard(truth, prediction);
        const oneHot = classList.map(({ id }) =>
          raster(
            Float64Array.from(prediction, (other) => (other === id ? 1 : 0)),
            "probability",
            1,
          ),
        );
        const counted = tallyClassMaps(Uint8Array.from(truth), oneHot, [0, 1, 2, 3]);
        const evidence = { kind: "labels", confusion } as const;
        assert.ok(sameScores(evidence, { ...evidence, soft: counted }));
        const pixels = tallyHardMap(confusion).trueClass.positives.reduce((sum, n) => sum + n, 0);
        assert.equal(pixels, pixelsOf(confusion));
      }),
    );
  });

  it("give cross entropy, Dice and Lovász as plain loops over the pixels do", () => {
    fc.assert(
      fc.property(softPair(12), ({ truth, weights }) => {
        const p = normalised(weights);
        const scores = scoresOf(soft(truth, p));
        const counted = truth.flatMap((id, i) => (id === VOID ? [] : [i]));
        if (counted.length === 0) return;
        const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
        assert.ok(closeTo(scores.nll, mean(counted.map((i) => -Math.log(p[truth[i]][i]))), 1e-9));
        const dice = classList.map(({ id }) => {
          const sum = (of: (i: number) => number) => counted.reduce((total, i) => total + of(i), 0);
          const inClass = (i: number) => (truth[i] === id ? 1 : 0);
          return (2 * sum((i) => inClass(i) * p[id][i]) + 1) / (sum(inClass) + sum((i) => p[id][i]) + 1);
        });
        assert.ok(closeTo(scores.dice_multiclass, 1 - mean(dice), 1e-9));
        const present = classList.filter(({ id }) => truth.includes(id));
        assert.ok(
          closeTo(scores.lovasz_softmax, mean(present.map(({ id }) => lovasz(truth, p[id], id, counted))), 1e-9),
        );
      }),
    );
  });

  it("leave out the background, or count classes that the truth lacks, where that is asked for", () => {
    fc.assert(
      fc.property(softPair(12), fc.constantFrom(0, 1, 5), ({ truth, weights }, smooth) => {
        const p = normalised(weights);
        const evidence = soft(truth, p);
        const counted = truth.flatMap((id, i) => (id === VOID ? [] : [i]));
        if (counted.length === 0) return;
        const coefficients = classList.slice(1).flatMap(({ id }) => {
          const sum = (of: (i: number) => number) => counted.reduce((total, i) => total + of(i), 0);
          const inClass = (i: number) => Number(truth[i] === id);
          return [(2 * sum((i) => inClass(i) * p[id][i]) + smooth) / (sum(inClass) + sum((i) => p[id][i]) + smooth)];
        });
        const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
        const without = scoreById("dice_multiclass").evaluate(evidence, { smooth, background: "left out" });
        assert.ok(closeTo(without, 1 - mean(coefficients), 1e-9));
        const all = scoreById("lovasz_softmax").evaluate(evidence, { classes: "all" });
        assert.ok(closeTo(all, mean(classList.map(({ id }) => lovasz(truth, p[id], id, counted))), 1e-9));
      }),
    );
  });

  it("leave out a class that neither map has where nothing smooths it", () => {
    const dice = (background: string) =>
      scoreById("dice_multiclass").evaluate(hard([0, 1, 1], [0, 1, 0]), { smooth: 0, background });
    assert.ok(closeTo(dice("included"), 1 / 3, 1e-12));
    assert.ok(closeTo(dice("left out"), 1 / 3, 1e-12));
    const nothing = scoreById("dice_multiclass").evaluate(hard([0, 0], [0, 0]), { smooth: 0, background: "left out" });
    assert.equal(nothing, null);
  });

  it("give the whole when the parts are merged, hard parts too", () => {
    fc.assert(
      fc.property(softPair(10), softPair(10), (a, b) => {
        const [p, q] = [normalised(a.weights), normalised(b.weights)];
        const whole = soft(
          [...a.truth, ...b.truth],
          p.map((map, id) => [...map, ...q[id]]),
        );
        assert.ok(sameScores(mergeEvidence(soft(a.truth, p), soft(b.truth, q)), whole));
        const oneHot = p.map((_, id) => b.truth.map((own) => (own === id ? 1 : 0)));
        const mixed = mergeEvidence(soft(a.truth, p), hard(b.truth, b.truth));
        assert.ok(sameScores(mixed, mergeEvidence(soft(a.truth, p), soft(b.truth, oneHot))));
      }),
    );
  });

  it("of float maps shrink to a grid that hardly moves the scores", () => {
    const n = 2 * MOST_LEVELS;
    const truth = Array.from({ length: n }, (_, i) => i % 2);
    const p = Array.from({ length: n }, (_, i) => ((i * 0.618034) % 1) ** 3);
    const zero = p.map(() => 0);
    const evidence = soft(truth, [p, p.map((value) => 1 - value), zero, zero]);
    const small = compactLabels(evidence);
    for (const tally of [...(small.soft?.classes ?? []), ...(small.soft ? [small.soft.trueClass] : [])]) {
      assert.ok(
        tally.levels.length <= 3 * MOST_LEVELS && tally.levels.every((level, i, all) => i === 0 || level > all[i - 1]),
      );
    }
    const [exact, rounded] = [scoresOf(evidence), scoresOf(small)];
    for (const id of ["nll", "dice_multiclass", "lovasz_softmax"]) assert.ok(closeTo(exact[id], rounded[id], 1e-5), id);
    const tiny = soft(
      [0, 1],
      [
        [0.5, 0.5],
        [0.5, 0.5],
        [0, 0],
        [0, 0],
      ],
    );
    assert.deepEqual(tiny.soft && compactSoft(tiny.soft), tiny.soft);
  });
});

/** Berman's algorithm 1, sorting. */
function lovasz(truth: readonly number[], p: readonly number[], id: number, counted: readonly number[]): number {
  const pixels = counted
    .map((i) => ({ y: truth[i] === id ? 1 : 0, error: truth[i] === id ? 1 - p[i] : p[i] }))
    .sort((a, b) => b.error - a.error);
  const all = pixels.reduce((sum, { y }) => sum + y, 0);
  let [inside, outside, before, loss] = [0, 0, 0, 0];
  for (const { y, error } of pixels) {
    inside += y;
    outside += 1 - y;
    const jaccard = 1 - (all - inside) / (all + outside);
    loss += error * (jaccard - before);
    before = jaccard;
  }
  return loss;
}
