import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { scoreById } from "../../src/core/catalogue.js";
import { compareConventions, type PeerValue, type PresetName } from "../../src/core/conventions/index.js";
import { gatherEvidence } from "../../src/core/evaluate.js";
import type { Evidence } from "../../src/core/evidence.js";
import { matchInstances } from "../../src/core/objects/fromIds.js";
import { matchObjects } from "../../src/core/objects/match.js";
import { defaultSettings } from "../../src/core/settings.js";
import { pairOf } from "../unit/core/support.js";
import { vectorsLeftOut } from "./outcomes/notCompared.js";

const settings = { ...defaultSettings, compare: true };
const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

/** Evidence of a truth and probabilities, the first rows first. */
function evidenceOf(y: readonly number[], p: readonly number[], width = y.length): Evidence {
  const { truth, prediction } = pairOf(width, y, p, 1);
  return gatherEvidence(truth, prediction, settings);
}

/** Pairs with so many pixels of each kind. */
function withCounts(tp: number, fn: number, fp: number, tn: number): Evidence {
  const times = (n: number, value: number) => new Array<number>(n).fill(value);
  return evidenceOf(
    [...times(tp + fn, 1), ...times(fp + tn, 0)],
    [...times(tp, 1), ...times(fn, 0), ...times(fp, 1), ...times(tn, 0)],
  );
}

const scoreOf = (evidence: Evidence, id: string, threshold = 0.5) => scoreById(id).evaluate(evidence, { threshold });

function peerValue(evidence: Evidence, id: string, preset: PresetName, matchIou = 0.5): PeerValue | null | undefined {
  return compareConventions(evidence, { ...settings, matchIou }, id).find(
    (line) => line.preset === preset && line.variant === undefined,
  )?.value;
}

function close(actual: unknown, expected: number, digits: number): void {
  assert.ok(Math.abs(Number(actual) - expected) <= 0.6 * 10 ** -digits, `${actual}, expected ${expected}`);
}

const corner = evidenceOf([1, 0, 1, 1], [1, 0, 0, 1], 2);

