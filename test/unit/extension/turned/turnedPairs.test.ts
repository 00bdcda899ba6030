import assert from "node:assert/strict";
import { scoreById } from "../../../../src/core/catalogue.js";
import { rank } from "../../../../src/extension/ranking/ranking.js";
import { turnedPairs } from "../../../../src/extension/turned/turnedPairs.js";
import { pairRow } from "../fixtures.js";

describe("pairs under settings that are turned", () => {
  const pairs = [pairRow(2, "c", { iou: 0.9, hd95: 1 }), pairRow(0, "a", { iou: 0.1, hd95: 2 })];

  it("have the scores that were evaluated again, by their index, and the others as scored", () => {
    const turned = turnedPairs(pairs, new Map([["iou", Float64Array.of(0.8, Number.NaN, 0.2)]]));
    assert.deepEqual(
      turned.map(({ name, scores }) => [name, scores]),
      [
        ["c", { iou: 0.2, hd95: 1 }],
        ["a", { iou: 0.8, hd95: 2 }],
      ],
    );
    const { pairs: ranked, mean } = rank({ pairs: turned, failures: [] }, scoreById("iou"), false);
    assert.deepEqual(
      ranked.map(({ name }) => name),
      ["c", "a"],
    );
    assert.equal(mean, 0.5);
    assert.deepEqual(pairs[0]?.scores, { iou: 0.9, hd95: 1 }, "the run keeps what was scored");
  });

  it("are undefined where the score is, or where no tally was kept", () => {
    const turned = turnedPairs(pairs, new Map([["iou", Float64Array.of(Number.NaN)]]));
    assert.deepEqual(
      turned.map(({ scores }) => scores.iou),
      [null, null],
    );
  });

  it("are left alone where nothing is turned, and where they are no binary masks", () => {
    assert.equal(turnedPairs(pairs, new Map()), pairs);
    const labels = { ...pairRow(0, "l", { miou: 0.5 }), kind: "labels" as const };
    assert.deepEqual(turnedPairs([labels], new Map([["iou", Float64Array.of(1)]])), [labels]);
  });
});
