import assert from "node:assert/strict";
import fc from "fast-check";
import { truthBits } from "../../../../src/core/boundary/bitMask.js";
import { diagnose, type Finding, subjectOf } from "../../../../src/core/diagnosis/index.js";
import { bestOffset, overlapAt } from "../../../../src/core/diagnosis/offset.js";
import { applyEdits, type Edit } from "../../../../src/core/whatIf/edits.js";
import { shift } from "../../../../src/core/whatIf/rearrange.js";
import { anyMasks } from "../boundary/support.js";
import { anyPair, type Pair, pairOf } from "../support.js";

const SIDE = 48;

/** Two shapes without symmetry, soft at the edge, predicted well. */
function healthy(): Pair {
  const inside = (x: number, y: number) =>
    Math.max(8 - Math.hypot(x - 14, (y - 12) / 1.4), 5 - Math.hypot((x - 33) / 1.5, y - 20));
  const cells = Array.from({ length: SIDE * SIDE }, (_, i) => inside(i % SIDE, Math.floor(i / SIDE)));
  return pairOf(
    SIDE,
    cells.map((depth) => (depth > 0 ? 1 : 0)),
    cells.map((depth, i) => Math.round(Math.min(250, Math.max(5, 128 + 60 * (depth + (i % SIDE < 11 ? 0.7 : 0)))))),
  );
}

const idsOf = ({ truth, prediction }: Pair, grays = 0): string[] =>
  findings({ truth, prediction }, grays).map(({ id }) => id);
const findings = ({ truth, prediction }: Pair, grays = 0): Finding[] =>
  diagnose(subjectOf(truth, prediction, 0.5, grays));

/** The healthy pair, its prediction spoilt. */
const spoilt = (...edits: readonly Edit[]): Pair => {
  const { truth, prediction } = healthy();
  return { truth, prediction: applyEdits(truth, prediction, edits) };
};

/** The healthy pair, its stored values changed one by one. */
const stored = (change: (value: number, i: number) => number): Pair => {
  const { truth, prediction } = healthy();
  return pairOf(SIDE, Array.from(truth.pixels), Array.from(prediction.samples, change));
};

