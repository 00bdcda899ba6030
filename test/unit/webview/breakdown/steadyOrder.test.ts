import assert from "node:assert/strict";
import { scoreById } from "../../../../src/core/catalogue.js";
import type { Reading } from "../../../../webview/breakdown/analysis.js";
import { createSteadyOrder } from "../../../../webview/breakdown/steadyOrder.js";

const reading = (id: string, value: number | null): Reading => ({
  score: scoreById(id),
  values: {},
  value,
  returned: null,
  absent: false,
  unread: value === null,
  cells: null,
  shares: null,
});
const early = [reading("iou", 0.5), reading("hd95", null), reading("dice", 0.2)];
const late = [reading("iou", 0.5), reading("hd95", 9), reading("dice", 0.2)];
const ids = (readings: readonly Reading[]) => readings.map(({ score }) => score.id);

describe("the order of scores whose values come late", () => {
  it("stands still until the last is there", () => {
    const inOrder = createSteadyOrder();
    assert.deepEqual(ids(inOrder(late, "largest", false)), ["hd95", "iou", "dice"]);
    assert.deepEqual(ids(inOrder(early, "largest", true)), ["hd95", "iou", "dice"]);
    assert.deepEqual(ids(inOrder(early, "largest", false)), ["iou", "dice", "hd95"]);
  });

  it("is another one at once where that is asked for", () => {
    const inOrder = createSteadyOrder();
    inOrder(late, "largest", false);
    assert.deepEqual(ids(inOrder(early, "smallest", true)), ["dice", "iou", "hd95"]);
    assert.deepEqual(ids(inOrder(early, "catalogue", true)), ids(early));
  });

  it("has what was not there before at its end", () => {
    const inOrder = createSteadyOrder();
    inOrder([early[0], early[2]], "smallest", false);
    assert.deepEqual(ids(inOrder(early, "smallest", true)), ["dice", "iou", "hd95"]);
  });
});
