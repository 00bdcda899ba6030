import assert from "node:assert/strict";
import fc from "fast-check";
import { catalogue } from "../../../src/core/catalogue.js";
import { evaluate, gatherEvidence } from "../../../src/core/evaluate.js";
import { mergeEvidence } from "../../../src/core/evidence.js";
import { FOREGROUND, IGNORED } from "../../../src/core/raster.js";
import { defaultSettings, valuesFor } from "../../../src/core/settings.js";
import { sharesByRegion } from "../../../src/core/shares.js";
import { hardCounts } from "../../../src/core/sums.js";
import { anyPair, closeTo, type Pair, pairOf } from "./support.js";

const settings = defaultSettings;
const oddKernel = { ...settings, kernel: 5 };
/** The scores that binary masks have. */
const binaryScores = catalogue.filter(({ kinds }) => kinds.includes("binary"));

const scoresOf = ({ truth, prediction }: Pair, of = settings) => evaluate(gatherEvidence(truth, prediction, of), of);

const samplesOf = ({ prediction }: Pair) => Array.from(prediction.samples);
const truthOf = ({ truth }: Pair) => Array.from(truth.pixels);

/** The pair with its pixels moved; `from` gives the source position of each target. */
function rearranged(pair: Pair, width: number, from: readonly number[]): Pair {
  const [truth, samples] = [truthOf(pair), samplesOf(pair)];
  return pairOf(
    width,
    from.map((i) => truth[i]),
    from.map((i) => samples[i]),
    pair.prediction.maximum,
  );
}

function sameScores(a: Pair, b: Pair, of = settings): boolean {
  const [x, y] = [scoresOf(a, of), scoresOf(b, of)];
  return Object.keys(x).every((id) => closeTo(x[id], y[id], 1e-9));
}

describe("properties of every score", () => {
  // Hundreds of random pairs, each scored several times: slow on a busy machine, never stuck.
  it("stays within its range", () => {
    fc.assert(
      fc.property(anyPair, (pair) => {
        const scores = scoresOf(pair);
        for (const { id, range } of binaryScores) {
          const value = scores[id];
          if (value !== null) assert.ok(value >= range[0] - 1e-12 && value <= range[1] + 1e-12, `${id} = ${value}`);
        }
      }),
    );
  });

  it("is the sum of its shares by region", () => {
    fc.assert(
      fc.property(anyPair, fc.double({ min: 0, max: 1, noNaN: true }), (pair, threshold) => {
        const evidence = gatherEvidence(pair.truth, pair.prediction, settings);
        for (const score of binaryScores) {
          const value = score.evaluate(evidence, valuesFor(score, settings));
          const shares = score.shares(evidence, valuesFor(score, settings));
          if (value === null || shares === null) continue;
          const { tp, fp, fn, tn } = sharesByRegion(evidence, shares, threshold);
          assert.ok(closeTo(tp + fp + fn + tn, value, 1e-10), `${score.id}: ${tp + fp + fn + tn}, score ${value}`);
        }
      }),
    );
  });

  it("does not change under flips and transposition, odd kernels", () => {
    fc.assert(
      fc.property(anyPair, (pair) => {
        const { width, height } = pair.truth;
        const all = Array.from({ length: width * height }, (_, i) => i);
        const flipped = all.map((i) => i - (i % width) + (width - 1 - (i % width)));
        const upended = all.map((i) => (height - 1 - Math.floor(i / width)) * width + (i % width));
        const transposed = all.map((i) => (i % height) * width + Math.floor(i / height));
        assert.ok(sameScores(pair, rearranged(pair, width, flipped), oddKernel));
        assert.ok(sameScores(pair, rearranged(pair, width, upended), oddKernel));
        assert.ok(sameScores(pair, rearranged(pair, height, transposed), oddKernel));
      }),
    );
  });

  it("changes under a flip with an even kernel, whose window is lopsided", () => {
    const pair = pairOf(4, [1, 0, 0, 0], [255, 200, 0, 0]);
    const mirrored = rearranged(pair, 4, [3, 2, 1, 0]);
    const even = { ...settings, kernel: 2 };
    assert.notEqual(scoresOf(pair, even).weighted_bce, scoresOf(mirrored, even).weighted_bce);
  });

  it("leaves ignored pixels out: what they hold does not matter", () => {
    fc.assert(
      fc.property(anyPair, fc.integer({ min: 0, max: 255 }), (pair, other) => {
        const { maximum } = pair.prediction;
        const truth = truthOf(pair);
        const value = maximum === 1 ? other / 255 : other;
        const samples = samplesOf(pair).map((sample, i) => (truth[i] === IGNORED ? value : sample));
        assert.ok(sameScores(pair, pairOf(pair.truth.width, truth, samples, maximum)));
      }),
    );
  });
});

