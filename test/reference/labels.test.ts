import assert from "node:assert/strict";
import { scoreById } from "../../src/core/catalogue.js";
import { gatherLabels } from "../../src/core/labels/evidence.js";
import { perThreshold } from "../../src/core/metrics/perThreshold.js";
import { matchInstances } from "../../src/core/objects/fromIds.js";
import { countsAbove, type ObjectMatches } from "../../src/core/objects/match.js";
import type { ParameterValues } from "../../src/core/parameters.js";
import type { Raster } from "../../src/core/raster.js";
import { pairs, type ReferencePair } from "./golden.js";
import { mapOutcomes } from "./outcomes/defaults.js";
import { faults } from "./outcomes/outcome.js";

/** Relative 1e-6: the peers worked in float64. */
function assertClose(actual: unknown, expected: unknown, what: string): void {
  if (Array.isArray(expected)) {
    assert.ok(Array.isArray(actual) && actual.length === expected.length, `${what}: ${actual}`);
    for (const [i, value] of expected.entries()) assertClose(actual[i], value, `${what}[${i}]`);
  } else {
    assert.ok(
      Math.abs(Number(actual) - Number(expected)) <= 1e-6 * Math.max(1e-6, Math.abs(Number(expected))),
      `${what}: ${actual}, expected ${expected}`,
    );
  }
}

describe("label maps of the reference", () => {
  it("have the names of their classes where these are listed", () => {
    const [pair]: ReadonlyArray<ReferencePair & { readonly classes?: readonly string[] }> = pairs.filter(
      ({ task }) => task === "multiclass",
    );
    const { row, outcomes } = mapOutcomes(pair, pair.classes);
    assert.deepEqual(faults(outcomes), []);
    assert.deepEqual(
      row.classes?.map(({ name }) => name),
      pair.classes,
    );
  });
});

const raster = (samples: Raster["samples"]): Raster => {
  return { width: samples.length, height: 1, samples, meaning: "class", maximum: 255 };
};

function labelScore(y: readonly number[], p: readonly number[], id: string): number | null {
  const ids = [...new Set([...y, ...p])].filter((value) => value !== 255).sort();
  const evidence = gatherLabels({
    truth: raster(Uint8Array.from(y)),
    prediction: raster(Uint8Array.from(p)),
    classes: ids.map((value) => ({ id: value })),
  });
  return scoreById(id).evaluate(evidence);
}

/** Dice of softmax probabilities of two classes. */
function softDice(logits: ReadonlyArray<readonly number[]>, y: readonly number[], values: ParameterValues): number {
  const sums = y.map((_, i) => logits.reduce((sum, map) => sum + Math.exp(map[i]), 0));
  const maps = logits.map((map) => raster(Float64Array.from(map, (x, i) => Math.exp(x) / sums[i])));
  const evidence = gatherLabels({
    truth: raster(Uint8Array.from(y)),
    prediction: raster(new Uint8Array(y.length)),
    classes: logits.map((_, id) => ({ id })),
    probabilities: maps.map((map) => ({ ...map, maximum: 1, meaning: "probability" })),
  });
  return Number(scoreById("dice_multiclass").evaluate(evidence, values));
}

const match = (y: readonly number[], p: readonly number[], width = y.length) =>
  matchInstances(Uint16Array.from(y), Uint16Array.from(p), width, y.length / width, null);

const objectScore = (objects: ObjectMatches, id: string, iou = 0.5) =>
  scoreById(id).evaluate({ kind: "objects", objects }, { iou });

/** Matches of a matrix of IoUs, truth by prediction. */
function ofMatrix(matrix: ReadonlyArray<readonly number[]>): ObjectMatches {
  const cells = matrix.flatMap((row, truth) => row.map((iou, prediction) => ({ truth, prediction, iou })));
  const shared = cells.filter(({ iou }) => iou > 0);
  return {
    ...match([0], [0]),
    truth: matrix.length,
    prediction: matrix[0].length,
    ious: Float64Array.from(shared.map(({ iou }) => iou).filter((iou) => iou > 0.5)),
    pairs: {
      truth: Uint32Array.from(shared, ({ truth }) => truth),
      prediction: Uint32Array.from(shared, ({ prediction }) => prediction),
      iou: Float64Array.from(shared, ({ iou }) => iou),
    },
  };
}

/** n copies of an id. */
const times = (n: number, id: number): number[] => new Array<number>(n).fill(id);

describe("reference vectors: labels", () => {
  it("16 MONAI softmax Dice, mean over images and classes", () => {
    const first = softDice(
      [
        [-1, 0, 1],
        [1, 0, -1],
      ],
      [1, 0, 0],
      { smooth: 1e-4 },
    );
    const second = softDice(
      [
        [0, 0, 0],
        [0, 0, 0],
      ],
      [1, 1, 0],
      { smooth: 1e-4 },
    );
    assertClose((first + second) / 2, 0.383713, "16");
  });

  it("45, 47 Keras mean IoU, void left out", () => {
    assertClose(labelScore([0, 0, 1, 1], [0, 1, 0, 1], "miou"), 1 / 3, "45");
    assertClose(labelScore([0, 1, 2, 255], [0, 1, 1, 1], "miou"), 0.5, "47");
  });

  it("48 scikit-learn jaccard_score: by label, in total, by sample", () => {
    const [y, p] = [
      [0, 1, 1, 1, 0, 0],
      [1, 1, 1, 1, 0, 1],
    ];
    const iou = (at: readonly number[]) => {
      const evidence = gatherLabels({
        truth: raster(Uint8Array.from(at, (i) => y[i])),
        prediction: raster(Uint8Array.from(at, (i) => p[i])),
        classes: [{ id: 0 }, { id: 1 }],
      });
      const [, fp, fn, tp] = evidence.confusion.counts;
      return tp / (tp + fp + fn);
    };
    assertClose((iou([0, 3]) + iou([1, 4]) + iou([2, 5])) / 3, 2 / 3, "48 macro");
    assertClose(iou([0, 1, 2, 3, 4, 5]), 3 / 5, "48 micro");
    assertClose((iou([0, 1, 2]) + iou([3, 4, 5])) / 2, 7 / 12, "48 samples");
  });
});

