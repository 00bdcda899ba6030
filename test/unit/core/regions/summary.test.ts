import assert from "node:assert/strict";
import fc from "fast-check";
import { hardMask } from "../../../../src/core/objects/fromMask.js";
import { findRegions } from "../../../../src/core/regions/list.js";
import { summariseErrors } from "../../../../src/core/regions/summary.js";
import { anyPair, pairOf } from "../support.js";

describe("regions of error in short", () => {
  it("counts them and finds the largest", () => {
    const { truth } = pairOf(5, [0, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 2], Array(15).fill(0));
    const hard = Uint8Array.of(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1);
    assert.deepEqual(summariseErrors(truth, hard), {
      count: 3,
      largest: { side: "fn", pixels: 4, x: 3.5, y: 0.5 },
    });
    assert.deepEqual(
      summariseErrors(
        truth,
        truth.pixels.map((pixel) => pixel & 1),
      ),
      { count: 0, largest: null },
    );
  });

  it("agrees with the list of regions", () => {
    fc.assert(
      fc.property(anyPair, fc.double({ min: 0, max: 1, noNaN: true }), ({ truth, prediction }, threshold) => {
        const { list } = findRegions(truth, prediction, threshold);
        const { count, largest } = summariseErrors(truth, hardMask(truth, prediction, threshold));
        assert.equal(count, list.pixels.length);
        assert.equal(largest?.pixels ?? 0, Math.max(0, ...list.pixels));
      }),
    );
  });
});
