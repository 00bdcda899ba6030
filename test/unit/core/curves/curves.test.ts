import assert from "node:assert/strict";
import fc from "fast-check";
import { tallyPixels } from "../../../../src/core/count.js";
import { histogram } from "../../../../src/core/curves/histogram.js";
import { precisionRecall } from "../../../../src/core/curves/precisionRecall.js";
import { thresholdCurves } from "../../../../src/core/curves/threshold.js";
import { evaluate, gatherEvidence } from "../../../../src/core/evaluate.js";
import { bestThreshold, plainThreshold } from "../../../../src/core/metrics/bestThreshold.js";
import { averagePrecision } from "../../../../src/core/metrics/ranking.js";
import { IGNORED } from "../../../../src/core/raster.js";
import { defaultSettings } from "../../../../src/core/settings.js";
import { anyPair, closeTo, pairOf } from "../support.js";

const tallyOf = ({ truth, prediction }: ReturnType<typeof pairOf>) => tallyPixels(truth, prediction);

describe("curves over the threshold", () => {
  it("are the scores of the catalogue at each threshold, and hold up to the next", () => {
    fc.assert(
      fc.property(anyPair, fc.nat(), (pair, pick) => {
        const { thresholds, ...curves } = thresholdCurves(tallyOf(pair));
        assert.deepEqual([thresholds[0], thresholds[thresholds.length - 1]], [0, 1]);
        const i = pick % thresholds.length;
        const evidence = gatherEvidence(pair.truth, pair.prediction, { ...defaultSettings, families: ["pixel"] });
        const up = thresholds[i + 1] ?? 1;
        const between = (thresholds[i] + 3 * up) / 4;
        for (const threshold of between < up ? [thresholds[i], between] : [thresholds[i]]) {
          const scores = evaluate(evidence, { ...defaultSettings, threshold });
          const { iou, dice, precision, recall } = curves;
          assert.deepEqual(
            [iou[i], dice[i], precision[i], recall[i]],
            [scores.iou, scores.f1, scores.precision, scores.recall],
          );
        }
      }),
    );
  });

  it("reach the best threshold", () => {
    fc.assert(
      fc.property(anyPair, (pair) => {
        const best = bestThreshold(tallyOf(pair));
        if (best) assert.equal(Math.max(...thresholdCurves(tallyOf(pair)).iou.map(Number)), best.iou);
      }),
    );
  });

  it("take 512 equal steps where there are more levels", () => {
    const samples = Array.from({ length: 2000 }, (_, i) => (i * 31) % 65536);
    const { thresholds } = thresholdCurves(
      tallyOf(
        pairOf(
          50,
          samples.map((_, i) => i % 2),
          samples,
          65535,
        ),
      ),
    );
    assert.deepEqual(
      thresholds,
      Array.from({ length: 512 }, (_, i) => i / 511),
    );
  });

  it("name every threshold once, and take each of 512 levels between 0 and 1 as it is", () => {
    const samples = Array.from({ length: 514 }, (_, i) => (i === 513 ? 65535 : i * 100));
    const { thresholds } = thresholdCurves(
      tallyOf(
        pairOf(
          257,
          samples.map((_, i) => i % 2),
          samples,
          65535,
        ),
      ),
    );
    assert.deepEqual(
      thresholds,
      samples.map((sample) => sample / 65535),
    );
  });
});

