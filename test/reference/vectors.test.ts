import assert from "node:assert/strict";
import { boxSum, cellsInside } from "../../src/core/boundary/boxSum.js";
import { rawWeight } from "../../src/core/boundary/rawWeight.js";
import { boundaryWeight } from "../../src/core/boundary/weight.js";
import { scoreById } from "../../src/core/catalogue.js";
import { gatherEvidence } from "../../src/core/evaluate.js";
import { sweep } from "../../src/core/metrics/thresholds.js";
import type { ParameterValues } from "../../src/core/parameters.js";
import type { BinaryMask, Raster } from "../../src/core/raster.js";
import { defaultSettings } from "../../src/core/settings.js";
import { hardCounts, softSums } from "../../src/core/sums.js";

/** One image of the table: truth, probabilities (maximum 1 unless given) and width. */
interface Image {
  readonly y: readonly number[];
  readonly p: readonly number[];
  readonly maximum?: number;
  readonly width?: number;
}

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

function evidenceOf({ y, p, maximum = 1, width = y.length }: Image, kernel = 50) {
  const height = y.length / width;
  const truth: BinaryMask = { width, height, pixels: Uint8Array.from(y) };
  const samples = maximum === 255 ? Uint8Array.from(p) : Float64Array.from(p);
  const prediction: Raster = { width, height, samples, maximum, meaning: "probability" };
  return gatherEvidence(truth, prediction, { ...defaultSettings, kernel });
}

const scoreOf = (image: Image, id: string, values: ParameterValues = {}, kernel?: number) =>
  scoreById(id).evaluate(evidenceOf(image, kernel), values);

function close(actual: number | null, expected: number, digits: number): void {
  assert.ok(actual !== null && Math.abs(actual - expected) <= 0.6 * 10 ** -digits, `${actual}, expected ${expected}`);
}

/** The seed's worked example: 4 x 4, truth the centre 2 x 2. */
const seed: Image = {
  y: [0, 0, 0, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 0, 0, 0],
  p: [0, 10, 20, 5, 30, 200, 180, 40, 12, 220, 90, 25, 0, 15, 35, 255],
  maximum: 255,
  width: 4,
};

/** Rows of the table of vectors: number, image, score, parameters, expected value, decimals given. */
type Row = readonly [row: string, image: Image, id: string, values: ParameterValues, expected: number, digits: number];

const identity = [1, 0, 0, 0, 1, 0, 0, 0, 1];
const logits3 = [10, -10, 10, 10, 10, -10].map(sigmoid);
const saturated: Image = { y: [1, 0, 1, 0], p: [1, 1, 1, 0] };

const monai: Image = { y: [1, 0, 1, 1], p: [1, -1, -1, 1].map(sigmoid) };
const kerasBatch: Image = {
  y: [1, 0, 1, 0, 0, 1, 0, 1, 1, 0, 1, 0, 0, 1, 0, 1],
  p: [0, 1, 0, 1, 1, 0, 1, 1, 0, 1, 0, 1, 1, 0, 1, 1],
};