describe("properties of the tally", () => {
  it("gives the whole when parts are merged, to the bit where sums are whole", () => {
    fc.assert(
      fc.property(fc.array(anyPair, { minLength: 2, maxLength: 5 }), fc.nat(), (pairs, cut) => {
        const parts = pairs.map((pair) => gatherEvidence(pair.truth, pair.prediction, settings));
        const at = 1 + (cut % (parts.length - 1));
        const whole = parts.reduce(mergeEvidence);
        const split = mergeEvidence(parts.slice(0, at).reduce(mergeEvidence), parts.slice(at).reduce(mergeEvidence));
        assert.deepEqual(split.pixels, whole.pixels);
        assert.deepEqual(split.objects, whole.objects);
        const [a, b] = [evaluate(split, settings), evaluate(whole, settings)];
        for (const id of Object.keys(a)) assert.ok(closeTo(a[id], b[id], 1e-12), id);
      }),
    );
  });

  it("counts what a plain loop counts at any threshold", () => {
    fc.assert(
      fc.property(anyPair, fc.double({ min: 0, max: 1, noNaN: true }), (pair, threshold) => {
        const { pixels } = gatherEvidence(pair.truth, pair.prediction, settings);
        const plain = { tp: 0, fp: 0, fn: 0, tn: 0 };
        truthOf(pair).forEach((truth, i) => {
          if (truth === IGNORED) return;
          const above = pair.prediction.samples[i] / pair.prediction.maximum > threshold;
          plain[truth === FOREGROUND ? (above ? "tp" : "fn") : above ? "fp" : "tn"]++;
        });
        assert.deepEqual(hardCounts(pixels, threshold), plain);
      }),
    );
  });

  it("sums weights as a plain loop does", () => {
    fc.assert(
      fc.property(anyPair, ({ truth, prediction }) => {
        const { weighted, pixels } = gatherEvidence(truth, prediction, settings);
        const total = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0);
        const counted = total(pixels.negatives) + total(pixels.positives);
        assert.ok(weighted && closeTo(total(weighted.negatives) + total(weighted.positives), counted, 1e-12));
      }),
    );
  });
});

describe("identities", () => {
  it("IoU and F1 are symmetric for hard masks, and F1 = 2 IoU / (1 + IoU)", () => {
    const hard = anyPair.map(({ truth, prediction }) => {
      const samples = Array.from(prediction.samples, (sample) => (sample / prediction.maximum > 0.5 ? 255 : 0));
      return pairOf(
        truth.width,
        Array.from(truth.pixels, (y) => (y === FOREGROUND ? 1 : 0)),
        samples,
      );
    });
    fc.assert(
      fc.property(hard, (pair) => {
        const swapped = pairOf(
          pair.truth.width,
          samplesOf(pair).map((sample) => sample / 255),
          truthOf(pair).map((y) => 255 * y),
        );
        const [a, b] = [scoresOf(pair), scoresOf(swapped)];
        assert.equal(a.iou, b.iou);
        assert.equal(a.f1, b.f1);
        if (a.iou !== null) assert.ok(closeTo(a.f1, (2 * a.iou) / (1 + a.iou), 1e-12));
      }),
    );
  });

  it("recall falls and specificity rises with the threshold", () => {
    fc.assert(
      fc.property(
        anyPair,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (pair, s, t) => {
          const [low, high] = [Math.min(s, t), Math.max(s, t)];
          const [a, b] = [
            scoresOf(pair, { ...settings, threshold: low }),
            scoresOf(pair, { ...settings, threshold: high }),
          ];
          if (a.recall !== null && b.recall !== null) assert.ok(a.recall >= b.recall);
          if (a.specificity !== null && b.specificity !== null) assert.ok(a.specificity <= b.specificity);
        },
      ),
    );
  });

  it("a perfect prediction is the best there is, for every loss and metric", () => {
    fc.assert(
      fc.property(anyPair, (pair) => {
        const truth = truthOf(pair);
        const perfect = pairOf(
          pair.truth.width,
          truth,
          truth.map((y) => (y === FOREGROUND ? 255 : 0)),
        );
        const [best, other] = [scoresOf(perfect), scoresOf(pair)];
        for (const { id, better } of binaryScores) {
          if (id === "best_threshold") continue; // a place, not a quality
          const [x, y] = [best[id], other[id]];
          // Counts of true pixels depend on the truth alone; losses are optimal up to their clip.
          if (x === null || y === null) continue;
          assert.ok(better === "lower" ? x <= y + 1e-6 : x >= y - 1e-12, `${id}: perfect ${x}, other ${y}`);
        }
      }),
    );
  });
});
