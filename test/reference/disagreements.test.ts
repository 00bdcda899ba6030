import assert from "node:assert/strict";
import { compareConventions, type PeerValue } from "../../src/core/conventions/index.js";
import { gatherEvidence } from "../../src/core/evaluate.js";
import type { Evidence } from "../../src/core/evidence.js";
import { tallyLabels } from "../../src/core/labels/confusion.js";
import { defaultSettings, type Settings } from "../../src/core/settings.js";
import { pairOf } from "../unit/core/support.js";
import { binaryEvidence, objectEvidence } from "./evidence.js";

const settings: Settings = { ...defaultSettings, compare: true };

/** p exactly at the threshold, on true pixels. */
function atThreshold(): Evidence {
  const { truth, prediction } = pairOf(2, [1, 1, 0, 0], [0.5, 0.9, 0.1, 0], 1);
  return gatherEvidence(truth, prediction, settings);
}

/** Three classes, of which the last is in neither map. */
function absentClass(): Evidence {
  const [truth, prediction] = [Uint8Array.from([0, 0, 1, 1]), Uint8Array.from([0, 0, 1, 0])];
  return { kind: "labels", confusion: tallyLabels(truth, prediction, [0, 1, 2]) };
}

type Row = readonly [
  row: number,
  about: string,
  evidence: () => Evidence,
  score: string,
  values: Readonly<Record<string, PeerValue | null>>,
];

const at = (name: string, kernel?: number) => () => binaryEvidence(name, { ...settings, ...(kernel && { kernel }) });

