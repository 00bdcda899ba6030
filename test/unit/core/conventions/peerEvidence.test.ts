import assert from "node:assert/strict";
import fc from "fast-check";
import { rawWeight } from "../../../../src/core/boundary/rawWeight.js";
import { gatherPeers, mergePeers } from "../../../../src/core/conventions/evidence.js";
import { kerasTorchWeight } from "../../../../src/core/conventions/kerasTorchWeight.js";
import { type BinaryMask, FOREGROUND, IGNORED } from "../../../../src/core/raster.js";
import { anyPair, pairOf } from "../support.js";

/** As Keras on torch pools: zeros after the last row and column for an even kernel, then windows cut at the border. */
function plainWeight({ width, height, pixels }: BinaryMask, kernel: number): number[] {
  const before = Math.floor((kernel - 1) / 2);
  const more = Number(kernel % 2 === 0);
  const raw = Array.from(pixels, (value, at) => {
    if (value === IGNORED) return 0;
    const [x, y] = [at % width, Math.floor(at / width)];
    let [hits, cells] = [0, 0];
    for (let row = Math.max(0, y - before); row < Math.min(height + more, y - before + kernel); row++) {
      for (let column = Math.max(0, x - before); column < Math.min(width + more, x - before + kernel); column++) {
        const inside = row < height && column < width ? pixels[row * width + column] : 0;
        if (inside === IGNORED) continue;
        cells++;
        hits += Number(inside === FOREGROUND);
      }
    }
    return rawWeight(hits / cells);
  });
  const counted = pixels.filter((value) => value !== IGNORED).length;
  const sum = raw.reduce((all, weight) => all + weight, 0);
  return raw.map((weight) => (weight * counted) / sum);
}

describe("what only conventions read of the pixels", () => {
  it("the weight of Keras on torch is that of its pooling, of any kernel", () => {
    fc.assert(
      fc.property(anyPair, fc.integer({ min: 1, max: 30 }), ({ truth }, kernel) => {
        fc.pre(truth.pixels.some((value) => value !== IGNORED));
        const [weight, plain] = [kerasTorchWeight(truth, kernel), plainWeight(truth, kernel)];
        for (const [at, value] of plain.entries())
          assert.ok(Math.abs(weight[at] - value) <= 1e-12 * Math.max(1, value));
      }),
    );
  });

  const gather = (truth: number[], prediction: number[], spacing: [number, number] = [1, 1]) => {
    const pair = pairOf(3, truth, prediction, 1);
    return gatherPeers(pair.truth, pair.prediction, 0.5, 3, spacing);
  };
  const [dot, nothing] = [
    [0, 0, 0, 0, 0, 1],
    [0, 0, 0, 0, 0, 0],
  ];

  it("distances to an empty mask are those to the place left above the corner, in the size of a pixel", () => {
    assert.deepEqual([...gather(dot, nothing).cornerSquares], [2 ** 2 + 2 ** 2]);
    assert.deepEqual([...gather(nothing, dot, [2, 3]).cornerSquares], [(2 * 2) ** 2 + (2 * 3) ** 2]);
    assert.deepEqual([...gather(dot, dot).cornerSquares], []);
  });

  it("add up over images", () => {
    const [a, b] = [gather(dot, nothing), gather([1, 0, 0, 0, 0, 0], dot)];
    const both = mergePeers(a, b);
    assert.deepEqual([...both.cornerSquares], [...a.cornerSquares, ...b.cornerSquares]);
    assert.equal(both.filledSquare, Math.max(a.filledSquare, b.filledSquare));
    assert.notEqual(a.filledSquare, b.filledSquare);
    const total = ({ negatives, positives }: typeof a.border) =>
      [...negatives, ...positives].reduce((sum, count) => sum + count, 0);
    assert.ok(Math.abs(total(both.border) - 12) < 1e-9);
    assert.ok(Math.abs(total(both.kerasTorch) - 12) < 1e-9);
    assert.ok(Math.abs(total(both.borderSquared) - total(a.borderSquared) - total(b.borderSquared)) < 1e-9);
  });
});
