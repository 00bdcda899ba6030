import assert from "node:assert/strict";
import { type Spoken, spokenChange, spokenStage } from "../../../../webview/frame/spoken.js";

const stage: Spoken = {
  name: "road_0412",
  position: { rank: 17, of: 500, by: "IoU" },
  iou: 0.613,
  showing: "errors",
  size: { width: 300, height: 300 },
  threshold: 0.5,
  errors: { count: 3, largest: { side: "fn", pixels: 412, x: 20, y: 30 } },
};
const withLargest = (x: number, y: number, pixels = 9): Spoken => ({
  ...stage,
  errors: { count: 2, largest: { side: "fp", pixels, x, y } },
});

describe("the stage as it is spoken", () => {
  it("is one sentence: pair, score, regions of error, the largest and where", () => {
    assert.equal(
      spokenStage(stage),
      "Pair 17 of 500, road_0412: IoU 0.61, 3 regions of error, the largest missed, upper left, 412 pixels; showing errors",
    );
  });

  it("knows one region, none, and an undefined score", () => {
    const one: Spoken = {
      ...stage,
      position: undefined,
      errors: { count: 1, largest: { side: "fp", pixels: 1, x: 150, y: 150 } },
    };
    assert.equal(
      spokenStage(one),
      "Pair road_0412: IoU 0.61, 1 region of error, false, in the centre, 1 pixel; showing errors",
    );
    assert.equal(
      spokenStage({ ...one, iou: null, errors: { count: 0, largest: null } }),
      "Pair road_0412: IoU undefined, no errors; showing errors",
    );
  });

  for (const [x, y, place] of [
    [299, 299, "lower right"],
    [150, 0, "upper centre"],
    [0, 150, "at the left"],
    [299, 0, "upper right"],
  ] as const) {
    it(`points ${place}`, () => assert.ok(spokenStage(withLargest(x, y)).includes(`false, ${place}, 9 pixels`)));
  }

  it("says no more than what has changed", () => {
    assert.equal(spokenChange(null, stage), spokenStage(stage));
    assert.equal(spokenChange(stage, { ...stage, name: "other" }), spokenStage({ ...stage, name: "other" }));
    assert.equal(spokenChange(stage, { ...stage, showing: "truth" }), "showing truth");
    assert.equal(spokenChange(stage, stage), "");
    assert.equal(
      spokenChange(stage, { ...withLargest(20, 30), threshold: 0.6 }),
      "Threshold 0.6: IoU 0.61, 2 regions of error, the largest false, upper left, 9 pixels",
    );
    assert.equal(spokenChange(stage, { ...stage, threshold: 0.51 }), "Threshold 0.51");
  });
});
