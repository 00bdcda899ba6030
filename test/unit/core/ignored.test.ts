import assert from "node:assert/strict";
import fc from "fast-check";
import { hasIgnored } from "../../../src/core/ignored.js";
import { IGNORED } from "../../../src/core/raster.js";

describe("hasIgnored", () => {
  it("finds an ignored pixel wherever it is, and none where there is none", () => {
    const masks = fc.record({
      length: fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 16_000, max: 40_000 })),
      offset: fc.integer({ min: 0, max: 5 }),
      where: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(masks, ({ length, offset, where }) => {
        const around = new Uint8Array(offset + length + 3).fill(IGNORED);
        const pixels = around.subarray(offset, offset + length);
        for (let i = 0; i < length; i++) pixels[i] = (i * 7) % 3 === 0 ? 1 : 0;
        assert.equal(hasIgnored(pixels), false);
        if (length === 0) return;
        pixels[Math.floor(where * (length - 1))] = IGNORED;
        assert.equal(hasIgnored(pixels), true);
      }),
    );
  });
});
