import assert from "node:assert/strict";
import { type BitMask, truthBits } from "../../src/core/boundary/bitMask.js";
import { contourOf } from "../../src/core/boundary/contour.js";
import { type Spacing, UNIT_SPACING } from "../../src/core/boundary/spacing.js";
import { greaterOf, meanDistance, weightedPercentile } from "../../src/core/boundary/surfaceDistances.js";
import { type SurfaceTally, tallySurfaces } from "../../src/core/boundary/surfaceTally.js";
import { scoreById } from "../../src/core/catalogue.js";
import { gatherEvidence } from "../../src/core/evaluate.js";
import type { ParameterValues } from "../../src/core/parameters.js";
import type { BinaryMask, Raster } from "../../src/core/raster.js";
import { defaultSettings } from "../../src/core/settings.js";
import { readBinaryPair } from "../../src/scoring/readPair.js";
import { fileOf, golden, pairs } from "./golden.js";

/** Half-open box of rows and columns. */
type Box = readonly [rows: readonly [number, number], columns: readonly [number, number]];

interface Scene {
  readonly width: number;
  readonly height: number;
  readonly truth: readonly Box[];
  readonly prediction: readonly Box[];
  /** Score the background instead. */
  readonly inverted?: boolean;
  readonly spacing?: Spacing;
}

function paint({ width, height, inverted = false }: Scene, boxes: readonly Box[], on: number): Uint8Array {
  return Uint8Array.from({ length: width * height }, (_, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    const isInside = boxes.some(([rows, columns]) => y >= rows[0] && y < rows[1] && x >= columns[0] && x < columns[1]);
    return isInside === inverted ? 0 : on;
  });
}

function pairOf(scene: Scene): { truth: BinaryMask; prediction: Raster } {
  const { width, height } = scene;
  return {
    truth: { width, height, pixels: paint(scene, scene.truth, 1) },
    prediction: { width, height, samples: paint(scene, scene.prediction, 255), maximum: 255, meaning: "probability" },
  };
}

function scoreOf(scene: Scene, id: string, values: ParameterValues = {}): number | null {
  const { truth, prediction } = pairOf(scene);
  const settings = { ...defaultSettings, spacing: scene.spacing ?? UNIT_SPACING };
  return scoreById(id).evaluate(gatherEvidence(truth, prediction, settings), values);
}

function close(actual: number | null, expected: number, digits: number): void {
  assert.ok(actual !== null && Math.abs(actual - expected) <= 0.6 * 10 ** -digits, `${actual}, expected ${expected}`);
}

const square = (from: number, to: number): Box => [
  [from, to],
  [from, to],
];
const inner: Scene = { width: 14, height: 14, truth: [square(5, 9)], prediction: [square(6, 8)] };
const outer: Scene = { ...inner, prediction: [square(4, 10)] };
const speck: Scene = { width: 14, height: 14, truth: [square(1, 2), square(9, 12)], prediction: [square(9, 12)] };
const bars: Scene = {
  width: 10,
  height: 10,
  truth: [
    [
      [5, 8],
      [6, 7],
    ],
  ],
  prediction: [
    [
      [1, 4],
      [1, 2],
    ],
  ],
};
const halves: Scene = {
  width: 640,
  height: 480,
  truth: [
    [
      [0, 480],
      [60, 640],
    ],
  ],
  prediction: [
    [
      [0, 480],
      [50, 640],
    ],
  ],
};

/** Rows of the table of vectors: number, scene, score, parameters, expected value, decimals given. */
type Row = readonly [row: string, scene: Scene, id: string, values: ParameterValues, expected: number, digits: number];

const rows: readonly Row[] = [
  ["55 prediction inside", inner, "hd", {}, Math.SQRT2, 12],
  ["55 prediction inside", inner, "assd", {}, 1.103553, 6],
  ["55 prediction inside", inner, "masd", {}, 1.069036, 6],
  ["55 prediction inside", inner, "nsd1", {}, 0.75, 12],
  ["55 prediction inside", inner, "f1", {}, 0.4, 12],
  ["55 prediction inside", inner, "iou", {}, 0.25, 12],
  ["56 prediction outside", outer, "hd", {}, Math.SQRT2, 12],
  ["56 prediction outside", outer, "assd", {}, 1.051777, 6],
  ["56 prediction outside", outer, "masd", {}, 1.041421, 6],
  ["56 prediction outside", outer, "nsd1", {}, 0.875, 12],
  ["56 prediction outside", outer, "f1", {}, 0.615385, 6],
  ["56 prediction outside", outer, "iou", {}, 16 / 36, 12],
  ["57 a missed speck", speck, "hd", {}, 11.313708, 6],
  ["57 a missed speck", speck, "hd95", {}, 6.788225, 6],
  ["57 a missed speck", speck, "hd95_pooled", {}, 2.262742, 6],
  ["57 a missed speck", speck, "nsd1", {}, 0.941176, 6],
  ["section 6, a missed speck", speck, "assd", {}, 0.66551, 5],
  ["section 6, a missed speck", speck, "masd", {}, 0.62854, 4],
  ["60 tolerance 0", bars, "nsd1", { tolerance: 0 }, 0, 12],
  ["60 tolerance 5.5", bars, "nsd1", { tolerance: 5.5 }, 1 / 3, 12],
  ["60 tolerance 6", bars, "nsd1", { tolerance: 6 }, 2 / 3, 12],
  ["60 background, tolerance 2.8", { ...bars, inverted: true }, "nsd1", { tolerance: 2.8 }, 0.964286, 6],
  ["61 tolerance 0", halves, "nsd1", { tolerance: 0 }, 1 - 976 / 4252, 12],
  ["61 background, tolerance 0", { ...halves, inverted: true }, "nsd1", { tolerance: 0 }, 1 - 976 / 2132, 12],
  ["61 tolerance 10", halves, "nsd1", { tolerance: 10 }, 1, 12],
];