describe("the precision-recall curve", () => {
  it("has the average precision as its steps' sum", () => {
    fc.assert(
      fc.property(anyPair, (pair) => {
        const { recall, precision } = precisionRecall(tallyOf(pair));
        const area = recall.reduce((sum, r, i) => sum + (r - (recall[i - 1] ?? 0)) * precision[i], 0);
        const expected = averagePrecision.evaluate({ kind: "binary", pixels: tallyOf(pair) });
        if (expected !== null) assert.ok(closeTo(area, expected, 1e-12));
        assert.deepEqual(
          recall,
          [...recall].sort((a, b) => a - b),
        );
        if (recall.length > 0) assert.equal(recall[recall.length - 1], 1);
      }),
    );
  });

  it("is thinned, its end kept", () => {
    const samples = Array.from({ length: 20_000 }, (_, i) => (i * 31) % 65536);
    const { recall } = precisionRecall(
      tallyOf(
        pairOf(
          200,
          samples.map((_, i) => (i * i) % 2),
          samples,
          65535,
        ),
      ),
    );
    assert.ok(recall.length < 1100);
    assert.equal(recall[recall.length - 1], 1);
  });

  it("is thinned to steps that a screen shows, and no point lies further from one that is kept", () => {
    const samples = Array.from({ length: 4000 }, (_, i) => (i * 31) % 65536);
    const truth = samples.map((_, i) => ((i * i) % 7 > 2 ? 1 : 0));
    const pair = pairOf(200, truth, samples, 65535);
    const { recall, precision } = precisionRecall(tallyOf(pair));
    const step = 1 / 512;
    for (let i = 1; i < recall.length - 1; i++) {
      const [across, along] = [recall[i] - recall[i - 1], Math.abs(precision[i] - precision[i - 1])];
      assert.ok(across >= step || along >= step);
    }
    assert.ok(recall.length < truth.length / 2);
    const foreground = truth.reduce<number>((sum, y) => sum + y, 0);
    const fromTheTop = samples.map((sample, i) => ({ sample, y: truth[i] })).sort((a, b) => b.sample - a.sample);
    let [tp, seen] = [0, 0];
    for (const { y } of fromTheTop) {
      tp += y;
      seen += 1;
      const isNear = recall.some(
        (r, k) => Math.abs(r - tp / foreground) < step && Math.abs(precision[k] - tp / seen) < step,
      );
      assert.ok(isNear, `${tp} of ${seen}`);
    }
  });

  it("keeps a single point, and gives its end once", () => {
    assert.deepEqual(precisionRecall(tallyOf(pairOf(2, [1, 0], [9, 9]))), { recall: [1], precision: [0.5] });
    assert.deepEqual(precisionRecall(tallyOf(pairOf(2, [0, 0], [9, 9]))), { recall: [], precision: [] });
  });
});

describe("the histogram of p", () => {
  it("counts every pixel once, p = 1 in the last bin and exact edges in the upper", () => {
    const { edges, negatives, positives } = histogram(tallyOf(pairOf(5, [0, 0, 1, 1, 2], [0, 51, 255, 254, 9])), 5);
    assert.deepEqual(edges, [0, 0.2, 0.4, 0.6, 0.8]);
    assert.deepEqual(negatives, [1, 1, 0, 0, 0]);
    assert.deepEqual(positives, [0, 0, 0, 0, 2]);
  });
});

describe("a plain threshold", () => {
  it("cuts the mask as the exact one does, in fewer figures", () => {
    fc.assert(
      fc.property(anyPair, fc.nat(), (pair, pick) => {
        const tally = tallyOf(pair);
        const level = tally.levels[pick % tally.levels.length];
        const exact = level / tally.maximum;
        // Where all pixels are ignored there is no level.
        if (tally.levels.length === 0 || exact === 1) return;
        const plain = plainThreshold(tally, exact);
        assert.ok(plain >= exact);
        const counted = Array.from(pair.prediction.samples).filter((_, i) => pair.truth.pixels[i] !== IGNORED);
        const mask = (t: number) => counted.map((sample) => sample / pair.prediction.maximum > t);
        assert.deepEqual(mask(plain), mask(exact));
        assert.ok(String(plain).length <= String(exact).length);
      }),
    );
    const bytes = tallyOf(pairOf(1, [1], [80]));
    assert.equal(plainThreshold(bytes, 80 / 255), 0.314);
    assert.equal(plainThreshold(bytes, 0), 0);
  });
});
