import assert from "node:assert/strict";
import { isHit, parseGate } from "../../../src/report/gate.js";

describe("gates", () => {
  it("are a figure, an operator and a limit", () => {
    assert.deepEqual(parseGate("iou<0.8"), {
      text: "iou<0.8",
      name: "iou",
      what: { figure: "mean", score: "iou" },
      operator: "<",
      limit: 0.8,
    });
    assert.deepEqual(parseGate(" delta.hd95 >= -1e-3 ")?.what, { figure: "delta", score: "hd95" });
    assert.deepEqual(parseGate("failures>0")?.what, { count: "failures" });
  });

  for (const text of ["", "iou", "iou<", "iou<high", "median.iou<1", "iou=1"]) {
    it(`refuse "${text}"`, () => assert.equal(parseGate(text), null));
  }

  it("hold at the limit only where they say so", () => {
    const hit = (text: string, value: number | null) => {
      const gate = parseGate(text);
      assert.ok(gate);
      return isHit(gate, value);
    };
    assert.deepEqual([hit("iou<0.8", 0.8), hit("iou<=0.8", 0.8), hit("iou<0.8", 0.79)], [false, true, true]);
    assert.deepEqual([hit("bce>1", 1), hit("bce>=1", 1), hit("bce>1", 2)], [false, true, true]);
  });

  it("hold for an undefined figure, which has not shown that it passes", () => {
    const gate = parseGate("iou<0.1");
    assert.ok(gate && isHit(gate, null));
  });
});