/** The disagreements between libraries, by their number in the list that the references were made with. */
const rows: readonly Row[] = [
  [1, "clip of BCE", at("p10_inverted"), "bce", { default: 16.1181, keras: 15.9991, torch: 100, tensorflow: 16.1181 }],
  [
    2,
    "smooth of Dice",
    at("p04_tiny_64x48"),
    "dice",
    { default: 0.8494, "monai smooth=1": 0.8494, "smp smooth=1": 0.84 },
  ],
  [3, "empty truth", at("p06_empty_gt"), "dice", { default: 0.9997, smp: 0, monai: 1, keras: 1 }],
  [3, "both empty", at("p08_both_empty"), "dice", { default: 0, smp: 0, monai: 0, keras: 1 }],
  [4, "Tversky's alpha", at("p01_blob_101"), "tversky", { default: 0.2124, smp: 0.2124, monai: 0.2124, keras: 0.2369 }],
  [5, "focal", at("p01_blob_101"), "focal", { seed: 633.13, default: 0.0328, smp: 0.0328, "smp alpha=None": 0.0545 }],
  [6, "weighted BCE", at("p01_blob_101", 41), "weighted_bce", { lyakaap: 0.2541, petrosgk: 0.2243 }],
  [7, "weighted Dice", at("p01_blob_101", 41), "weighted_dice", { lyakaap: 0.1988, petrosgk: 0.224 }],
  [
    8,
    "pooling with an even kernel",
    at("p11_all_ones"),
    "weighted_bce",
    { default: 0.34425, lyakaap: 0.34425, "lyakaap Keras 3 on torch": 0.3546 },
  ],
  [
    9,
    "0/0 of IoU",
    at("p08_both_empty"),
    "iou",
    { sklearn: 0, torchmetrics: 0, smp: 1, medpy: 1, "metrics-reloaded": "nan" },
  ],
  [9, "0/0 of F1", at("p08_both_empty"), "f1", { default: null, medpy: 1, "metrics-reloaded": 1, deepmind: "nan" }],
  [9, "0/0 of precision", at("p08_both_empty"), "precision", { medpy: 0, smp: 1, "metrics-reloaded": "nan" }],
  [10, "equality at the threshold", atThreshold, "iou", { default: 0.5, sklearn: 0.5, smp: 1 }],
  [11, "thresholds in float32", at("p01_blob_101"), "mean_iou", { default: 0.62812, "sklearn float32 p": 0.62901 }],
  [12, "drift of arange", objectEvidence, "object_ap", { stardist: 0.25667, cellpose: 0.25433, dsb2018: 0.25433 }],
  [13, "IoU of the foreground", at("p01_blob_101"), "mean_iou", { sklearn: 0.6281 }],
  [13, "IoU of both classes", at("p01_blob_101"), "mean_iou_bgfg", { keras: 0.7395 }],
  [14, "MCC, undefined", at("p06_empty_gt"), "mcc", { sklearn: 0, torchmetrics: 0.0094, "metrics-reloaded": "nan" }],
  [14, "MCC, nearly so", at("p12_single_pixel"), "mcc", { sklearn: -0.000193, torchmetrics: -0.000309 }],
  [15, "AUC of one class", at("p06_empty_gt"), "roc_auc", { sklearn: "raises", torchmetrics: 0 }],
  [16, "bins of ECE", at("p12_single_pixel"), "ece15", { torchmetrics: 0.00054, "metrics-reloaded": 0.7898 }],
  [17, "Brier", at("p01_blob_101"), "brier", { sklearn: 0.0592, "metrics-reloaded": 0.1185 }],
  [18, "boundary IoU", at("p01_blob_101"), "boundary_iou", { "boundary-iou-api": 0.4946, "metrics-reloaded": 0.4702 }],
  [
    18,
    "boundary IoU, both empty",
    at("p08_both_empty"),
    "boundary_iou",
    { "boundary-iou-api": "nan", "boundary-iou-api COCO": 0, "metrics-reloaded": 1 },
  ],
  [19, "Hausdorff, filled sets", at("p11_all_ones"), "hd", { monai: 26, deepmind: 26, "scikit-image": 7.071 }],
  [19, "Hausdorff, corners", at("p03_5x7"), "hd", { monai: Math.SQRT2, medpy: Math.SQRT2, deepmind: 1 }],
  [20, "HD95", at("p01_blob_101"), "hd95", { monai: 7.071, "metrics-reloaded": 7.071, medpy: 5.385, deepmind: 19.105 }],
  [
    21,
    "distance to nothing",
    at("p06_empty_gt"),
    "hd",
    { monai: "inf", deepmind: "inf", medpy: "raises", "metrics-reloaded": "nan" },
  ],
  [21, "distance of nothing", at("p08_both_empty"), "hd", { monai: "nan", deepmind: "inf", "metrics-reloaded": 0 }],
  [21, "NSD, empty truth", at("p06_empty_gt"), "nsd1", { monai: 0, deepmind: 0, "metrics-reloaded": 0.00127 }],
  [22, "NSD", at("p01_blob_101"), "nsd1", { monai: 0.6232, deepmind: 0.6366 }],
  [23, "PQ and void", objectEvidence, "pq", { default: 0.509, stardist: 0.509, panopticapi: 0.6291 }],
  [25, "absent class", absentClass, "miou", { sklearn: 0.38889, smp: 0.72222, keras: 0.58333, cityscapes: 0.58333 }],
];

/** Disagreements that are no number of a pair, with the reason. */
const notShown: ReadonlyArray<readonly [row: number, reason: string]> = [
  [24, "a defect of the published code on ids with gaps: the convention closes them up, and says so"],
];

describe("disagreements between libraries", () => {
  for (const [row, about, evidence, score, values] of rows) {
    it(`${row}: ${about}`, () => {
      const lines = compareConventions(evidence(), settings, score);
      for (const [label, expected] of Object.entries(values)) {
        const line = lines.find(({ preset, variant }) => [preset, variant ?? []].flat().join(" ") === label);
        assert.ok(line, `${score} has no convention "${label}"`);
        if (typeof expected !== "number") assert.equal(line.value, expected, label);
        else
          assert.ok(
            Math.abs(Number(line.value) - expected) <= 5e-3 * Math.abs(expected) + 1e-6,
            `${label}: ${line.value}, expected ${expected}`,
          );
      }
    });
  }

  it("24: the sentence of the DSB2018 convention", () => {
    const [line] = compareConventions(objectEvidence(), settings, "object_ap").filter(
      ({ preset }) => preset === "dsb2018",
    );
    assert.match(line.differs, /ids with gaps/);
  });

  it("covers all 25", () => {
    const covered = new Set([...rows, ...notShown].map(([row]) => row));
    assert.deepEqual(
      [...covered].sort((a, b) => a - b),
      Array.from({ length: 25 }, (_, i) => i + 1),
    );
  });
});
