import assert from "node:assert/strict";
import fc from "fast-check";
import { countBytesHere, tallyPixels } from "../../../src/core/count.js";
import { hardCounts, softSums } from "../../../src/core/sums.js";
import { mergeTallies } from "../../../src/core/tally.js";
import { pairOf } from "./support.js";

const tally = (truth: number[], samples: number[], maximum?: number) => {
  const pair = pairOf(truth.length, truth, samples, maximum);
  return tallyPixels(pair.truth, pair.prediction);
};

describe("tallyPixels", () => {
  it("counts an odd number of 8-bit pixels by value and truth", () => {
    const { negatives, positives, levels } = tally([0, 1, 0], [7, 7, 7]);
    assert.equal(levels.length, 256);
    assert.equal(negatives[7], 2);
    assert.equal(positives[7], 1);
  });

  it("leaves out ignored pixels, and their values", () => {
    const { levels, negatives, positives } = tally([0, 2, 1], [10, 20, 30], 65535);
    assert.deepEqual(Array.from(levels), [10, 30]);
    assert.deepEqual(
      [Array.from(negatives), Array.from(positives)],
      [
        [1, 0],
        [0, 1],
      ],
    );
  });

  it("keeps the distinct values of floats, sorted", () => {
    assert.deepEqual(Array.from(tally([0, 1, 1], [0.5, 0.25, 0.5], 1).levels), [0.25, 0.5]);
  });
});

describe("joint counts", () => {
  it("are those of a plain loop, ignored pixels among them, for any number of pixels", () => {
    const pixel = fc.tuple(fc.nat(2), fc.oneof(fc.constantFrom(0, 255), fc.nat(255)));
    fc.assert(
      fc.property(fc.array(pixel, { maxLength: 70 }), (pixels) => {
        const [truth, samples] = [0, 1].map((which) => Uint8Array.from(pixels, (pair) => pair[which]));
        const plain = countBytesHere(truth, samples);
        const { negatives, positives } = tallyPixels(
          { width: pixels.length, height: 1, pixels: truth },
          { width: pixels.length, height: 1, samples, meaning: "probability", maximum: 255 },
        );
        assert.deepEqual([negatives, positives], [plain.slice(0, 256), plain.slice(256, 512)]);
      }),
    );
  });
});

describe("mergeTallies", () => {
  it("meets on the probability axis when bit depths differ", () => {
    const merged = mergeTallies(tally([1], [255]), tally([0, 1], [0, 65535], 65535));
    assert.deepEqual(softSums(merged), { pixels: 3, truth: 2, prediction: 2, intersection: 2 });
  });
});

describe("hardCounts", () => {
  it("does not count a level that equals the threshold as a fraction: 153/255 is .6, 204/255 is .8", () => {
    assert.equal(hardCounts(tally([1], [153]), 0.6).tp, 0);
    assert.equal(hardCounts(tally([1], [154]), 0.6).tp, 1);
    assert.equal(hardCounts(tally([1], [204]), 0.8).tp, 0);
    assert.equal(hardCounts(tally([1], [39321], 65535), 0.6).tp, 0);
  });

  it("is exact at every threshold k / 20, as the rule in integers", () => {
    for (let k = 0; k <= 20; k++) {
      for (let value = 0; value < 256; value++) {
        assert.equal(hardCounts(tally([1], [value]), k / 20).tp === 1, 20 * value > 255 * k);
      }
    }
  });
});
