import assert from "node:assert/strict";
import fc from "fast-check";
import { findSpecks } from "../../../../src/core/maps/specks.js";
import { connectedComponents } from "../../../../src/core/objects/components.js";
import { atOnce } from "../../../../src/core/steps.js";

const anyMap = fc
  .record({ width: fc.integer({ min: 1, max: 14 }), height: fc.integer({ min: 1, max: 14 }) })
  .chain(({ width, height }) =>
    fc
      .array(fc.constantFrom(0, 0, 0, 1, 2), { minLength: width * height, maxLength: width * height })
      .map((kinds) => ({ width, height, kinds })),
  );

/** Boxes of the small components, by the components of all pixels. */
function byComponents(kinds: readonly number[], width: number, height: number): string[] {
  return [1, 2].flatMap((kind) => {
    const { ids, count } = connectedComponents(
      Uint8Array.from(kinds, (own) => Number(own === kind)),
      width,
      height,
    );
    return Array.from({ length: count }, (_, i) => [...ids.keys()].filter((at) => ids[at] === i + 1))
      .filter((pixels) => pixels.length <= 3)
      .map((pixels) => {
        const [xs, ys] = [pixels.map((at) => at % width), pixels.map((at) => Math.floor(at / width))];
        const [x, y] = [Math.min(...xs), Math.min(...ys)];
        return JSON.stringify({ x, y, width: Math.max(...xs) - x + 1, height: Math.max(...ys) - y + 1 });
      });
  });
}

describe("specks", () => {
  it("are the components of one to three pixels, each once", () => {
    fc.assert(
      fc.property(anyMap, ({ width, height, kinds }) => {
        const pixels = {
          width,
          height,
          truth: new Uint8Array(kinds.length),
          prediction: Uint8Array.from(kinds),
        };
        const found = atOnce(findSpecks(pixels, Uint8Array.of(0, 1, 2, 0, 0, 0, 0, 0, 0))).map((box) =>
          JSON.stringify(box),
        );
        assert.deepEqual(found.sort(), byComponents(kinds, width, height).sort());
      }),
      { numRuns: 300 },
    );
  });

  it("leave out the frays of an edge", () => {
    const truth = Uint8Array.from({ length: 60 }, (_, i) => Number(i % 10 < 5));
    const wrong = [14, 28, 41];
    const prediction = truth.map((y, i) => (wrong.includes(i) ? 1 - y : y));
    const found = atOnce(findSpecks({ width: 10, height: 6, truth, prediction }, Uint8Array.of(0, 1, 2, 0, 0, 0)));
    assert.deepEqual(
      found.map(({ x, y }) => [x, y]),
      [
        [8, 2],
        [1, 4],
      ],
    );
  });

  it("leave out frays at every side of the picture, and keep what lies in truth or background alone", () => {
    const specksOf = (rows: readonly string[]) => {
      const cells = [...rows.join("")];
      const truth = Uint8Array.from(cells, (cell) => Number("#o".includes(cell)));
      const prediction = Uint8Array.from(cells, (cell) => Number("#x".includes(cell)));
      const pixels = { width: rows[0].length, height: rows.length, truth, prediction };
      return atOnce(findSpecks(pixels, Uint8Array.of(0, 1, 2, 0, 0, 0))).map(({ x, y, width, height }) => [
        x,
        y,
        width,
        height,
      ]);
    };
    assert.deepEqual(specksOf(["o.", "##"]), []);
    assert.deepEqual(specksOf(["##", ".o"]), []);
    assert.deepEqual(specksOf(["x#", ".."]), []);
    assert.deepEqual(specksOf(["..", "#x"]), []);
    assert.deepEqual(specksOf(["...", "..x"]), [[2, 1, 1, 1]]);
    assert.deepEqual(specksOf(["###", "o##"]), [[0, 1, 1, 1]]);
    // A pixel that is background itself, among nothing but truth, is no fray: what is around it decides.
    assert.deepEqual(specksOf(["####", "#xx#", "####"]), [[1, 1, 2, 1]]);
    assert.deepEqual(specksOf(["....", ".oo.", "...."]), [[1, 1, 2, 1]]);
  });
});