describe("diagnosis", () => {
  it("finds nothing wrong with a healthy pair, nor with a perfect or an empty one", () => {
    assert.deepEqual(idsOf(healthy()), []);
    assert.deepEqual(idsOf(pairOf(4, [0, 1, 1, 0], [0, 255, 255, 0])), []);
    assert.deepEqual(idsOf(pairOf(2, [2, 2], [0, 255])), []);
  });

  it("finds a mask that is inverted, flipped, turned or transposed, and undoes it", () => {
    for (const edit of [
      { do: "invert" },
      { do: "flip", as: "horizontal" },
      { do: "flip", as: "vertical" },
      { do: "flip", as: "both" },
      { do: "flip", as: "transpose" },
    ] as const) {
      const [found, ...others] = findings(spoilt(edit));
      assert.equal(found?.id, edit.do === "invert" ? "inverted" : "flipped");
      assert.deepEqual(found.edits, [edit]);
      assert.deepEqual(others, []);
    }
  });

  it("finds a shift, and the way back", () => {
    for (const [dx, dy] of [
      [3, 0],
      [-2, 4],
      [0, -5],
    ]) {
      const [found] = findings(spoilt({ do: "shift", dx, dy }));
      assert.equal(found?.id, "shifted");
      assert.deepEqual(found.edits, [{ do: "shift", dx: 0 - dx, dy: 0 - dy }]);
    }
  });

  it("finds a mask that is too large or too small, and by how much", () => {
    const hard = { do: "binarise", threshold: 0.5 } as const;
    const [large] = findings(spoilt(hard, { do: "dilate" }, { do: "dilate" }));
    assert.deepEqual([large?.id, large?.edits.length], ["too_large", 2]);
    const [small] = findings(spoilt(hard, { do: "erode" }, { do: "erode" }));
    assert.deepEqual([small?.id, small?.edits.length], ["too_small", 2]);
  });

  it("finds values on another scale, and tells them from a threshold that is too high", () => {
    const [ones] = findings(stored((value) => Math.round(value / 255)));
    assert.deepEqual([ones?.id, ones?.evidence.stored, ones?.edits], ["scale", 1, [{ do: "stretch" }]]);
    const [percent] = findings(stored((value) => Math.min(100, Math.round((value * 100) / 240))));
    assert.deepEqual([percent?.id, percent?.evidence.stored], ["scale", 100]);
    const [high] = findings(stored((value) => Math.round(value * 0.45)));
    assert.equal(high?.id, "threshold_off");
    assert.ok(high.threshold !== undefined && high.threshold < 0.5);
  });

  it("says that nothing is predicted where no other threshold or scale would do", () => {
    assert.deepEqual(idsOf(stored(() => 0)), ["empty_prediction", "saturated"]);
  });

  it("counts confidently wrong pixels, and calls a hard mask hard", () => {
    const found = findings(spoilt({ do: "shift", dx: 3, dy: 0 }, { do: "binarise", threshold: 0.5 })).find(
      ({ id }) => id === "saturated",
    );
    assert.match(found?.sentence ?? "", /The mask is hard/);
    assert.equal(found?.evidence.soft, 0);
  });

  it("finds false objects and specks, which are none", () => {
    const block = (value: number, i: number) => (i % SIDE > 40 && i > SIDE * 40 ? 255 : value);
    assert.deepEqual(idsOf(stored(block)), ["false_objects", "saturated"]);
    const dots = (value: number, i: number) =>
      i % SIDE > 38 && i % 3 === 0 && Math.floor(i / SIDE) % 3 === 0 && i > SIDE * 30 ? 200 : value;
    assert.deepEqual(idsOf(stored(dots)), ["specks"]);
  });

  it("says when only specks differ", () => {
    const { truth, prediction } = healthy();
    const hard = Array.from(truth.pixels, (value, i) => (i === 5 * SIDE + 40 ? 200 : value * 250));
    assert.deepEqual(idsOf(pairOf(SIDE, Array.from(truth.pixels), hard)), ["only_specks"]);
    assert.ok(prediction.samples.length > 0);
  });

  it("tells of a truth that was resized, whatever else is wrong", () => {
    assert.deepEqual(idsOf(healthy(), 7), ["resized_truth"]);
    assert.deepEqual(idsOf(spoilt({ do: "invert" }), 7), ["inverted", "resized_truth"]);
  });

  it("never throws, and says plain numbers", () => {
    fc.assert(
      fc.property(anyPair, fc.double({ min: 0, max: 1, noNaN: true }), ({ truth, prediction }, threshold) => {
        for (const { evidence, sentence } of diagnose(subjectOf(truth, prediction, threshold, 0))) {
          assert.ok(Object.values(evidence).every(Number.isFinite), JSON.stringify(evidence));
          assert.ok(!/NaN|Infinity/.test(sentence), sentence);
        }
      }),
    );
  });
});

describe("the search for an offset", () => {
  it("counts what two masks have in common at any offset", () => {
    fc.assert(
      fc.property(anyMasks, fc.integer({ min: -40, max: 40 }), fc.integer({ min: -8, max: 8 }), ([a, b], dx, dy) => {
        const moved = shift({ ...b, samples: b.pixels, maximum: 1, meaning: "probability" }, dx, dy);
        const common = a.pixels.reduce((sum, value, i) => sum + value * moved[i], 0);
        assert.equal(overlapAt(truthBits(a), truthBits(b), { dx, dy }), common);
      }),
    );
  });

  it("finds the way back of a large mask that was moved far", () => {
    const width = 300;
    const pixels = Uint8Array.from({ length: width * width }, (_, i) => {
      const [x, y] = [i % width, Math.floor(i / width)];
      return Math.hypot(x - 120, y - 140) < 30 || Math.hypot(x - 200, y - 90) < 14 ? 1 : 0;
    });
    const mask = { width, height: width, pixels };
    const moved = shift({ ...mask, samples: pixels, maximum: 1, meaning: "probability" }, 17, -13);
    const found = bestOffset([truthBits(mask)], [truthBits({ ...mask, pixels: Uint8Array.from(moved) })], 19);
    assert.deepEqual([found.dx, found.dy], [-17, 13]);
  });
});
