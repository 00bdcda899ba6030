import assert from "node:assert/strict";
import { nearest } from "../../../src/core/nearest.js";

describe("nearest", () => {
  const known = ["iou", "mean_iou", "dice", "hd95"];
  for (const [name, meant] of [
    ["iuo", "iou"],
    ["IoU", "iou"],
    ["dise", "dice"],
    ["mean-iou", "mean_iou"],
    ["hd96", "hd95"],
    ["nothing", undefined],
    ["x", undefined],
  ] as const) {
    it(`takes ${name} for ${meant ?? "none"}`, () => assert.equal(nearest(name, known), meant));
  }
});
