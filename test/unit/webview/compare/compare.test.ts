import assert from "node:assert/strict";
import type { ComparisonView } from "../../../../src/protocol/comparison.js";
import { admit, createColumns } from "../../../../webview/compare/columns.js";
import { arranged, imageRows } from "../../../../webview/compare/order.js";

const NONE = Number.NaN;

/** Two scores of two models on three images. */
const view: ComparisonView = {
  runs: ["r1", "r2"],
  truth: "gt",
  models: [
    { name: "a", folder: "a", scored: "" },
    { name: "b", folder: "b", scored: "" },
  ],
  images: ["x", "y", "z"],
  scores: ["bce", "iou"],
  headline: ["iou", "bce"],
  values: Float64Array.of(1, 2, 3, 1, 1, NONE, 0.5, 0.75, NONE, 0.75, 0.25, 1),
  micro: Float64Array.of(2, 1, 0.5, NONE),
  leftOut: [],
  stated: [],
};

describe("the numbers of the page that compares models", () => {
  const columns = createColumns(view);

  it("are read from one list, by score and model", () => {
    assert.deepEqual(columns.of("bce"), [
      [1, 2, 3],
      [1, 1, null],
    ]);
    assert.deepEqual(columns.of("iou")[1], [0.75, 0.25, 1]);
    assert.deepEqual([columns.micro("bce", 1), columns.micro("iou", 1)], [1, null]);
  });

  it("are those of the core", () => {
    const { n, leftOut, standings } = columns.board("iou");
    assert.deepEqual([n, leftOut, standings[0].model, standings[0].mean], [2, 1, 0, 0.625]);
    const { wins, ties, losses } = columns.duel("bce", 0, 1);
    assert.deepEqual([wins, ties, losses], [1, 1, 0]);
    assert.equal(columns.duel("bce", 1, 0).losses, 1);
  });
});

describe("the choices of the page that compares models", () => {
  it("begin with the best-known score and the first two models", () => {
    assert.deepEqual(admit(null, view), { score: "iou", baseline: 0, challenger: 1 });
  });

  it("are kept as far as they fit", () => {
    const kept = { score: "bce", baseline: 1, challenger: 0 };
    assert.deepEqual(admit(kept, view), kept);
    assert.deepEqual(admit({ ...kept, score: "hd" }, view), { ...kept, score: "iou" });
    for (const wrong of [{ baseline: 2 }, { challenger: 1 }, { baseline: -1 }, { challenger: 0.5 }]) {
      assert.deepEqual(admit({ ...kept, ...wrong }, view), { score: "bce", baseline: 0, challenger: 1 });
    }
  });
});

describe("the order of images", () => {
  const rows = imageRows(["Polyp", "ship", "river", "leaf"], [0.5, 0.9, null, 0.4], [0.7, 0.2, 0.3, 0.4], "higher");
  const names = (list: ReturnType<typeof arranged>) => list.map(({ name }) => name);

  it("has the biggest regression first, and what cannot be compared last", () => {
    const order = { by: "difference", ascending: true } as const;
    assert.deepEqual(names(arranged(rows, order, "")), ["ship", "leaf", "Polyp", "river"]);
    assert.deepEqual(names(arranged(rows, { ...order, ascending: false }, "")), ["Polyp", "leaf", "ship", "river"]);
    const losses = imageRows(["a", "b"], [1, 1], [3, 0], "lower");
    assert.deepEqual(names(arranged(losses, order, "")), ["a", "b"]);
    assert.deepEqual(
      losses.map(({ difference, improvement }) => [difference, improvement]),
      [
        [2, -2],
        [-1, 1],
      ],
    );
  });

  it("is by either model's score, or as they came", () => {
    assert.deepEqual(names(arranged(rows, { by: "baseline", ascending: true }, "")), [
      "leaf",
      "Polyp",
      "ship",
      "river",
    ]);
    assert.deepEqual(names(arranged(rows, { by: "challenger", ascending: false }, "")), [
      "Polyp",
      "leaf",
      "river",
      "ship",
    ]);
    assert.deepEqual(names(arranged(rows, { by: "image", ascending: false }, "")), ["leaf", "river", "ship", "Polyp"]);
  });

  it("keeps the names that contain a text, in whatever case", () => {
    assert.deepEqual(names(arranged(rows, { by: "image", ascending: true }, " P ")), ["Polyp", "ship"]);
  });
});
