import assert from "node:assert/strict";
import fc from "fast-check";
import { thumbnail } from "../../../../src/core/maps/thumbnail.js";

const ofCodes = (codes: readonly number[], width: number, edge: number) =>
  thumbnail((pixel) => codes[pixel], width, codes.length / width, edge);

describe("thumbnail", () => {
  it("keeps a map that is small already", () => {
    const { width, height, parts } = ofCodes([0, 1, 2, 3], 2, 8);
    assert.deepEqual([width, height], [2, 2]);
    assert.deepEqual([...parts], [0, 0, 0, 255, 0, 0, 0, 255, 0, 0, 0, 255]);
  });

  it("gives each cell its parts, and none to pixels that are left out", () => {
    const { width, height, parts } = ofCodes([1, 1, 2, 9], 4, 1);
    assert.deepEqual([width, height], [1, 1]);
    assert.deepEqual([...parts], [170, 85, 0]);
    assert.deepEqual([...ofCodes([9, 9, 9, 9], 2, 1).parts], [0, 0, 0]);
  });

  it("shows one wrong pixel of a million", () => {
    const { width, height, parts } = thumbnail((i) => (i === 777_777 ? 3 : 0), 1000, 1000, 64);
    assert.deepEqual([width, height], [64, 64]);
    assert.equal(parts.filter((part) => part > 0).length, 1);
  });

  it("keeps the shape of the map, and its parts are those of all pixels", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 16 }),
        fc.infiniteStream(fc.integer({ min: 0, max: 4 })),
        (width, height, edge, stream) => {
          const codes = Array.from({ length: width * height }, () => stream.next().value ?? 0);
          const small = ofCodes(codes, width, edge);
          assert.ok(Math.max(small.width, small.height) <= Math.max(1, edge));
          assert.equal(small.parts.length, 3 * small.width * small.height);
          for (const [channel, code] of [1, 2, 3].entries()) {
            const shown = small.parts.some((part, i) => i % 3 === channel && part > 0);
            assert.equal(shown, codes.includes(code));
          }
        },
      ),
    );
  });
});
