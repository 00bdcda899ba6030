import assert from "node:assert/strict";
import { catalogue } from "../../../../src/core/catalogue.js";
import { gatherEvidence } from "../../../../src/core/evaluate.js";
import { rankRegions } from "../../../../src/core/regions/gains.js";
import { findRegions } from "../../../../src/core/regions/list.js";
import { defaultSettings, type Settings } from "../../../../src/core/settings.js";
import { type Pair, pairOf } from "../support.js";

const score = (id: string) => {
  const found = catalogue.find((one) => one.id === id);
  assert.ok(found);
  return found;
};

function ranked({ truth, prediction }: Pair, id: string, change: Partial<Settings> = {}) {
  const settings: Settings = { ...defaultSettings, families: ["pixel"], kernel: 3, ...change };
  const found = findRegions(truth, prediction, settings.threshold);
  return rankRegions(truth, prediction, found, gatherEvidence(truth, prediction, settings), score(id), settings);
}

/** A pair of one row: # right, x invented, o missed, else background; digits are p in ninths where nothing is. */
const row = (text: string): Pair =>
  pairOf(
    text.length,
    [...text].map((cell) => ("#o".includes(cell) ? 1 : 0)),
    [...text].map((cell) => ("#x".includes(cell) ? 9 : "o.".includes(cell) ? 0 : Number(cell))),
    9,
  );

describe("the order of regions", () => {
  it("is by gain, then the larger first, then the first in the picture", () => {
    // Specificity gains nothing from what is missed: equal gains, told apart by size, then by place.
    const { list, gains } = ranked(row("#.o.ooo.o.xx.x"), "specificity");
    assert.deepEqual(Array.from(list.first), [10, 13, 4, 2, 8]);
    assert.deepEqual(Array.from(gains.chosen, Math.sign), [1, 1, 0, 0, 0]);
  });

  it("puts regions without a gain last", () => {
    // With the invented region gone nothing is predicted: then precision is undefined.
    const { list, gains } = ranked(row("xx.o.o"), "precision");
    assert.deepEqual(Array.from(list.first), [3, 5, 0]);
    assert.deepEqual(Array.from(gains.chosen, Number.isNaN), [false, false, true]);
  });

  it("counts nothing found above a threshold of 1", () => {
    const { gains } = ranked(row("ooo#"), "iou", { threshold: 1 });
    assert.deepEqual(Array.from(gains.iou), [0]);
  });

  it("computes the IoU by the library whose convention is chosen", () => {
    // Of two empty masks it is undefined here, and 1 by segmentation-models-pytorch.
    const pair = row("..x.");
    assert.deepEqual(Array.from(ranked(pair, "iou").gains.chosen), [Number.NaN]);
    const [gain] = ranked(pair, "iou", { preset: "smp" }).gains.chosen;
    assert.ok(gain > 0.99 && gain <= 1, String(gain));
  });

  it("turns a loss around: what lowers it most comes first", () => {
    const { list, gains } = ranked(row("##.o.xx.6"), "bce");
    assert.ok(gains.chosen.every((gain, i) => gain > 0 && gain <= (gains.chosen[i - 1] ?? Number.POSITIVE_INFINITY)));
    assert.equal(list.first[0], 5);
    assert.equal(list.first[2], 8);
  });

  it("computes those that the IoU gains most from where there are too many", () => {
    const [width, height] = [220, 220];
    const cells = Array.from({ length: width * height }, (_, i) => {
      const [x, y] = [i % width, Math.floor(i / width)];
      // One region of two pixels, at the very end of the picture, among 12,100 of one.
      return x % 2 === 0 && (y % 2 === 0 || (y === height - 1 && x === width - 2));
    });
    const pair = pairOf(
      width,
      cells.map(() => 0),
      cells.map((cell) => (cell ? 255 : 0)),
    );
    const { list, gains } = ranked(pair, "bce");
    const computed = gains.chosen.filter((gain) => !Number.isNaN(gain)).length;
    assert.equal(list.pixels.length, 110 * 110);
    assert.equal(computed, Math.ceil(15e6 / (2000 + 256)));
    assert.equal(list.pixels[0], 2);
    assert.ok(Array.from(gains.chosen.subarray(computed)).every(Number.isNaN));
  });
});
