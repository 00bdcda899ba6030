import assert from "node:assert/strict";
import { type LabelEvidence, mergeEvidence } from "../../../../src/core/evidence.js";
import { gatherLabels } from "../../../../src/core/labels/evidence.js";
import type { Raster } from "../../../../src/core/raster.js";
import { closeTo } from "../support.js";
import { returned } from "./support.js";

const map = (ids: readonly number[]): Raster => ({
  width: ids.length,
  height: 1,
  samples: Uint8Array.from(ids),
  maximum: 255,
  meaning: "class",
});

function labelsOf(truth: readonly number[], prediction: readonly number[], classes: readonly number[]): LabelEvidence {
  return gatherLabels({ truth: map(truth), prediction: map(prediction), classes: classes.map((id) => ({ id })) });
}

/**
 * Class 1 has 2 of 4 pixels right and none too many, class 2 has both and one too many, class 3 is only predicted, and class
 * 4 is nowhere. By hand: IoU 1/2, 2/3, 0, none; Dice 2/3, 4/5, 0, none; recall 1/2, 1, none, none.
 */
const evidence = labelsOf([1, 1, 1, 1, 2, 2], [1, 1, 2, 3, 2, 2], [1, 2, 3, 4]);

describe("what libraries return for label maps", () => {
  for (const [library, score, expected] of [
    ["monai", "miou", (1 / 2 + 2 / 3) / 2],
    ["monai", "macro_f1", (2 / 3 + 4 / 5) / 2],
    ["smp", "miou", (1 / 2 + 2 / 3 + 0 + 1) / 4],
    ["smp", "macro_f1", (2 / 3 + 4 / 5 + 0 + 1) / 4],
    ["smp", "mean_class_accuracy", (1 / 2 + 1 + 1 + 1) / 4],
    ["smp", "dice_multiclass", (1 / 3 + 1 / 5 + 0 + 0) / 4],
    ["torchmetrics", "mean_class_accuracy", (1 / 2 + 1 + 0) / 3],
    ["torchmetrics", "pixel_accuracy", 4 / 6],
  ] as const) {
    it(`${score} of ${library}`, () => {
      const value = returned(library, score, evidence);
      assert.ok(typeof value === "number" && closeTo(value, expected, 1e-12), `${value} is not ${expected}`);
    });
  }

  it("smooth is counted once by MONAI, twice by SMP", () => {
    const overrides = { dice_multiclass: { smooth: 1 } };
    const once = [1 - 5 / 7, 1 - 5 / 6, 1 - 1 / 2, 1 - 1 / 1];
    assert.ok(
      closeTo(
        Number(returned("monai", "dice_multiclass", evidence, { overrides })),
        once.reduce((sum, loss) => sum + loss) / 4,
        1e-12,
      ),
    );
    // A class that the truth lacks costs nothing.
    const twice = [1 - 6 / 8, 1 - 6 / 7, 0, 0];
    assert.ok(
      closeTo(
        Number(returned("smp", "dice_multiclass", evidence, { overrides })),
        twice.reduce((sum, loss) => sum + loss) / 4,
        1e-12,
      ),
    );
  });

  it("nothing but ignored pixels: each library's own answer", () => {
    const nothing = labelsOf([9, 9], [1, 2], [1, 2]);
    assert.equal(returned("monai", "miou", nothing), "nan");
    assert.equal(returned("torchmetrics", "mean_class_accuracy", nothing), 0);
    assert.equal(returned("torchmetrics", "pixel_accuracy", nothing), 0);
    assert.equal(returned("torchmetrics", "mcc", nothing), 0);
    assert.equal(returned("torchmetrics", "kappa", nothing), "nan");
    assert.equal(returned("sklearn", "mean_class_accuracy", nothing), "nan");
  });

  it("one class in both maps: kappa is nan, and the correlation 0", () => {
    const one = labelsOf([1, 1], [1, 1], [1, 2]);
    assert.equal(returned("torchmetrics", "kappa", one), "nan");
    assert.equal(returned("torchmetrics", "mcc", one), 0);
    assert.equal(returned("torchmetrics", "pixel_accuracy", one), 1);
  });

  it("agree with the default where nothing is undefined", () => {
    const whole = labelsOf([1, 1, 2, 2], [1, 2, 2, 2], [1, 2]);
    // 3 of 4 right; chance (2·1 + 2·3) / 16 = 1/2.
    assert.ok(closeTo(Number(returned("torchmetrics", "kappa", whole)), 1 / 2, 1e-12));
    assert.ok(closeTo(Number(returned("torchmetrics", "mcc", whole)), (3 * 4 - 8) / Math.sqrt(8 * 6), 1e-12));
    assert.ok(closeTo(Number(returned("sklearn", "mean_class_accuracy", whole)), (1 / 2 + 1) / 2, 1e-12));
  });

  it("of two images added up are those of the pixels of both", () => {
    const [a, b] = [labelsOf([1, 1, 2], [1, 2, 2], [1, 2]), labelsOf([1, 3, 3], [1, 3, 2], [1, 2, 3])];
    const both = labelsOf([1, 1, 2, 1, 3, 3], [1, 2, 2, 1, 3, 2], [1, 2, 3]);
    for (const score of ["miou", "dice_multiclass"]) {
      assert.equal(returned("smp", score, mergeEvidence(a, b)), returned("smp", score, both));
    }
  });
});
