import assert from "node:assert/strict";
import fc from "fast-check";
import { type Edges, heaviestLargestMatching, heaviestMatching } from "../../../../src/core/objects/matching.js";

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

type Matching = readonly [size: number, weight: number];

const larger = ([size, weight]: Matching, [otherSize, otherWeight]: Matching) =>
  size > otherSize || (size === otherSize && weight > otherWeight);
const heavier = ([, weight]: Matching, [, otherWeight]: Matching) => weight > otherWeight;

/** Size and weight of the best matching, by trying all. */
function bruteForce(
  matrix: ReadonlyArray<readonly number[]>,
  isBetter: (a: Matching, b: Matching) => boolean,
  row = 0,
  used = 0,
): Matching {
  if (row === matrix.length) return [0, 0];
  let best = bruteForce(matrix, isBetter, row + 1, used);
  for (const [column, weight] of matrix[row].entries()) {
    if (weight === 0 || (used & (1 << column)) !== 0) continue;
    const [size, total] = bruteForce(matrix, isBetter, row + 1, used | (1 << column));
    if (isBetter([size + 1, total + weight], best)) best = [size + 1, total + weight];
  }
  return best;
}

const cell = fc.oneof(fc.constant(0), fc.constant(0), fc.integer({ min: 1, max: 8 }));
const anyMatrix = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
  );

const solve = (matrix: ReadonlyArray<readonly number[]>, matching = heaviestLargestMatching): Matching => {
  const edges = edgesOf(matrix);
  const chosen = matching(edges);
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
    fc.assert(
      fc.property(anyMatrix, (weights) => {
        assert.deepEqual(solve(weights), bruteForce(weights, larger));
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

describe("heaviestMatching", () => {
  it("puts the weight before the number", () => {
    assert.deepEqual(
      solve(
        [
          [1, 5],
          [0, 2],
        ],
        heaviestMatching,
      ),
      [1, 5],
    );
  });

  it("is as heavy as trying all", () => {
    fc.assert(
      fc.property(anyMatrix, (weights) => {
        assert.equal(solve(weights, heaviestMatching)[1], bruteForce(weights, heavier)[1]);
      }),
      { numRuns: 1000 },
    );
  });
});