const rows: readonly Row[] = [
  // Keras worked in float32 here: six decimals hold.
  ["1 keras BCE", { y: identity, p: [0.9, 0.1, 0.2, 0.3, 0.8, 0.1, 0.1, 0.2, 0.7] }, "bce", {}, 0.20046903, 6],
  ["2 keras BCE, saturated, float64", saturated, "bce", {}, 4.029524, 6],
  ["3 keras BCE from logits", { y: [1, 0, 1, 0, 1, 1], p: logits3 }, "bce", {}, 3.3333, 3],
  ["6 keras BCE, row 1", { y: [0, 1], p: [0.6, 0.4] }, "bce", {}, 0.916291, 6],
  ["6 keras BCE, row 2", { y: [0, 0], p: [0.4, 0.6] }, "bce", {}, 0.713558, 6],
  ["7 keras Dice, whole batch", kerasBatch, "dice", { smooth: 0 }, 0.777778, 6],
  ["8 keras Tversky, whole batch", kerasBatch, "tversky", { alpha: 0.2, beta: 0.8, smooth: 0 }, 0.761905, 6],
  ["9 keras Dice, image 1", { y: [1, 1, 0, 0], p: [0, 1, 0, 1] }, "dice", { smooth: 0 }, 0.5, 6],
  ["9 keras Dice, image 2", { y: [1, 1, 0, 0], p: [0.4, 0, 0, 0.9] }, "dice", { smooth: 0 }, 0.757576, 6],
  ["10 MONAI Dice", { y: [1, 0, 1, 1], p: [1, -1, -1, 1].map(sigmoid) }, "dice", { smooth: 1e-6 }, 0.307576, 6],
  ["11 MONAI Dice, squared", monai, "squared_dice", { smooth: 1e-5 }, 0.178337, 6],
  // MONAI writes 2I + s over 2 (A + B - I) + s: half its smooth is ours. Its test asks for four decimals.
  ["12 MONAI Jaccard", monai, "jaccard", { smooth: 5e-6 }, 0.470451, 5],
  ["17 MONAI Tversky", monai, "tversky", { alpha: 0.3, beta: 0.7, smooth: 1e-6 }, 0.358867, 5],
  ["17 MONAI Tversky, turned round", monai, "tversky", { alpha: 0.7, beta: 0.3, smooth: 1e-6 }, 0.247366, 5],
  ["21 SMP Jaccard", { y: [1, 1, 1, 1], p: [1, 1, 0, 0] }, "jaccard", { smooth: 0 }, 0.5, 12],
  ["21 SMP Dice", { y: [1, 1, 1, 1], p: [1, 1, 0, 0] }, "dice", { smooth: 0 }, 1 / 3, 12],
  ["24 Lovász hinge, empty truth", { y: [0, 0, 0, 0], p: [-2, -1, 0.5, 3].map(sigmoid) }, "lovasz_hinge", {}, 4, 9],
  ["25 Lovász hinge", { y: [1, 1, 0, 0], p: [2, -1, 0.5, -3].map(sigmoid) }, "lovasz_hinge", {}, 1.25, 9],
  ["26 BCE", seed, "bce", {}, 1.1684600131, 10],
  ["27 Dice, smooth 1", seed, "dice", {}, 1 - 0.6778606965, 10],
  ["27 Dice, smooth 0", seed, "dice", { smooth: 0 }, 1 - 0.6397774687, 10],
  ["27 Dice, smooth counted twice (SMP)", seed, "dice", { smooth: 2 }, 1 - 0.7086614173, 10],
  ["28 BCE − ln Dice", seed, "bce_log_dice", {}, 1.5572734876, 10],
  [
    "29 focal, seed",
    seed,
    "focal",
    { gamma: 0.75, epsilon: 1e-3, reduction: "sum", residue: "seed" },
    5.5380015753,
    10,
  ],
  [
    "29 focal, seed, gamma 2",
    seed,
    "focal",
    { gamma: 2, epsilon: 1e-3, reduction: "sum", residue: "seed" },
    5.2984676819,
    6,
  ],
  ["30 focal, sum", seed, "focal", { reduction: "sum" }, 12.2165769882, 9],
  ["30 focal, mean", seed, "focal", {}, 0.7635360618, 10],
  ["37 Lovász hinge", seed, "lovasz_hinge", {}, 3.7697525235, 10],
  ["37 Lovász-Sigmoid", seed, "lovasz_sigmoid", {}, 0.4594771242, 10],
  ["37 Lovász-Softmax", seed, "lovasz_softmax", {}, 0.3354709833, 10],
  ["38 mean IoU, two classes", seed, "mean_iou_bgfg", {}, 0.5829075092, 10],
  ["38 mean IoU", seed, "mean_iou", {}, 0.38, 12],
];

