import assert from "node:assert/strict";
import fc from "fast-check";
import { bandWidth, countBands } from "../../../../src/core/boundary/bands.js";
import { erode } from "../../../../src/core/boundary/erode.js";
import { anyMask, anyMasks, at, bitsOf, unpacked } from "./support.js";

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe("erode", () => {
  it("keeps the centres of all-foreground squares", () => {
    fc.assert(
      fc.property(anyMask(), fc.integer({ min: 0, max: 40 }), (mask, d) => {
        const expected = Array.from(mask.pixels, (_, i) => {
          const [x, y] = [i % mask.width, Math.floor(i / mask.width)];
          for (let dy = -d; dy <= d; dy++) {
            for (let dx = -d; dx <= d; dx++) if (at(mask, x + dx, y + dy) === 0) return 0;
          }
          return 1;
        });
        assert.deepEqual(unpacked(erode(bitsOf(mask), d)), expected);
      }),
    );
  });

  it("is d erosions by 1, on a mask of several words", () => {
    const mask = { width: 150, height: 90, pixels: new Uint8Array(150 * 90).fill(1) };
    mask.pixels[40 * 150 + 75] = 0;
    for (const d of [1, 2, 3, 7, 16, 31, 32, 33, 44]) {
      let step = bitsOf(mask);
      for (let i = 0; i < d; i++) step = erode(step, 1);
      assert.deepEqual(erode(bitsOf(mask), d).words, step.words, `d = ${d}`);
    }
  });
});

describe("countBands", () => {
  it("counts what a comparison of pixels counts", () => {
    fc.assert(
      fc.property(anyMasks, fc.integer({ min: 1, max: 4 }), ([truth, prediction], d) => {
        const [y, p] = [truth, prediction].map((mask) => {
          const inner = unpacked(erode(bitsOf(mask), d));
          return Array.from(mask.pixels, (value, i) => value - inner[i]);
        });
        assert.deepEqual(countBands(bitsOf(truth), bitsOf(prediction), d), {
          truth: sum(y),
          prediction: sum(p),
          both: sum(y.map((value, i) => value * p[i])),
        });
      }),
    );
  });
});

describe("bandWidth", () => {
  it("is 2 % of the diagonal, at least 1", () => {
    assert.equal(bandWidth(1, 1), 1);
    assert.equal(bandWidth(101, 101), 3);
    assert.equal(bandWidth(1024, 1024), 29);
  });

  it("rounds halves to even, as Python does", () => {
    assert.equal(bandWidth(75, 100), 2);
    assert.equal(bandWidth(105, 140), 4);
  });
});