describe("reference vectors: boundary", () => {
  for (const [row, scene, id, values, expected, digits] of rows) {
    it(`${row}: ${id}`, () => close(scoreOf(scene, id, values), expected, digits));
  }

  it("62 surface-distance, spacing: rows 2, columns 1", () => {
    const dot = (column: number): Box => [
      [50, 51],
      [column, column + 1],
    ];
    const scene: Scene = { width: 128, height: 128, truth: [dot(70)], prediction: [dot(72)], spacing: [1, 2] };
    const { truth, prediction } = pairOf(scene);
    const bits = (pixels: Uint8Array): BitMask => truthBits({ ...truth, pixels });
    const predicted = bits(Uint8Array.from(prediction.samples, (sample) => (sample > 0 ? 1 : 0)));
    const tally = tallySurfaces(contourOf(bits(truth.pixels), [1, 2]), contourOf(predicted, [1, 2]), [1, 2]);
    close(meanDistance(tally.fromTruth), 1.5, 12);
    close(meanDistance(tally.fromPrediction), 1.5, 12);
    close(robustHausdorff(tally, 100), 2, 12);
    close(robustHausdorff(tally, 95), 2, 12);
    close(scoreOf(scene, "nsd1_contour"), 0.5, 12);
    close(scoreOf(scene, "hd"), 2, 12);
    close(scoreOf({ ...scene, spacing: [3, 2] }, "hd"), 6, 12);
    close(scoreOf(scene, "f1"), 0, 12);
  });
});

/** surface-distance compute_robust_hausdorff. */
function robustHausdorff(tally: SurfaceTally, percent: number): number | null {
  return greaterOf(tally, (distances) => weightedPercentile(distances, percent));
}

describe("reference vectors: distance-weighted losses", () => {
  const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
  const lossOf = (
    id: string,
    width: number,
    y: readonly number[],
    p: readonly number[],
    maximum: number,
    spacing: Spacing = UNIT_SPACING,
  ) => {
    const size = { width, height: y.length / width };
    const samples = maximum === 255 ? Uint8Array.from(p) : Float64Array.from(p);
    const evidence = gatherEvidence(
      { ...size, pixels: Uint8Array.from(y) },
      { ...size, samples, maximum, meaning: "probability" },
      { ...defaultSettings, spacing },
    );
    return scoreById(id).evaluate(evidence);
  };

  it("20 MONAI HausdorffDTLoss", () => {
    close(lossOf("hausdorff_dt_loss", 2, [1, 0, 1, 1], [1, -1, -1, 1].map(sigmoid), 1), 0.509329, 6);
  });

  // What scipy.ndimage.distance_transform_edt gives with the published formulas.
  const y = [1, 1, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 1, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 0, 1, 0, 1, 1, 0, 0, 1];
  const p = [
    155, 161, 63, 76, 124, 189, 74, 184, 167, 55, 99, 212, 215, 168, 1, 174, 57, 209, 233, 109, 244, 194, 83, 224, 98,
    26, 151, 217, 168, 100, 230, 122, 98, 37, 54,
  ];

  it("scipy, 7 x 5 noise: boundary loss", () => {
    close(lossOf("boundary_loss", 7, y, p, 255), -0.012750627317727964, 14);
  });

  it("scipy, 7 x 5 noise, rows of 2 and columns of 3: boundary loss", () => {
    close(lossOf("boundary_loss", 7, y, p, 255, [3, 2]), -0.6551199690967535, 14);
  });

  it("scipy, 7 x 5 noise: Hausdorff DT loss", () => {
    close(lossOf("hausdorff_dt_loss", 7, y, p, 255), 0.5999648486845718, 14);
  });

  it("are 0 where no mask has a boundary", () => {
    close(lossOf("boundary_loss", 2, [0, 0, 0, 0], [9, 8, 7, 6], 255), 0, 14);
    close(lossOf("boundary_loss", 2, [1, 1, 1, 1], [9, 8, 7, 6], 255), 0, 14);
    close(lossOf("hausdorff_dt_loss", 2, [1, 1, 1, 1], [9, 8, 7, 6], 255), 0, 14);
  });
});

describe("reference values: surface-distance", () => {
  const functions: Readonly<Record<string, (tally: SurfaceTally) => number | null>> = {
    "hd.deepmind": (tally) => robustHausdorff(tally, 100),
    "hd95.deepmind": (tally) => robustHausdorff(tally, 95),
    "asd_gt_to_pred.deepmind": ({ fromTruth }) => meanDistance(fromTruth),
    "asd_pred_to_gt.deepmind": ({ fromPrediction }) => meanDistance(fromPrediction),
  };
  for (const { name, gt, pred } of pairs.filter(({ task }) => task === "binary")) {
    it(name, () => {
      const read = readBinaryPair({ name, truth: fileOf(gt), prediction: fileOf(pred) }, defaultSettings);
      const { boundary } = gatherEvidence(read.truth, read.prediction, defaultSettings);
      assert.ok(boundary?.contours);
      for (const [key, of] of Object.entries(functions)) {
        const { value: expected } = golden[name][key];
        const actual = of(boundary.contours);
        if (typeof expected === "number") close(actual, expected, 10);
        else assert.equal(actual, expected, key);
      }
    });
  }
});
