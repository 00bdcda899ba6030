import assert from "node:assert/strict";
import fc from "fast-check";
import { scoreById } from "../../../src/core/catalogue.js";
import { evaluate, gatherEvidence } from "../../../src/core/evaluate.js";
import type { Evidence } from "../../../src/core/evidence.js";
import { EvidenceSum } from "../../../src/core/evidenceSum.js";
import { gatherLabels } from "../../../src/core/labels/evidence.js";
import { perThreshold } from "../../../src/core/metrics/perThreshold.js";
import { matchInstances } from "../../../src/core/objects/fromIds.js";
import type { Raster } from "../../../src/core/raster.js";
import { defaultSettings } from "../../../src/core/settings.js";
import { symmetricScores } from "../../../src/core/statistics/agreement.js";
import { hardCounts } from "../../../src/core/sums.js";
import { anyPair, closeTo, type Pair, pairOf } from "./support.js";

const scoresOf = (evidence: Evidence, settings = defaultSettings) => evaluate(evidence, settings);
const gather = ({ truth, prediction }: Pair, settings = defaultSettings) => gatherEvidence(truth, prediction, settings);

/** Two hard masks of one size, as truth and as prediction. */
const hardMasks = fc
  .tuple(fc.integer({ min: 1, max: 14 }), fc.integer({ min: 1, max: 14 }))
  .chain(([width, height]) => {
    const mask = fc.array(fc.integer({ min: 0, max: 1 }), { minLength: width * height, maxLength: width * height });
    return fc.record({ width: fc.constant(width), a: mask, b: mask });
  });

const asPair = (width: number, truth: readonly number[], prediction: readonly number[]) =>
  pairOf(
    width,
    truth,
    prediction.map((value) => 255 * value),
  );

describe("truth and prediction in each other's place", () => {
  it("leave every symmetric score of binary masks as it is, distances too", () => {
    const symmetric = [...symmetricScores.binary, "mean_iou", "mean_iou_bgfg", "dice", "jaccard", "squared_dice"];
    fc.assert(
      fc.property(hardMasks, ({ width, a, b }) => {
        const settings = { ...defaultSettings, spacing: [0.5, 2] as const };
        const [one, other] = [asPair(width, a, b), asPair(width, b, a)].map((pair) =>
          scoresOf(gather(pair, settings), settings),
        );
        for (const id of symmetric) assert.ok(closeTo(one[id], other[id], 1e-12), `${id}: ${one[id]}, ${other[id]}`);
        assert.equal(one.precision, other.recall);
        assert.equal(one.object_precision, other.object_recall);
        assert.equal(one.objects_missed, other.objects_false);
        assert.equal(one.objects_split, other.objects_merged);
      }),
    );
  });

  it("leave the symmetric scores of label maps as they are", () => {
    const ids = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 25, maxLength: 25 });
    const raster = (samples: readonly number[]): Raster => ({
      width: 5,
      height: 5,
      samples: Uint8Array.from(samples),
      meaning: "class",
      maximum: 255,
    });
    const classes = [0, 1, 2, 3].map((id) => ({ id }));
    fc.assert(
      fc.property(ids, ids, (a, b) => {
        const [one, other] = [
          [a, b],
          [b, a],
        ].map(([truth, prediction]) =>
          scoresOf(gatherLabels({ truth: raster(truth), prediction: raster(prediction), classes })),
        );
        for (const id of [...symmetricScores.labels, "dice_multiclass"])
          assert.ok(closeTo(one[id], other[id], 1e-12), id);
      }),
    );
  });
});

describe("instance maps", () => {
  const side = 8;
  const ids = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: side * side, maxLength: side * side });
  const evidenceOf = (truth: readonly number[], prediction: readonly number[]): Evidence => ({
    kind: "objects",
    objects: matchInstances(Uint16Array.from(truth), Uint16Array.from(prediction), side, side, null),
  });
  const moved = (map: readonly number[], from: (at: number) => number) => map.map((_, at) => map[from(at)]);

  it("keep their symmetric scores when truth and prediction change places", () => {
    fc.assert(
      fc.property(ids, ids, (a, b) => {
        const [one, other] = [scoresOf(evidenceOf(a, b)), scoresOf(evidenceOf(b, a))];
        for (const id of symmetricScores.objects) assert.ok(closeTo(one[id], other[id], 1e-12), id);
      }),
    );
  });

  it("keep every score when both are flipped, transposed or numbered otherwise", () => {
    const moves: ReadonlyArray<(at: number) => number> = [
      (at) => at - (at % side) + (side - 1 - (at % side)),
      (at) => side * (side - 1 - Math.floor(at / side)) + (at % side),
      (at) => side * (at % side) + Math.floor(at / side),
    ];
    fc.assert(
      fc.property(ids, ids, fc.double({ min: 0, max: 0.99, noNaN: true }), (truth, prediction, matchIou) => {
        const settings = { ...defaultSettings, matchIou };
        const scores = scoresOf(evidenceOf(truth, prediction), settings);
        for (const from of moves) {
          const turned = scoresOf(evidenceOf(moved(truth, from), moved(prediction, from)), settings);
          for (const id of Object.keys(scores)) assert.ok(closeTo(turned[id], scores[id], 1e-9), id);
        }
        const numbered = scoresOf(
          evidenceOf(
            truth.map((id) => id * 300),
            prediction.map((id) => (id === 0 ? 0 : 60000 - id)),
          ),
          settings,
        );
        for (const id of Object.keys(scores)) assert.ok(closeTo(numbered[id], scores[id], 1e-9), id);
      }),
    );
  });
});

