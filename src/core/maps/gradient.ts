import { type CellTable, cellTable } from "../shares.js";
import type { Tally } from "../tally.js";

/**
 * d L / d p of one pixel, for a loss that is a function of the soft sums B (of p) and I (of y p): each pixel adds p to the
 * one and y p to the other.
 */
export function overlapGradient(tally: Tally, byPrediction: number, byIntersection: number): CellTable {
  return cellTable(
    tally,
    () => byPrediction,
    () => byPrediction + byIntersection,
  );
}

/**
 * d L / d p of one pixel of a Lovász extension. It is linear in the errors as long as their order stays, so its
 * derivative by an error is share over error; pixels of equal error take the mean of what they could have, which is a
 * subgradient.
 *
 * @param derivatives of the error by p, by cell.
 */
export function lovaszGradient(shares: CellTable, errors: CellTable, derivatives: CellTable): CellTable {
  const of = (truth: keyof CellTable) =>
    shares[truth].map((share, level) => (share === 0 ? 0 : (share / errors[truth][level]) * derivatives[truth][level]));
  return { negatives: of("negatives"), positives: of("positives") };
}
