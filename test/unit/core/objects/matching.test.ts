import assert from "node:assert/strict";
import fc from "fast-check";
import { type Edges, heaviestLargestMatching } from "../../../../src/core/objects/matching.js";

/** Edges of a dense matrix; 0 is no edge. */
function edgesOf(matrix: ReadonlyArray<readonly number[]>): Edges {
  const edges = matrix.flatMap((weights, left) =>
    weights.flatMap((weight, right) => (weight > 0 ? [{ left, right, weight }] : [])),
  );
  return {
    left: edges.map(({ left }) => left),
    right: edges.map(({ right }) => right),
    weight: edges.map(({ weight }) => weight),
  };
}

/** Size and weight of the best matching, by trying all. */
function bruteForce(matrix: ReadonlyArray<readonly number[]>, row = 0, used = 0): readonly [number, number] {
  if (row === matrix.length) return [0, 0];
  let best = bruteForce(matrix, row + 1, used);
  for (const [column, weight] of matrix[row].entries()) {
    if (weight === 0 || (used & (1 << column)) !== 0) continue;
    const [size, total] = bruteForce(matrix, row + 1, used | (1 << column));
    if (size + 1 > best[0] || (size + 1 === best[0] && total + weight > best[1])) best = [size + 1, total + weight];
  }
  return best;
}

const solve = (matrix: ReadonlyArray<readonly number[]>) => {
  const edges = edgesOf(matrix);
  const chosen = heaviestLargestMatching(edges);
  const sum = chosen.reduce((total, edge) => total + edges.weight[edge], 0);
  const ends = chosen.flatMap((edge) => [`l${edges.left[edge]}`, `r${edges.right[edge]}`]);
  assert.equal(new Set(ends).size, ends.length, "no node twice");
  return [chosen.length, sum] as const;
};

describe("heaviestLargestMatching", () => {
  it("matches as many as it can, where greedy matches fewer", () => {
    assert.deepEqual(
      solve([
        [0.45, 0.4],
        [0.42, 0],
      ])[0],
      2,
    );
    assert.equal(
      solve([
        [0.51, 0.31],
        [0.31, 0],
      ])[0],
      2,
    );
  });

  it("puts the number before the weight", () => {
    assert.equal(
      solve([
        [0.31, 0.45],
        [0, 0.31],
      ])[0],
      2,
    );
  });

  it("solves components apart", () => {
    assert.deepEqual(
      solve([
        [0.3, 0, 0],
        [0, 0.4, 0.35],
        [0, 0.2, 0],
      ])[0],
      3,
    );
    assert.deepEqual(solve([]), [0, 0]);
  });

  it("is as good as trying all", () => {
    const cell = fc.oneof(fc.constant(0), fc.constant(0), fc.integer({ min: 1, max: 8 }));
    const matrix = fc
      .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
      );
    fc.assert(
      fc.property(matrix, (weights) => {
        assert.deepEqual(solve(weights), bruteForce(weights));
      }),
      { numRuns: 2000 },
    );
  });

  it("copes with a large component", () => {
    const n = 120;
    const matrix = Array.from({ length: n }, (_, i) =>
      Array.from({ length: n }, (_, j) => (Math.abs(i - j) < 4 ? ((7 * i + 13 * j) % 31) / 100 + 0.01 : 0)),
    );
    assert.equal(solve(matrix)[0], n);
  });
});
