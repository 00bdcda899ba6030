import assert from "node:assert/strict";
import type { PeerValue } from "../../../../src/core/conventions/index.js";
import { closeTo } from "../support.js";
import { returned, rowOf } from "./support.js";

/** Half of the truth and half of the prediction in common. */
const half = rowOf([1, 1, 0, 0], [1, 0, 1, 0]);

function near(value: PeerValue | null | undefined, expected: number, relative = 1e-12): void {
  assert.ok(typeof value === "number" && closeTo(value, expected, relative), `${value} is not ${expected}`);
}

describe("what libraries return for binary masks, by hand", () => {
  it("log Dice of SMP: smooth twice, a floor of 1e-7, and 0 where the truth is empty", () => {
    near(returned("smp", "log_dice", half), Math.LN2);
    near(returned("smp", "log_dice", half, { overrides: { log_dice: { smooth: 1 } } }), -Math.log(4 / 6));
    near(returned("smp", "log_dice", rowOf([1, 0], [0, 1])), -Math.log(1e-7));
    assert.equal(returned("smp", "log_dice", rowOf([0, 0], [0, 1])), 0);
  });

  it("overlap of MONAI: nan where the truth is empty, predicted or not", () => {
    near(returned("monai", "iou", half), 1 / 3);
    near(returned("monai", "f1", half), 1 / 2);
    for (const probability of [0, 1]) {
      const empty = rowOf([0, 0], [probability, 0]);
      assert.equal(returned("monai", "iou", empty), "nan");
      assert.equal(returned("monai", "f1", empty), "nan");
    }
  });

  it("focal + Dice of MONAI is the sum of its two losses", () => {
    const soft = rowOf([1, 1, 0, 0], [0.75, 0.5, 0.25, 0.125]);
    const overrides = { focal_dice: { alpha: 0.25, smooth: 1 }, dice: { smooth: 1 }, focal: { alpha: 0.25 } };
    const parts = ["focal", "dice"].map((id) => Number(returned("monai", id, soft, { overrides })));
    near(returned("monai", "focal_dice", soft, { overrides }), parts[0] + parts[1]);
  });

  it("focal of MONAI without alpha weighs both classes 1, with alpha a quarter and three", () => {
    const soft = rowOf([1, 0], [0.75, 0.5]);
    const [positive, negative] = [-(0.25 ** 2) * Math.log(0.75), -(0.5 ** 2) * Math.log(0.5)];
    near(returned("monai", "focal", soft, {}, "alpha=None"), (positive + negative) / 2);
    near(returned("monai", "focal", soft), (0.25 * positive + 0.75 * negative) / 2);
  });

  it("focal of Keras without class balancing", () => {
    const soft = rowOf([1, 0], [0.75, 0.25]);
    near(returned("keras", "focal", soft, {}, "apply_class_balancing=False"), -(0.25 ** 2) * Math.log(0.75), 1e-6);
    const skewed = rowOf([1, 0], [0.5, 0.75]);
    const terms = [-(0.5 ** 2) * Math.log(0.5), -(0.75 ** 2) * Math.log(0.25)];
    near(returned("keras", "focal", skewed, {}, "apply_class_balancing=False"), (terms[0] + terms[1]) / 2, 1e-6);
  });

  it("negative predictive value of MetricsReloaded", () => {
    near(returned("metrics-reloaded", "npv", rowOf([1, 1, 0, 0], [1, 0, 1, 0])), 1 / 2);
    near(returned("metrics-reloaded", "npv", rowOf([1, 0, 0], [0, 0, 0])), 2 / 3);
    assert.equal(returned("metrics-reloaded", "npv", rowOf([1, 1], [1, 1])), "nan");
    assert.equal(returned("metrics-reloaded", "npv", rowOf([1, 0], [1, 1])), 0);
  });

  it("balanced accuracy of MetricsReloaded: nan where the truth has one class only", () => {
    near(returned("metrics-reloaded", "balanced_accuracy", rowOf([1, 1, 0, 0, 0, 0], [1, 0, 1, 0, 0, 0])), 5 / 8);
    assert.equal(returned("metrics-reloaded", "balanced_accuracy", rowOf([1, 1], [1, 0])), "nan");
    assert.equal(returned("metrics-reloaded", "balanced_accuracy", rowOf([0, 0], [1, 0])), "nan");
  });

  it("correlation of torchmetrics: where a margin is empty, 1 over the root of the others, by what is more", () => {
    // Right 3, wrong 2; the margins that are not empty: 2, 3 and 5 pixels.
    const [noForeground, noBackground] = [
      rowOf([1, 1, 0, 0, 0], [0, 0, 0, 0, 0]),
      rowOf([1, 1, 1, 0, 0], [1, 1, 1, 1, 1]),
    ];
    near(returned("torchmetrics", "mcc", noForeground), 1 / Math.sqrt(30), 1e-6);
    near(returned("torchmetrics", "mcc", noBackground), 1 / Math.sqrt(30), 1e-6);
    assert.equal(returned("torchmetrics", "mcc", rowOf([1, 0], [1, 0])), 1);
    assert.equal(returned("torchmetrics", "mcc", rowOf([1, 0], [0, 1])), -1);
    near(returned("torchmetrics", "mcc", rowOf([1, 1, 0, 0], [1, 0, 0, 0])), 1 / Math.sqrt(3), 1e-6);
  });
});
