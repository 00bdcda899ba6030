import assert from "node:assert/strict";
import fc from "fast-check";
import { defaultSettings } from "../../../../src/core/settings.js";
import { sharedMeans } from "../../../../src/scoring/follow/shared.js";

const rows = (scores: Readonly<Record<string, number | null>>) =>
  new Map(Object.entries(scores).map(([name, iou]) => [name, { scores: { iou } }]));

describe("two moments over the images that both have", () => {
  it("leave out what only one of them has, and what is undefined in either", () => {
    const before = rows({ a: 0.2, b: 0.4, c: null, gone: 1 });
    const now = rows({ a: 0.6, b: null, c: 0.9, fresh: 0 });
    assert.deepEqual(sharedMeans(before, now, defaultSettings), {
      before: { iou: 0.2 },
      now: { iou: 0.6 },
      n: { iou: 1 },
    });
  });

  it("count undefined scores where the settings give them a number", () => {
    const settings = { ...defaultSettings, emptyPolicy: "one" } as const;
    const shared = sharedMeans(rows({ a: 0, b: null }), rows({ a: 0.5, b: 0.5 }), settings);
    assert.deepEqual(shared, { before: { iou: 0.5 }, now: { iou: 0.5 }, n: { iou: 2 } });
  });

  it("are nothing without an image of both", () => {
    assert.equal(sharedMeans(undefined, rows({ a: 1 }), defaultSettings), null);
    assert.equal(sharedMeans(rows({ b: 1 }), rows({ a: 1 }), defaultSettings), null);
  });

  it("differ by the mean of the differences, image by image", () => {
    const scores = fc.dictionary(
      fc.constantFrom("a", "b", "c", "d", "e"),
      fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
    );
    fc.assert(
      fc.property(scores, scores, (before, now) => {
        const differences = Object.keys(now).flatMap((name) => {
          const [x, y] = [before[name], now[name]];
          return typeof x === "number" && typeof y === "number" ? [y - x] : [];
        });
        const shared = sharedMeans(rows(before), rows(now), defaultSettings);
        assert.equal(shared?.n.iou ?? 0, differences.length);
        if (differences.length === 0) return;
        const mean = differences.reduce((sum, difference) => sum + difference, 0) / differences.length;
        assert.ok(Math.abs(Number(shared?.now.iou) - Number(shared?.before.iou) - mean) < 1e-12);
      }),
    );
  });
});