describe("reference vectors", () => {
  for (const [row, image, id, values, expected, digits] of rows) {
    it(row, () => close(scoreOf(image, id, values), expected, digits));
  }

  it("4 keras focal without alpha: gamma 2", () => {
    // Without class balance both classes weigh 1: twice the loss at alpha 1/2.
    const image: Image = { y: [1, 0, 1, 0], p: [0.9, 0.8, 0.7, 0.2] };
    close(2 * Number(scoreOf(image, "focal", { alpha: 0.5 })), 0.26803, 6);
    close(2 * Number(scoreOf({ y: [1, 0], p: [0.9, 0.8] }, "focal", { alpha: 0.5 })), 0.515547, 6);
    close(2 * Number(scoreOf({ y: [1, 0], p: [0.7, 0.2] }, "focal", { alpha: 0.5 })), 0.020513, 6);
  });

  it("5 keras focal without alpha: gamma 3, from logits", () => {
    const image: Image = { y: [1, 1, 0, 0, 1, 0], p: [1.5, -2.7, 2.9, -3.8, 1.2, -4.5].map(sigmoid) };
    close(2 * Number(scoreOf(image, "focal", { alpha: 0.5, gamma: 3 })), 0.799082, 6);
  });

  it("6 keras focal rows", () => {
    close(2 * Number(scoreOf({ y: [0, 1], p: [0.6, 0.4] }, "focal", { alpha: 0.5 })), 0.329865, 6);
    close(2 * Number(scoreOf({ y: [0, 0], p: [0.4, 0.6] }, "focal", { alpha: 0.5 })), 0.205798, 6);
  });

  it("27 the soft sums", () => {
    const sums = softSums(evidenceOf(seed).pixels);
    close(sums.intersection, 2.7058823529, 10);
    close(sums.prediction, 4.4588235294, 10);
  });

  it("30 focal without alpha", () => {
    close(2 * Number(scoreOf(seed, "focal", { alpha: 0.5 })), 1.0380587021, 10);
  });

  it("31 average pooling, kernel 3", () => {
    const hits = boxSum(Uint8Array.from(seed.y), 4, 4, 3);
    const inside = cellsInside(4, 3);
    const average = (x: number, y: number) => hits[4 * y + x] / (inside[x] * inside[y]);
    assert.deepEqual([average(0, 0), average(1, 0), average(1, 1)], [0.25, 1 / 3, 4 / 9]);
    close(rawWeight(1 / 4), 1.432524, 6);
    close(rawWeight(1 / 3), 2.172991, 6);
    close(rawWeight(4 / 9), 3.787326, 6);
  });

  it("32 the weight map, scaled to mean 1", () => {
    const weight = boundaryWeight({ width: 4, height: 4, pixels: Uint8Array.from(seed.y) }, 3);
    close(weight[0], 0.599017, 6);
    close(weight[1], 0.908647, 6);
    close(weight[5], 1.583689, 6);
  });

  it("33–35 weighted losses, kernel 3", () => {
    close(scoreOf(seed, "weighted_bce", {}, 3), 0.8245319881, 10);
    close(scoreOf(seed, "weighted_dice", {}, 3), 0.2579319569, 10);
    close(scoreOf(seed, "weighted_bce_dice", {}, 3), 1.1466712916, 10);
  });

  it("36 a kernel that sees the whole image weighs evenly", () => {
    close(scoreOf(seed, "weighted_bce", {}, 50), 1.1684600131, 10);
    close(scoreOf(seed, "weighted_bce_dice", {}, 50), 1.4905993166, 10);
  });

  it("36 so does any larger kernel, at no cost", () => {
    close(scoreOf(seed, "weighted_bce", {}, 200_000), 1.1684600131, 10);
  });

  it("38 foreground IoU by threshold", () => {
    const { pixels } = evidenceOf(seed);
    const ious = sweep.map((t) => {
      const { tp, fp, fn } = hardCounts(pixels, t);
      return tp / (tp + fp + fn);
    });
    assert.deepEqual(ious, [0.6, 0.6, 0.6, 0.6, 0.6, 0.4, 0.2, 0.2, 0, 0]);
  });

  it("SAME pooling: the two worked examples of the reference", () => {
    const image = new Uint8Array(16);
    image[9] = 1;
    const inside = cellsInside(4, 3);
    const averages = Array.from(boxSum(image, 4, 4, 3), (sum, i) => sum / (inside[i % 4] * inside[i >> 2]));
    const [a, b, c] = [1 / 6, 1 / 9, 1 / 4];
    assert.deepEqual(averages, [0, 0, 0, 0, a, b, b, 0, a, b, b, 0, c, a, a, 0]);
    const even = cellsInside(3, 2);
    const ramp = Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    const pooled = Array.from(boxSum(ramp, 3, 3, 2), (sum, i) => sum / (even[i % 3] * even[Math.floor(i / 3)]));
    assert.deepEqual(pooled, [3, 4, 4.5, 6, 7, 7.5, 7.5, 8.5, 9]);
  });
});