describe("the order of images", () => {
  it("does not matter to the sum of their evidence", () => {
    fc.assert(
      fc.property(fc.array(anyPair, { minLength: 2, maxLength: 5 }), fc.nat(), (pairs, turn) => {
        const parts = pairs.map((pair) => gather(pair));
        const at = turn % parts.length;
        const total = (list: readonly Evidence[]) => {
          const sum = new EvidenceSum();
          for (const evidence of list) sum.add(evidence);
          const whole = sum.total();
          assert.ok(whole);
          return scoresOf(whole);
        };
        const [one, other] = [total(parts), total([...parts.slice(at), ...parts.slice(0, at)].reverse())];
        for (const id of Object.keys(one)) assert.ok(closeTo(one[id], other[id], 1e-12), id);
      }),
    );
  });
});

describe("what must rise or fall", () => {
  const unit = fc.double({ min: 0, max: 1, noNaN: true });

  it("true and false positives fall with the threshold", () => {
    fc.assert(
      fc.property(anyPair, unit, unit, (pair, s, t) => {
        const { pixels } = gather(pair);
        const [low, high] = [Math.min(s, t), Math.max(s, t)].map((threshold) => hardCounts(pixels, threshold));
        assert.ok(low.tp >= high.tp && low.fp >= high.fp && low.fn <= high.fn && low.tn <= high.tn);
      }),
    );
  });

  it("the normalised surface distance rises with its tolerance, to 1 at the Hausdorff distance", () => {
    fc.assert(
      fc.property(hardMasks, fc.double({ min: 0, max: 20, noNaN: true }), unit, ({ width, a, b }, tolerance, part) => {
        const evidence = gather(asPair(width, a, b));
        const nsd = (value: number) => scoreById("nsd1").evaluate(evidence, { tolerance: value });
        const [less, more] = [nsd(tolerance * part), nsd(tolerance)];
        if (less === null || more === null) return;
        assert.ok(less <= more);
        const hd = scoreById("hd").evaluate(evidence, {});
        if (hd !== null) assert.equal(nsd(hd + 1e-9), 1);
      }),
    );
  });

  it("the best threshold is the best there is, and the lowest of equals", () => {
    fc.assert(
      fc.property(anyPair, unit, (pair, other) => {
        const evidence = gather(pair);
        const { best_iou: best, best_threshold: at } = scoresOf(evidence);
        const iou = (threshold: number) => scoreById("iou").evaluate(evidence, { threshold });
        if (best === null || at === null) {
          assert.ok(evidence.pixels.positives.every((n) => n === 0));
          return;
        }
        assert.equal(iou(at), best);
        assert.ok((iou(other) ?? 0) <= best);
        // Any lower threshold at which the mask is another one is worse.
        for (const level of [...evidence.pixels.levels].map((value) => value / evidence.pixels.maximum)) {
          const isOther = hardCounts(evidence.pixels, level).tp + hardCounts(evidence.pixels, level).fp;
          const own = hardCounts(evidence.pixels, at).tp + hardCounts(evidence.pixels, at).fp;
          if (level < at && isOther !== own) assert.ok((iou(level) ?? 0) < best, `${level} before ${at}`);
        }
      }),
    );
  });

  it("values by threshold average to the scores that are their means", () => {
    const mean = (values: ReadonlyArray<number | null> = []) =>
      values.reduce<number>((sum, value) => sum + (value ?? 0), 0) / values.length;
    fc.assert(
      fc.property(anyPair, (pair) => {
        const evidence = gather(pair);
        const { iou, object_ap } = perThreshold(evidence);
        const scores = scoresOf(evidence);
        if (scores.mean_iou !== null) assert.ok(closeTo(mean(iou), scores.mean_iou, 1e-12));
        if (scores.object_ap !== null) assert.ok(closeTo(mean(object_ap), scores.object_ap, 1e-12));
      }),
    );
    assert.deepEqual(
      perThreshold({
        kind: "labels",
        confusion: { ids: [], counts: new Float64Array(0), unlabelled: new Float64Array(0) },
      }),
      {},
    );
  });
});
