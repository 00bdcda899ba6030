import { Columns } from "./columns.js";
import { LowerEnvelope } from "./lowerEnvelope.js";
import type { Points } from "./points.js";
import type { Spacing } from "./spacing.js";

/** Columns that the points of a row may look at, per column there is, before the envelope of the row is built. */
const PATIENCE = 4;

/**
 * Squared Euclidean distance from every point to the nearest of another set; integers for unit spacing.
 *
 * An exact distance transform restricted to where it is needed: only columns that hold a target, and only rows that hold
 * a point. The first pass (Meijster et al. 2000), the nearest target up or down a column, is a cursor in the column's
 * list. The second looks outwards from the point, which is short where the sets are near each other; where it is not,
 * the rest of the row reads the lower envelope. So the cost is linear: points plus rows times columns at the most.
 *
 * @returns one square for each point, in their order; Infinity where there is no target.
 */
export function nearestSquares({ xs, ys }: Points, targets: Points, spacing: Spacing): Float64Array {
  const squares = new Float64Array(xs.length).fill(Number.POSITIVE_INFINITY);
  if (xs.length === 0 || targets.xs.length === 0) return squares;
  const columns = new Columns(targets, spacing);
  const envelope = new LowerEnvelope(columns.count);
  for (let i = 0; i < xs.length; ) {
    const y = ys[i];
    const budget = columns.looks + PATIENCE * columns.count;
    for (; i < xs.length && ys[i] === y && columns.looks < budget; i++) squares[i] = columns.nearestSquare(xs[i], y);
    if (i === xs.length || ys[i] !== y) continue;
    columns.envelopeAt(y, envelope);
    for (; i < xs.length && ys[i] === y; i++) {
      squares[i] = columns.square(columns.firstFrom(envelope.nearest(xs[i])), xs[i], y);
    }
  }
  return squares;
}
