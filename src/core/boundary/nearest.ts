import { Columns } from "./columns.js";
import { LowerEnvelope } from "./lowerEnvelope.js";
import { NOT_NEAR, nearSquares } from "./nearestKernel.js";
import type { Places } from "./points.js";
import type { Spacing } from "./spacing.js";

/** Columns that the points of a row may look at, per column there is, before the envelope of the row is built. */
const PATIENCE = 4;

/**
 * Squared Euclidean distance from every point to the nearest of another set; integers for unit spacing.
 *
 * Points with a target near are found by a search around them; the others, and all where pixels are not squares of side 1,
 * by {@link nearestSquaresByColumn}.
 *
 * @returns one square for each point, in their order; Infinity where there is no target.
 */
export function nearestSquares(points: Places, targets: Places, spacing: Spacing): Float64Array {
  const isUnit = spacing.every((size) => size === 1);
  const near = isUnit && points.xs.length > 0 && targets.xs.length > 0 ? nearSquares(points, targets) : null;
  if (!near) return nearestSquaresByColumn(points, targets, spacing);
  const squares = new Float64Array(near);
  if (!near.includes(NOT_NEAR)) return squares;
  const far = Uint32Array.from(near.keys()).filter((i) => near[i] === NOT_NEAR);
  const [xs, ys] = [points.xs, points.ys].map((values) => Int32Array.from(far, (i) => values[i]));
  const found = nearestSquaresByColumn({ xs, ys }, targets, spacing);
  for (const [at, i] of far.entries()) squares[i] = found[at];
  return squares;
}

/**
 * The same in linear time, whatever the spacing and the distances.
 *
 * An exact distance transform restricted to where it is needed: only columns that hold a target, and only rows that hold
 * a point. The first pass (Meijster et al. 2000), the nearest target up or down a column, is a cursor in the column's
 * list. The second looks outwards from the point, which is short where the sets are near each other; where it is not,
 * the rest of the row reads the lower envelope. So the cost is linear: points plus rows times columns at the most.
 *
 * @returns one square for each point, in their order; Infinity where there is no target.
 */
export function nearestSquaresByColumn({ xs, ys }: Places, targets: Places, spacing: Spacing): Float64Array {
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