describe("reference vectors: overlap, ranking, calibration", () => {
  it("13 MONAI Dice, mean over two images", () => {
    const [x1, x2, x3, x4] = [1, -1, -1, 1].map(sigmoid);
    const images = [evidenceOf([1, 1, 1, 1], [x1, x2, x3, x4]), evidenceOf([1, 0, 1, 0], [x1, x2, x3, x4])];
    const losses = images.map((image) => scoreById("dice").evaluate(image, { smooth: 1e-4 }));
    close((Number(losses[0]) + Number(losses[1])) / 2, 0.416657, 5);
  });

  it("15 MONAI Dice by image and class, from logits", () => {
    const expected = [
      [0.296529, 0.415136],
      [0.599976, 0.428559],
    ];
    const logits = [
      [
        [-1, 0, 1],
        [1, 0, -1],
      ],
      [
        [0, 0, 0],
        [0, 0, 0],
      ],
    ];
    const labels = [
      [1, 0, 0],
      [1, 1, 0],
    ];
    for (const [image, classes] of logits.entries()) {
      for (const [id, x] of classes.entries()) {
        const truth = (labels[image] ?? []).map((label) => Number(label === id));
        const evidence = evidenceOf(truth, x.map(sigmoid));
        close(scoreById("dice").evaluate(evidence, { smooth: 1e-4 }), expected[image]?.[id] ?? 0, 6);
      }
    }
  });

  it("23 SMP Dice, truth empty", () => assert.equal(peerValue(evidenceOf([0, 0], [1, 1]), "dice", "smp"), 0));

  it("39 MONAI Dice and IoU", () => {
    close(scoreOf(corner, "f1"), 0.8, 12);
    close(scoreOf(corner, "iou"), 0.6667, 4);
  });

  it("40 MONAI Dice and IoU by image and class", () => {
    for (const [y, p, dice, iou] of [
      [[1, 0, 1, 0], [0, 0, 1, 1], 0.5, 0.3333],
      [[0, 1, 0, 0], [1, 0, 0, 0], 0, 0],
      [[1, 1, 0, 0], [1, 0, 0, 0], 0.6667, 0.5],
      [[0, 0, 1, 0], [0, 1, 1, 0], 0.6667, 0.5],
    ] as const) {
      const evidence = evidenceOf(y, p, 2);
      close(scoreOf(evidence, "f1"), dice, 4);
      close(scoreOf(evidence, "iou"), iou, 4);
    }
  });

  it("41 MONAI Dice, truth empty: nan", () => {
    for (const p of [0, 1]) assert.equal(peerValue(evidenceOf([0, 0], [p, p]), "f1", "monai"), "nan");
  });

  it("42 MetricsReloaded on the mask of 39", () => {
    for (const [id, expected, digits] of [
      ["f1", 0.8, 5],
      ["iou", 0.666664, 5],
      ["recall", 0.666664, 5],
      ["balanced_accuracy", 0.833327, 4],
      ["mcc", 0.57735, 5],
      ["kappa", 0.5, 6],
      ["boundary_iou", 0.666667, 6],
      ["nsd1", 1, 12],
      ["assd", 0.2, 6],
      ["masd", 0.166666, 5],
      ["hd", 1, 12],
      ["hd95", 0.9, 6],
    ] as const) {
      close(peerValue(corner, id, "metrics-reloaded") ?? scoreOf(corner, id), expected, digits);
    }
    close(scoreOf(corner, "hd95_pooled"), 0.8, 6);
  });

  it("43, 44 MetricsReloaded, figure 29", () => {
    for (const [evidence, expected] of [
      [withCounts(45, 5, 10, 40), { mcc: 0.7035, f1: 0.8571, precision: 0.8182, npv: 0.8889, kappa: 0.7, iou: 0.75 }],
      [withCounts(81, 9, 2, 8), { mcc: 0.5591, f1: 0.9364, npv: 0.4706, balanced_accuracy: 0.85, kappa: 0.5339 }],
    ] as const) {
      for (const [id, value] of Object.entries(expected)) close(scoreOf(evidence, id), value, 4);
    }
  });

  it("46 Keras BinaryIoU of both classes, at .3 and .5", () => {
    const evidence = evidenceOf([0, 1, 0, 1], [0.1, 0.2, 0.4, 0.7]);
    const both = (t: number) => {
      const [tp, fp, fn, tn] = ["tp", "fp", "fn", "tn"].map((id) => Number(scoreOf(evidence, id, t)));
      return (tp / (tp + fp + fn) + tn / (tn + fp + fn)) / 2;
    };
    close(both(0.3), 1 / 3, 12);
    close(both(0.5), 0.583333, 6);
  });

  it("50 torchmetrics average precision and AUROC", () => {
    const evidence = evidenceOf([0, 1, 1, 0], [0, 0.5, 0.7, 0.8]);
    close(scoreOf(evidence, "average_precision"), 0.5833, 4);
    close(scoreOf(evidence, "roc_auc"), 0.5, 12);
  });

  it("53 Brier, as usual and as MetricsReloaded sums it", () => {
    const evidence = evidenceOf([1, 0], [0.8, 0.6]);
    close(scoreOf(evidence, "brier"), 0.2, 12);
    close(peerValue(evidence, "brier", "metrics-reloaded"), 0.4, 12);
  });

  it("54 MetricsReloaded AUROC", () => {
    const evidence = evidenceOf([0, 0, 0, 1, 1, 1], [0.21, 0.35, 0.63, 0.92, 0.32, 0.79]);
    close(scoreOf(evidence, "roc_auc"), 7 / 9, 12);
  });

  it("66 MONAI panoptic quality, its epsilon and its assignment", () => {
    const prediction = Uint8Array.from([0, 1, 1, 1, 0, 0, 0, 0, 2, 0, 3, 3, 4, 2, 2, 0]);
    const truth = Uint8Array.from([1, 1, 2, 1, 0, 0, 0, 0, 1, 3, 0, 0, 4, 3, 3, 3]);
    const evidence: Evidence = { kind: "objects", objects: matchInstances(truth, prediction, 4, 4, null) };
    close(peerValue(evidence, "pq", "monai"), 0.25, 4);
    close(peerValue(evidence, "sq", "monai", 0.3), 0.6, 4);
    close(peerValue(evidence, "rq", "monai", 0.3), 0.75, 4);
  });

  it("74 StarDist counts matches first, MONAI sums their IoU; at exactly .5 StarDist matches", () => {
    // Objects of a million pixels, with IoU .31, .45 / .29, .31.
    const ious = [
      [0.31, 0.45],
      [0.29, 0.31],
    ];
    const table = {
      truthSizes: Float64Array.from([0, 1e6, 1e6]),
      predictionSizes: Float64Array.from([0, 1e6, 1e6]),
      overlaps: ious.flatMap((row, truth) =>
        row.map((iou, prediction) => ({
          truth: truth + 1,
          prediction: prediction + 1,
          pixels: (2e6 * iou) / (1 + iou),
        })),
      ),
    };
    const evidence: Evidence = { kind: "objects", objects: matchObjects(table) };
    close(peerValue(evidence, "object_recall", "stardist", 0.3), 1, 12);
    close(peerValue(evidence, "rq", "monai", 0.3), 0.5, 5);
    const half: Evidence = {
      kind: "objects",
      objects: matchInstances(Uint8Array.from([1, 1, 0]), Uint8Array.from([0, 1, 0]), 3, 1, null),
    };
    assert.equal(peerValue(half, "object_recall", "stardist"), 1);
    assert.equal(scoreOf(half, "object_recall"), 0);
  });
});

describe("the table of vectors", () => {
  it("is covered row by row", () => {
    const sources = readdirSync(__dirname)
      .filter((file) => file.endsWith(".test.ts"))
      .map((file) => readFileSync(join(__dirname, file), "utf8"))
      .join("\n");
    const named = new Set<number>(vectorsLeftOut.map(([row]) => row));
    for (const [, rows] of sources.matchAll(/"(\d+(?:(?:, |–)\d+)*) [A-Za-zω−]/g)) {
      const [first = 0, last = first] = rows.split(/, |–/).map(Number);
      for (let row = first; row <= last; row++) named.add(row);
    }
    const all = [
      [1, 17],
      [20, 48],
      [50, 51],
      [53, 57],
      [60, 62],
      [65, 66],
      [70, 75],
    ] as const;
    const missing = all.flatMap(([from, to]) =>
      Array.from({ length: to - from + 1 }, (_, i) => from + i).filter((row) => !named.has(row)),
    );
    assert.deepEqual(missing, []);
  });
});
