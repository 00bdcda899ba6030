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
    fromTruth: directed(truth, prediction, spacing),
    fromPrediction: directed(prediction, truth, spacing),
  };
}

function directed(surface: Points, target: Points, spacing: Spacing): DirectedDistances {
  const squares = nearestSquares(surface, target, spacing);
  const { weights } = surface;
  const histogram = new Histogram();
  for (let i = 0; i < squares.length; i++) histogram.add(squares[i], weights[i]);
  return histogram.distances();
}

export function mergeSurfaces(a: SurfaceTally, b: SurfaceTally): SurfaceTally {
  return {
    fromTruth: mergeDirected(a.fromTruth, b.fromTruth),
    fromPrediction: mergeDirected(a.fromPrediction, b.fromPrediction),
  };
}

/** Both directions as one list of distances. */
export function pooled({ fromTruth, fromPrediction }: SurfaceTally): DirectedDistances {
  return mergeDirected(fromTruth, fromPrediction);
}

function mergeDirected(a: DirectedDistances, b: DirectedDistances): DirectedDistances {
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

/** Squared distances below this that are whole are counted in a table, all others in a map. */
const TABLE = 4096;

class Histogram {
  private readonly table = new Float64Array(TABLE);
  private readonly others = new Map<number, number>();
  private unmatched = 0;

  add(square: number, weight: number): void {
    if (square === Number.POSITIVE_INFINITY) this.unmatched += weight;
    else if (square < TABLE && Number.isInteger(square)) this.table[square] += weight;
    else this.others.set(square, (this.others.get(square) ?? 0) + weight);
  }

  distances(): DirectedDistances {
    const entries = [...this.others];
    for (let square = 0; square < TABLE; square++) {
      if (this.table[square] > 0) entries.push([square, this.table[square]]);
    }
    entries.sort(([a], [b]) => a - b);
    return {
      squares: Float64Array.from(entries, ([square]) => square),
      weights: Float64Array.from(entries, ([, weight]) => weight),
      unmatched: this.unmatched,
    };
  }
}
