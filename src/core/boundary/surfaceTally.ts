import { ofLast } from "../ofLast.js";
import { nearestSquares } from "./nearest.js";
import type { Points } from "./points.js";
import type { Spacing } from "./spacing.js";

/** Distances from one surface to another, as a histogram. */
export interface DirectedDistances {
  /** Squared distances, strictly ascending; integers for unit spacing. */
  readonly squares: Float64Array;
  /** How many edge pixels (or how much outline) lie at each. */
  readonly weights: Float64Array;
  /** Edge pixels (or outline) of images whose other mask has none: their distance is not defined. */
  readonly unmatched: number;
}

/**
 * The tally of two surfaces: every Hausdorff percentile, mean distance and tolerance is a function of it, and like
 * every tally it adds up.
 */
export interface SurfaceTally {
  /** From the truth's surface to the prediction's. */
  readonly fromTruth: DirectedDistances;
  /** From the prediction's surface to the truth's. */
  readonly fromPrediction: DirectedDistances;
}

/** @param truth edge pixels, or the outline, of the truth; the same of the prediction. */
export function tallySurfaces(truth: Points, prediction: Points, spacing: Spacing): SurfaceTally {
  return {
    fromTruth: tallyDirected(truth, prediction, spacing),
    fromPrediction: tallyDirected(prediction, truth, spacing),
  };
}

/** From one surface to the other. */
export function tallyDirected(surface: Points, target: Points, spacing: Spacing): DirectedDistances {
  return histogram(nearestSquares(surface, target, spacing), surface.weights);
}

export function mergeSurfaces(a: SurfaceTally, b: SurfaceTally): SurfaceTally {
  return {
    fromTruth: mergeDirected(a.fromTruth, b.fromTruth),
    fromPrediction: mergeDirected(a.fromPrediction, b.fromPrediction),
  };
}

/** Both directions as one list of distances. */
export const pooled: (tally: SurfaceTally) => DirectedDistances = ofLast(({ fromTruth, fromPrediction }) =>
  mergeDirected(fromTruth, fromPrediction),
);

export function mergeDirected(a: DirectedDistances, b: DirectedDistances): DirectedDistances {
  const squares = new Float64Array(a.squares.length + b.squares.length);
  const weights = new Float64Array(squares.length);
  let length = 0;
  for (let i = 0, j = 0; i < a.squares.length || j < b.squares.length; length++) {
    // Past its end a list reads undefined, which is neither less nor equal: the other is taken.
    const square = j === b.squares.length || a.squares[i] <= b.squares[j] ? a.squares[i] : b.squares[j];
    squares[length] = square;
    if (a.squares[i] === square) weights[length] += a.weights[i++];
    if (b.squares[j] === square) weights[length] += b.weights[j++];
  }
  return {
    squares: squares.slice(0, length),
    weights: weights.slice(0, length),
    unmatched: a.unmatched + b.unmatched,
  };
}

/** Weights summed by square; an infinite one is unmatched. */
function histogram(squares: Float64Array, weights: Float64Array): DirectedDistances {
  let unmatched = 0;
  let highest = 0;
  let isWhole = true;
  for (let i = 0; i < squares.length; i++) {
    if (squares[i] === Number.POSITIVE_INFINITY) unmatched += weights[i];
    else highest = Math.max(highest, squares[i]);
    isWhole &&= Number.isInteger(squares[i]) || squares[i] === Number.POSITIVE_INFINITY;
  }
  if (unmatched > 0) return { squares: new Float64Array(), weights: new Float64Array(), unmatched };
  // A table where it is not much larger than the list, else a map: linear in points either way.
  const isTabled = isWhole && highest <= 4096 + 8 * squares.length;
  return { ...(isTabled ? byTable(squares, weights, highest) : byMap(squares, weights)), unmatched: 0 };
}

type Sums = Pick<DirectedDistances, "squares" | "weights">;

function byTable(squares: Float64Array, weights: Float64Array, highest: number): Sums {
  const table = new Float64Array(highest + 1);
  for (let i = 0; i < squares.length; i++) table[squares[i]] += weights[i];
  const present = new Float64Array(Math.min(table.length, squares.length));
  let count = 0;
  for (let square = 0; square <= highest; square++) if (table[square] > 0) present[count++] = square;
  const found = present.slice(0, count);
  return { squares: found, weights: found.map((square) => table[square]) };
}

function byMap(squares: Float64Array, weights: Float64Array): Sums {
  const sums = new Map<number, number>();
  for (let i = 0; i < squares.length; i++) sums.set(squares[i], (sums.get(squares[i]) ?? 0) + weights[i]);
  const sorted = [...sums].sort(([a], [b]) => a - b);
  return {
    squares: Float64Array.from(sorted, ([square]) => square),
    weights: Float64Array.from(sorted, ([, weight]) => weight),
  };
}
