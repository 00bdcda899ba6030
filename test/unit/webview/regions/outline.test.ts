import assert from "node:assert/strict";
import fc from "fast-check";
import { findRegions, regionAt } from "../../../../src/core/regions/list.js";
import { outlineOf, regionBlob } from "../../../../webview/regions/outline.js";
import { anyPair } from "../../core/support.js";

describe("outline of a region", () => {
  it("has pieces as long as they can be", () => {
    const blob = { x: 10, y: 20, width: 3, height: 2, inside: Uint8Array.from([1, 1, 1, 1, 0, 0]) };
    assert.deepEqual(outlineOf(blob), [
      [10, 20, 13, 20],
      [11, 21, 13, 21],
      [10, 22, 11, 22],
      [10, 20, 10, 22],
      [11, 21, 11, 22],
      [13, 20, 13, 21],
    ]);
  });

  it("encloses the pixels of the region that the list names, and no others", () => {
    fc.assert(
      fc.property(
        anyPair.filter(({ prediction }) => prediction.maximum === 255),
        ({ truth, prediction }) => {
          const { list, labels } = findRegions(truth, prediction, 0.5);
          const isPositive = Uint8Array.from({ length: 256 }, (_, value) => (value > 127.5 ? 1 : 0));
          const pixels = { width: truth.width, truth: truth.pixels, prediction: Uint8Array.from(prediction.samples) };
          for (let row = 0; row < list.first.length; row++) {
            const { first, box } = regionAt(list, row);
            const blob = regionBlob(pixels, isPositive, first, box);
            blob.inside.forEach((inside, i) => {
              const at = (box.y + Math.floor(i / box.width)) * truth.width + box.x + (i % box.width);
              assert.equal(inside, labels.regions.ids[at] === row + 1 ? 1 : 0);
            });
          }
        },
      ),
    );
  });
});
