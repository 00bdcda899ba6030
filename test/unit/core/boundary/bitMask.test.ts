import assert from "node:assert/strict";
import fc from "fast-check";
import {
  countBits,
  highestWithin,
  lowestBit,
  predictionBits,
  truthBits,
} from "../../../../src/core/boundary/bitMask.js";
import { IGNORED } from "../../../../src/core/raster.js";
import { anyPair, pairOf } from "../support.js";
import { anyMask, unpacked } from "./support.js";

describe("truthBits", () => {
  it("is the foreground, and spare bits are 0", () => {
    fc.assert(
      fc.property(anyMask(IGNORED), (mask) => {
        const bits = truthBits(mask);
        assert.deepEqual(
          unpacked(bits),
          Array.from(mask.pixels, (value) => (value === 1 ? 1 : 0)),
        );
        const foreground = mask.pixels.filter((value) => value === 1).length;
        assert.equal(
          bits.words.reduce((sum, word) => sum + countBits(word), 0),
          foreground,
        );
      }),
    );
  });
});

describe("predictionBits", () => {
  it("leaves out what lies exactly at the threshold, as every score of hard masks does", () => {
    for (const maximum of [255, 65535]) {
      for (const stored of [0, 1, 51, 102, 200, 254]) {
        const { truth, prediction } = pairOf(3, [0, 0, 0], [stored, stored + 1, Math.max(0, stored - 1)], maximum);
        assert.deepEqual(unpacked(predictionBits(truth, prediction, stored / maximum)), [0, 1, 0]);
        assert.equal(highestWithin(maximum, stored / maximum), stored);
      }
    }
    const { truth, prediction } = pairOf(3, [0, 0, 0], [0.3, 0.30000000000000004, 0.2], 1);
    assert.deepEqual(unpacked(predictionBits(truth, prediction, 0.3)), [0, 1, 0]);
  });

  it("is p > threshold, without ignored pixels, at every threshold and of every sample type", () => {
    const twentieths = fc.integer({ min: 0, max: 20 }).map((k) => k / 20);
    fc.assert(
      fc.property(anyPair, fc.oneof(twentieths, fc.double({ min: 0, max: 1, noNaN: true })), (pair, threshold) => {
        const { samples, maximum } = pair.prediction;
        const expected = Array.from(samples, (sample, i) =>
          sample / maximum > threshold && pair.truth.pixels[i] !== IGNORED ? 1 : 0,
        );
        assert.deepEqual(unpacked(predictionBits(pair.truth, pair.prediction, threshold)), expected);
      }),
    );
  });
});

describe("bits", () => {
  it("are counted and found in all 32 places", () => {
    assert.equal(countBits(-1), 32);
    assert.equal(countBits(0), 0);
    for (let bit = 0; bit < 32; bit++) {
      assert.equal(countBits(1 << bit), 1);
      assert.equal(lowestBit(-1 << bit), bit);
    }
  });
});
