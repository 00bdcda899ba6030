import assert from "node:assert/strict";
import fc from "fast-check";
import { mapErrors } from "../../../../src/core/maps/mapErrors.js";
import { boxesOf } from "../../../../webview/maps/boxes.js";
import { categorical, classColour, classColours } from "../../../../webview/maps/colours.js";
import { errorRanks, placePicture } from "../../../../webview/maps/pictures.js";
import { createPixelSampler } from "../../../../webview/maps/sampler.js";
import { CLEAR, packRgb } from "../../../../webview/stage/palettes.js";
import { paint, wholeGrid } from "../paint/support.js";

const wrong = mapErrors.indexOf("wrong");

describe("pictures of label and instance maps", () => {
  it("show a single wrong pixel, however far the map is reduced", () => {
    fc.assert(
      fc.property(
        fc.record({ width: fc.integer({ min: 1, max: 90 }), height: fc.integer({ min: 1, max: 90 }) }),
        fc.double({ min: 0.01, max: 3, noNaN: true }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (size, scale, part) => {
          const at = Math.floor(part * size.width * size.height);
          const errors = new Uint8Array(size.width * size.height).fill(mapErrors.indexOf("right"));
          errors[at] = wrong;
          const sampler = createPixelSampler(size, errors, errorRanks);
          assert.ok(sampler.pick(wholeGrid(size, scale)).pixels.includes(at));
        },
      ),
    );
  });

  it("fill each class with its colour, and leave what is no class clear", () => {
    const classes = [{ id: 0 }, { id: 4, color: [1, 2, 3] as const }];
    const sampler = createPixelSampler({ width: 3, height: 1 }, new Uint8Array(3), Uint8Array.of(0));
    const out = paint(
      placePicture(sampler, Uint8Array.of(0, 1, 2), classColours(classes, null), "fill"),
      wholeGrid({ width: 3, height: 1 }, 1),
    );
    assert.deepEqual([...out], [packRgb(classColour({ id: 0 })), packRgb([1, 2, 3]), CLEAR]);
    assert.deepEqual([...classColours(classes, 1)], [CLEAR, packRgb([1, 2, 3]), CLEAR]);
  });

  it("outline touching objects apart", () => {
    const places = Uint8Array.of(1, 1, 2, 2);
    const colours = Uint32Array.of(CLEAR, 7, 9);
    const sampler = createPixelSampler({ width: 4, height: 1 }, new Uint8Array(4), Uint8Array.of(0));
    const out = paint(placePicture(sampler, places, colours, "outline"), wholeGrid({ width: 4, height: 1 }, 8));
    assert.deepEqual([...out.subarray(12, 20)], [CLEAR, CLEAR, 7, 7, 9, 9, CLEAR, CLEAR]);
  });

  it("have colours that differ from one number to the next", () => {
    const colours = Array.from({ length: 40 }, (_, i) => categorical(i).join());
    assert.equal(new Set(colours).size, 40);
  });

  it("find the boxes of objects", () => {
    const [first, second] = boxesOf(Uint8Array.of(0, 1, 0, 2, 1, 1), 3, 2);
    assert.deepEqual(first, { x: 1, y: 0, width: 2, height: 2 });
    assert.deepEqual(second, { x: 0, y: 1, width: 1, height: 1 });
  });
});
