import assert from "node:assert/strict";
import { scoreById } from "../../../../src/core/catalogue.js";
import type { FollowView } from "../../../../src/protocol/follow.js";
import { createNews } from "../../../../webview/follow/news.js";
import { pairsOf, seriesOf } from "../../../../webview/follow/series.js";
import { listedWords, whatItIsOver } from "../../../../webview/follow/words.js";

const NONE = Number.NaN;
const view: FollowView = {
  run: "r1",
  folder: "live",
  truth: "gt",
  isWatching: true,
  hasEpochs: true,
  pending: 0,
  unsettled: 0,
  withoutTruth: 0,
  failures: [],
  scores: ["bce", "iou"],
  headline: ["iou"],
  at: [1, 2],
  counts: [3, 3],
  joined: [true, true],
  means: Float64Array.of(0.5, 0.6, 0.25, 0.9),
  change: { than: "epoch 1", n: [3, 2], before: Float64Array.of(0.5, 0.6), now: Float64Array.of(0.25, 0.8) },
  names: ["a", "b", "c"],
  updates: [1, 2, 3],
  values: Float64Array.of(0.1, 0.9, 0.4, 0.2, NONE, NONE),
  before: Float64Array.of(0.2, 0.9, NONE, NONE, 0.1, 0.5),
};

describe("the page of a followed folder", () => {
  it("says by how much the images of both moments are better, whichever way the score points", () => {
    const bce = seriesOf(view, scoreById("bce"));
    assert.deepEqual([bce.mean, bce.gain, bce.than, bce.shared], [0.25, 0.25, "epoch 1", 3]);
    const iou = seriesOf(view, scoreById("iou"));
    // Not 0.3, which is what the means of different images differ by.
    assert.ok(Math.abs(Number(iou.gain) - 0.2) < 1e-12);
    assert.equal(iou.shared, 2);
  });

  it("says nothing of a change where there is nothing to compare with", () => {
    assert.equal(seriesOf({ ...view, change: null }, scoreById("bce")).gain, null);
    const undefinedBefore = { than: "round 1", n: [0, 0], before: Float64Array.of(NONE, NONE), now: view.values };
    assert.equal(seriesOf({ ...view, change: undefinedBefore }, scoreById("bce")).gain, null);
    assert.equal(seriesOf({ ...view, at: [], means: Float64Array.of() }, scoreById("iou")).mean, null);
  });

  it("says what its mean is over, and what the list has beyond that", () => {
    assert.equal(whatItIsOver(view), "epoch 2, mean over 3 images");
    assert.equal(listedWords(view), "· 3 pairs");
    const round = { ...view, hasEpochs: false, at: [1], counts: [1], unsettled: 2 };
    assert.equal(whatItIsOver(round), "round 1, mean over 1 image; round 2 is being written, 2 of 3 images so far");
    assert.equal(listedWords(round), "· 3 pairs, 2 since round 1");
    assert.equal(
      whatItIsOver({ ...round, isWatching: false }),
      "round 1, mean over 1 image; 2 images written since, in no round",
    );
    const first = { ...round, at: [], counts: [], names: ["a"], unsettled: 1 };
    assert.equal(whatItIsOver(first), "round 1 is being written, 1 of 1 image so far");
    assert.equal(listedWords(first), "· 1 pair");
  });

  it("lists pairs worst first with their change, undefined ones last", () => {
    assert.deepEqual(
      pairsOf(view, scoreById("iou")).map(({ name, gain }) => [name, gain]),
      [
        ["b", null],
        ["a", 0],
        ["c", null],
      ],
    );
    const [first, second] = pairsOf(view, scoreById("bce"));
    assert.deepEqual([first?.name, second?.name, second?.gain], ["b", "a", 0.1]);
  });

  it("marks rows that came while it was open, for a while", () => {
    let now = 1000;
    const news = createNews(() => now);
    const [a, b] = pairsOf(view, scoreById("iou"));
    news.note([a]);
    assert.equal(news.age(a), null, "it was there from the start");
    now += 500;
    news.note([a, b]);
    now += 300;
    assert.deepEqual([news.age(a), news.age(b)], [null, 300]);
    news.note([{ ...a, update: 9 }, b]);
    assert.deepEqual([news.age(a), news.age(b)], [0, 300]);
    now += 4000;
    assert.equal(news.age(a), null);
    news.note([a, b, { ...b, name: "old", update: 0 }]);
    assert.equal(news.age({ ...b, name: "old" }), null, "its file was there when the following began");
  });
});