describe("reference vectors: objects", () => {
  it("66 MONAI panoptic quality at .5 and at .3", () => {
    const objects = match(
      [1, 1, 2, 1, 0, 0, 0, 0, 1, 3, 0, 0, 4, 3, 3, 3],
      [0, 1, 1, 1, 0, 0, 0, 0, 2, 0, 3, 3, 4, 2, 2, 0],
      4,
    );
    assertClose(objectScore(objects, "pq"), 0.25, "66 PQ");
    assertClose(objectScore(objects, "sq", 0.3), 0.6, "66 SQ at .3");
    assertClose(objectScore(objects, "rq", 0.3), 0.75, "66 RQ at .3");
    assertClose(objectScore(objects, "pq", 0.3), 0.45, "66 PQ at .3");
  });

  /** Three true and four predicted objects; IoU 14/25 and 2/3. */
  const figure = match(
    [...times(20, 1), ...times(5, 0), ...times(2, 2), 0, 3, ...times(2, 0)],
    [...times(6, 0), ...times(14, 1), ...times(5, 1), ...times(3, 2), 0, 3, 4],
  );

  it("70 MetricsReloaded panoptic quality", () => {
    assert.deepEqual([figure.truth, figure.prediction], [3, 4]);
    assertClose(objectScore(figure, "pq"), 1.2266666666666666 / 3.5, "70");
  });

  it("section 7: AP, F1 and F2 by threshold and their means", () => {
    const { object_ap, object_f1, object_f2 } = perThreshold({ kind: "objects", objects: figure });
    const mean = (values: ReadonlyArray<number | null>) => values.reduce<number>((sum, v) => sum + Number(v), 0) / 10;
    const steps = (first: number, second: number) => [...times(2, first), ...times(2, second), ...times(6, 0)];
    assertClose(object_ap, steps(2 / 5, 1 / 6), "AP");
    assertClose(object_f1, steps(4 / 7, 2 / 7), "F1");
    assertClose(object_f2, steps(0.625, 0.3125), "F2");
    assertClose(objectScore(figure, "object_ap"), 0.34 / 3, "mean AP");
    assertClose(mean(object_f1), 1.2 / 7, "mean F1");
    assertClose(mean(object_f2), 0.1875, "mean F2");
  });

  it("71 StarDist: a square moved by half its side", () => {
    const [y, p] = [new Array<number>(10000).fill(0), new Array<number>(10000).fill(0)];
    for (let i = 10; i < 20; i++) for (let j = 10; j < 20; j++) [y[100 * i + j], p[100 * (i + 5) + j]] = [1, 1];
    const objects = match(y, p, 100);
    assert.deepEqual(countsAbove(objects, 0.5), { tp: 0, fp: 1, fn: 1 });
    assert.deepEqual(countsAbove(objects, 0.3), { tp: 1, fp: 0, fn: 0 });
    assert.equal(objects.pairs.iou[0], 1 / 3);
  });

  it("72 StarDist: five discs moved by 0, 5 and 10", () => {
    const side = 256;
    const disc = (shift: number) =>
      Array.from({ length: side * side }, (_, i) => {
        const [x, y] = [i % side, Math.floor(i / side) - shift];
        const at = [0, 1, 2, 3, 4].find((k) => (x - 25 - 50 * k) ** 2 + (y - 100) ** 2 <= 20 ** 2);
        return at === undefined ? 0 : at + 1;
      });
    for (const shift of [0, 5, 10]) {
      const objects = match(disc(0), disc(shift), side);
      const [iou] = objects.pairs.iou;
      assert.deepEqual(countsAbove(objects, 0.5 * iou), { tp: 5, fp: 0, fn: 0 });
      assert.deepEqual(countsAbove(objects, 2 * iou), { tp: 0, fp: 5, fn: 5 });
    }
  });

  it("73 below .5 the matching is the largest, where greedy matches fewer", () => {
    assert.equal(
      countsAbove(
        ofMatrix([
          [0.45, 0.4],
          [0.42, 0],
        ]),
        0.3,
      ).tp,
      2,
    );
  });

  it("74 the number of matches goes before their IoU; an IoU of exactly .5 does not match", () => {
    assert.equal(
      countsAbove(
        ofMatrix([
          [0.31, 0.45],
          [0.29, 0.31],
        ]),
        0.3,
      ).tp,
      2,
    );
    assert.equal(countsAbove(match([1, 1, 0], [0, 1, 0]), 0.5).tp, 0);
    assert.equal(countsAbove(match([1, 1, 0], [0, 1, 0]), 0.49).tp, 1);
  });
});
